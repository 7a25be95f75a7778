// Lists the rows of a sign sheet for a person to confirm from their pictures, and takes the confirmations.

import { granted, type Outcome, refused } from '../../../domain/errors.ts';
import { hashOf } from '../../../domain/json.ts';
import { type ConfirmedRow, type RowStanding, standingOf } from '../../../domain/paper/filing/row-confirmation.ts';
import type { RowReading } from '../../../domain/paper/filing/row-reading.ts';
import type { Ports } from '../../../domain/ports.ts';
import type { Roster } from '../../../domain/roster/roster.ts';
import { loadFrozenRoll } from '../../runtime/load-frozen-roll.ts';
import { findOwnProject } from '../../runtime/own-project.ts';
import { findOwnPage, noSuchPage, type PageRequest } from './page-access.ts';
import { type CellRow, findCells, type SheetCells, writeOfCells } from './sheet-cells.ts';

export interface ListedRow {
  readonly no: number;
  /** `3-2-501`, from the frozen roll. */
  readonly unit: string | null;
  readonly proposed: RowReading;
  /** SHA-256 of the picture of the row. */
  readonly strip: string | null;
  readonly standing: RowStanding['standing'];
  /** Whether this person has confirmed the row before. */
  readonly confirmedByMe: boolean;
}

export interface ListedCells {
  readonly pageId: string;
  readonly revision: number;
  readonly rows: readonly ListedRow[];
}

export async function listCells(ports: Ports, request: PageRequest): Promise<Outcome<ListedCells>> {
  const found = await findOwnCells(ports, request);
  if (!found.ok) return found;
  const { cells, roll } = found.value;
  return granted(listed(cells, roll, request.actor.id));
}

export interface ConfirmCellsRequest extends PageRequest {
  readonly rows: readonly { readonly no: number; readonly row: ConfirmedRow }[];
}

export async function confirmCells(ports: Ports, request: ConfirmCellsRequest): Promise<Outcome<ListedCells>> {
  const found = await findOwnCells(ports, request);
  if (!found.ok) return found;
  const { cells, roll } = found.value;
  const by = request.actor.id;
  const unknown = request.rows.find(({ no }) => !cells.rows.some((row) => row.no === no));
  if (unknown !== undefined) {
    return refused('MALFORMED', {
      zh: `这一页没有第 ${unknown.no} 号`,
      en: `There is no row ${unknown.no} on this page`,
    });
  }
  const entered = new Map(request.rows.map(({ no, row }) => [no, { by, at: ports.clock.now(), row }]));
  const rows = cells.rows.map((row): CellRow => {
    const confirmation = entered.get(row.no);
    return confirmation === undefined ? row : { ...row, confirmations: [...row.confirmations, confirmation] };
  });
  const confirmed: SheetCells = { ...cells, revision: cells.revision + 1, rows };
  await ports.views.write([writeOfCells(confirmed)]);
  // Of two people at once one write stays: whoever finds the other's confirmations instead looks again.
  const written = await findCells(ports, cells.pageId);
  if (written === undefined || hashOf(written) !== hashOf(confirmed)) return somebodyFirst();
  return granted(listed(confirmed, roll, by));
}

/** One row in ten, the same ones every time; nobody can choose a row that no second person will see. */
export const isSampled = (pageId: string, no: number): boolean =>
  Number.parseInt(hashOf({ pageId, no }).slice(0, 6), 16) % 10 === 0;

export const standingOfRow = (pageId: string, { no, reading, strip, confirmations }: CellRow): RowStanding =>
  standingOf(reading, confirmations, isSampled(pageId, no), strip !== null);

function listed({ pageId, revision, rows }: SheetCells, roll: Roster, person: string): ListedCells {
  return {
    pageId,
    revision,
    rows: rows.map((row) => ({
      no: row.no,
      unit: roll.units[row.no - 1]?.unit ?? null,
      proposed: row.reading,
      strip: row.strip,
      standing: standingOfRow(pageId, row).standing,
      confirmedByMe: row.confirmations.some(({ by }) => by === person),
    })),
  };
}

/** Only a filed page has cells that may count. */
async function findOwnCells(
  ports: Ports,
  request: PageRequest,
): Promise<Outcome<{ readonly cells: SheetCells; readonly roll: Roster }>> {
  const page = await findOwnPage(ports, request);
  if (!page.ok) return page;
  const cells = await findCells(ports, request.pageId);
  if (cells === undefined) return noSuchPage();
  if (page.value.state !== 'FILED') {
    return refused('NOT_NOW', {
      zh: '这一页还没有归档；请先处理这一页',
      en: 'The page is not on file yet: settle the page first',
    });
  }
  const project = await findOwnProject(ports, cells.name.projectNo, request.actor);
  if (!project.ok) return project;
  const roll = await loadFrozenRoll(ports, project.value.neighbourhood.code, cells.rollHash);
  return roll.ok ? granted({ cells, roll: roll.value }) : roll;
}

const somebodyFirst = () =>
  refused('STALE', {
    zh: '他人刚刚确认了这一页的格子；请刷新后再确认',
    en: 'Somebody has just confirmed rows of this page: look again',
  });
