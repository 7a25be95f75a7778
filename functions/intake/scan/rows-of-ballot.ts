// The rows of the sheets that count for the ballot under way: as people have settled them, and how many they have not yet.
import type { SheetRowVote } from '../../../domain/paper/filing/votes-of-sheets.ts';
import { type IssuedPaper, standingOf } from '../../../domain/paper/issue-register.ts';
import type { Ports } from '../../../domain/ports.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { listIssuedPapers } from '../../runtime/issued-papers.ts';
import { standingOfRow } from './confirm-cells.ts';
import { findCells, type SheetCells } from './sheet-cells.ts';
import { listFiled } from './stack-records.ts';

export interface RowsOfBallot {
  readonly rows: readonly SheetRowVote[];
  /** Rows that are not settled. */
  readonly open: number;
}

export async function rowsOfBallot(
  ports: Pick<Ports, 'views'>,
  project: Project,
  rollHash: string,
): Promise<RowsOfBallot> {
  const rows: SheetRowVote[] = [];
  let open = 0;
  const issued = await listIssuedPapers(ports, project.projectId);
  for (const { pageId } of await listFiled(ports, project.projectId)) {
    const cells = await findCells(ports, pageId);
    if (cells?.rollHash !== rollHash || !isOfBallotUnderWay(cells, project)) continue;
    if (isVoid(cells, issued)) continue;
    for (const row of cells.rows) {
      const standing = standingOfRow(pageId, row);
      if (standing.standing === 'SETTLED') rows.push({ pageId, no: row.no, row: standing.row });
      else open += 1;
    }
  }
  return { rows, open };
}

/** An unchanged roster gives both ballots, and a second one on a new plan, the same roll: what was signed for another one is not consent. */
function isOfBallotUnderWay({ ballot, name }: SheetCells, { consent }: Project): boolean {
  const { planBallot } = consent;
  return planBallot === undefined || (ballot === 'PLAN' && name.version === planBallot.planVersion);
}

/** A sheet that came back before two persons voided it as misprinted: its households sign the one that is issued again. */
function isVoid({ name }: SheetCells, issued: readonly IssuedPaper[]): boolean {
  const standing = standingOf(name, issued);
  return standing.status === 'VOID' && standing.paper.voidedOn !== undefined;
}
