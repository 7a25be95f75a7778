// The versions of an issued paper: which papers are versions of one another, and the address of two of them side by side.
import { versionName } from '../../../domain/paper/version-name.ts';
import type { IssuedPaper } from '../../api/issued-paper.ts';

/** Papers of one kind with different serials are different papers. */
const isVersionOf = (a: IssuedPaper, b: IssuedPaper): boolean =>
  a.kind === b.kind && a.serials?.from === b.serials?.from;

/** The first one first; the paper itself is among them. */
export const versionsOf = (papers: readonly IssuedPaper[], paper: IssuedPaper): readonly IssuedPaper[] =>
  papers
    .filter((each) => isVersionOf(each, paper))
    .toSorted((a, b) => a.version - b.version || (a.printing ?? 1) - (b.printing ?? 1));

export function versionBefore(papers: readonly IssuedPaper[], paper: IssuedPaper): IssuedPaper | undefined {
  const versions = versionsOf(papers, paper);
  return versions[versions.indexOf(paper) - 1];
}

/** Later than this one and in force: what replaced it. */
export const isReplaced = (papers: readonly IssuedPaper[], paper: IssuedPaper): boolean => {
  const versions = versionsOf(papers, paper);
  return versions.slice(versions.indexOf(paper) + 1).some(({ voidedOn }) => voidedOn === undefined);
};

export interface ShownPair {
  readonly versions: readonly IssuedPaper[];
  readonly before?: IssuedPaper | undefined;
  readonly after?: IssuedPaper | undefined;
}

/** What the address asks for; the two newest of the paper that was issued last, where it does not say. */
export function pairOf(papers: readonly IssuedPaper[], kind: string, query: URLSearchParams): ShownPair {
  const serial = query.get('serial');
  const ofKind = papers.filter(
    (paper) => paper.kind === kind && (serial === null || String(paper.serials?.from) === serial),
  );
  const [chosen = ofKind.at(-1)] = ofKind.filter((paper) => versionsOf(papers, paper).length > 1);
  const versions = chosen === undefined ? [] : versionsOf(papers, chosen);
  const named = (name: string) => versions.find((paper) => versionName(paper) === query.get(name));
  const after = named('new') ?? versions.at(-1);
  const before = named('old') ?? (after && versions[versions.indexOf(after) - 1]);
  return { versions, before, after };
}

/** `place`: the page that lists the papers. */
export function addressOfVersions(place: string, before: IssuedPaper, after: IssuedPaper, page = 1): string {
  return `${place}/${after.kind}/versions?${queryOfVersions(before, after, page)}`;
}

export interface OtherVersion {
  readonly other: IssuedPaper;
  readonly isLater: boolean;
}

/** Which one to lay beside this paper: the version before it, of the first one that after it; undefined of the only one. */
export function otherVersion(papers: readonly IssuedPaper[], paper: IssuedPaper): OtherVersion | undefined {
  const versions = versionsOf(papers, paper);
  const place = versions.indexOf(paper);
  const [before, after] = [versions[place - 1], versions[place + 1]];
  if (before) return { other: before, isLater: false };
  return after && { other: after, isLater: true };
}

export const queryOfVersions = (before: IssuedPaper, after: IssuedPaper, page: number): URLSearchParams =>
  new URLSearchParams({
    old: versionName(before),
    new: versionName(after),
    ...(after.serials && { serial: String(after.serials.from) }),
    ...(page > 1 && { page: String(page) }),
  });
