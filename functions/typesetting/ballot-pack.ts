// Everything that is handed out for one ballot, in the order of printing: booklets to sign, pages for single households, slips with unit codes.
import { granted, type Outcome } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Issued, IssuedPaper } from '../../domain/paper/issue-register.ts';
import type { PaperContents, TypesetCode } from '../../domain/paper/paper-contents.ts';
import type { Ports } from '../../domain/ports.ts';
import { partOfRequest } from '../runtime/asked-before.ts';
import { listIssuedPapers } from '../runtime/issued-papers.ts';
import { draftPaper, issueProjectPaper, type OrderedPaper } from './issue-project-paper.ts';
import type { Press } from './press.ts';

/** In the order of printing. */
export const BALLOT_PAPERS = ['F2', 'F2D', 'U1'] as const satisfies readonly TypesetCode[];
type BallotPaper = (typeof BALLOT_PAPERS)[number];

export interface BallotPackOrder extends Pick<OrderedPaper, 'actor' | 'project'> {
  readonly contents: JsonObject;
  /** Places in the roll of the households that asked for a page of their own. */
  readonly singleHouseholds: readonly number[];
  readonly version?: number | undefined;
  readonly request?: string | undefined;
}

function papersOf({ singleHouseholds, contents, version, request, ...ordered }: BallotPackOrder) {
  return BALLOT_PAPERS.filter((kind) => kind !== 'F2D' || singleHouseholds.length > 0).map((kind) => ({
    ...ordered,
    request: partOfRequest(request, kind),
    order: {
      kind,
      // A slip says nothing of the ballot.
      contents: kind === 'U1' ? {} : contents,
      version,
      ...(kind === 'F2D' && { households: singleHouseholds }),
    },
  }));
}

/** A pack that was interrupted goes on where it stopped when the same request comes again. */
export async function issueBallotPack(
  ports: Ports,
  press: Press,
  pack: BallotPackOrder,
): Promise<Outcome<readonly Issued[]>> {
  const issued: Issued[] = [];
  for (const ordered of papersOf(pack)) {
    const paper = await issueProjectPaper(ports, press, ordered);
    if (!paper.ok) return paper;
    issued.push(paper.value);
  }
  return granted(issued);
}

/** The whole pack as it would be printed, as a draft. */
export async function previewBallotPack(
  ports: Ports,
  press: Press,
  pack: BallotPackOrder,
): Promise<Outcome<Uint8Array>> {
  const drafts: Uint8Array[] = [];
  for (const ordered of papersOf(pack)) {
    const draft = await draftPaper(ports, press, ordered);
    if (!draft.ok) return draft;
    drafts.push(draft.value.paper.pdf());
  }
  return granted(await press.typesetter.reprint(drafts.map((bytes) => ({ bytes }))));
}

/** What was issued for a version of the plan, in the order of printing. */
export async function findBallotPack(
  ports: Pick<Ports, 'views'>,
  projectNo: string,
  version: number,
): Promise<readonly IssuedPaper[]> {
  const issued = (await listIssuedPapers(ports, projectNo)).filter((paper) => paper.version === version);
  return BALLOT_PAPERS.flatMap((kind) => issued.filter((paper) => paper.kind === kind && paper.voidedOn === undefined));
}

/** The pages at these places, 1 for the first: typeset alone they bear the codes and page numbers of the whole. */
export function onlyPages<Contents extends PaperContents<BallotPaper>>(
  contents: Contents,
  places: readonly number[],
): Contents {
  return { ...contents, pages: places.flatMap((place) => contents.pages[place - 1] ?? []) };
}
