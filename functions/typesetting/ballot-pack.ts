// Everything that is handed out for one ballot, in the order of printing: booklets to sign, pages for single households, slips with unit codes.
import { granted, type Outcome } from '../../domain/errors.ts';
import type { Issued } from '../../domain/paper/issue-register.ts';
import type { PaperContents } from '../../domain/paper/paper-contents.ts';
import { type IssueRequest, issuePaper, type PrintingShop } from './issue-paper.ts';
import type { Making } from './typeset-paper.ts';

export interface BallotPack {
  readonly F2: PaperContents<'F2'>;
  /** For the households that asked for a page of their own. */
  readonly F2D?: PaperContents<'F2D'> | undefined;
  readonly U1: PaperContents<'U1'>;
}

/** In the order of printing. */
const BALLOT_PAPERS = ['F2', 'F2D', 'U1'] as const satisfies readonly (keyof BallotPack)[];

export interface BallotPackRequest extends Omit<IssueRequest, 'order'> {
  readonly making: Making;
  readonly pack: BallotPack;
}

/** A pack that was interrupted goes on where it stopped when the same request comes again. */
export async function issueBallotPack(
  shop: PrintingShop,
  { pack, making, ...request }: BallotPackRequest,
): Promise<Outcome<readonly Issued[]>> {
  const issued: Issued[] = [];
  for (const kind of BALLOT_PAPERS) {
    const contents = pack[kind];
    if (contents === undefined) continue;
    const paper = await issuePaper(shop, { ...request, order: { kind, contents, making } });
    if (!paper.ok) return paper;
    issued.push(paper.value);
  }
  return granted(issued);
}

/** The pages at these places, 1 for the first: typeset alone they bear the codes and page numbers of the whole. */
export function onlyPages<Contents extends PaperContents<(typeof BALLOT_PAPERS)[number]>>(
  contents: Contents,
  places: readonly number[],
): Contents {
  return { ...contents, pages: places.flatMap((place) => contents.pages[place - 1] ?? []) };
}
