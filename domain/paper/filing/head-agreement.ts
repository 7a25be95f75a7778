// Holds the printed head of a page, as far as a machine could read it, against the paper that its code names.
import { DOCUMENT_KINDS, type DocumentCode, documentKind } from '../catalogue.ts';
import type { PageFindingCode } from './page-findings.ts';

/** Of two letters side by side, this share must be found again; faint print loses a third of them. */
const AGREES = 0.6;
/** Another title must be there nearly whole before it speaks against the code. */
const CERTAIN = 0.85;
const SHORTEST_TITLE = 5;

export function checkHead(head: string, kind: DocumentCode, neighbourhood: string): PageFindingCode[] {
  const title = likeness(head, titleOf(kind));
  const findings: PageFindingCode[] = [];
  if (title < AGREES && namesAnother(head, kind)) findings.push('TITLE_DIFFERS');
  const names = neighbourhoodsIn(head);
  if (names.length > 0 && names.every((name) => !sameName(name, neighbourhood))) findings.push('NEIGHBOURHOOD_DIFFERS');
  if (title < AGREES && findings.length === 0) findings.push('HEAD_UNREADABLE');
  return findings;
}

/** Whether a head says all that its code makes it say, so that no more of it need be read. */
export function headAgrees(head: string, kind: DocumentCode, neighbourhood: string): boolean {
  if (likeness(head, titleOf(kind)) < AGREES) return false;
  const named = /×+小区/.test(documentKind(kind).title.zh);
  return !named || neighbourhoodsIn(head).some((name) => sameName(name, neighbourhood));
}

const titleOf = (kind: DocumentCode): string => bare(documentKind(kind).title.zh);

/** Without what differs from paper to paper: ×××, braces, brackets, signs. */
const bare = (title: string): string => title.replace(/×+小区|[{（(][^})）]*[})）]|[^\p{L}\p{N}]/gu, '');

/** Share of the pairs of letters of `wanted` that stand in `text`. */
function likeness(text: string, wanted: string): number {
  const pairs = Array.from({ length: Math.max(0, wanted.length - 1) }, (_, at) => wanted.slice(at, at + 2));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => text.includes(pair)).length / pairs.length;
}

function namesAnother(head: string, kind: DocumentCode): boolean {
  const own = titleOf(kind);
  return DOCUMENT_KINDS.some(({ code }) => {
    const other = titleOf(code);
    const distinct = other.length >= SHORTEST_TITLE && likeness(own, other) < AGREES && likeness(other, own) < AGREES;
    return code !== kind && distinct && likeness(head, other) >= CERTAIN;
  });
}

/** Of 瓯园小区老旧小区改造项目 the second 小区 belongs to the programme, which is no neighbourhood. */
const PROGRAMME = /老[旧日]?小区(?=改造)/gu;
/** What stands before 改造 in a title: `瓯园小区改造方案居民意见签字表`. */
const NAMED = /(?:^|\n)([\p{L}\p{N}]{1,20}?(?:小区|新村|公寓|大院|花园|苑|里))(?=改造|同意)/gu;

const neighbourhoodsIn = (head: string): string[] =>
  [...head.replace(PROGRAMME, '').matchAll(NAMED)].map(([, name = '']) => name);

/** One letter in three may be misread, at least one; names of one estate's parts (东区, 西区) still differ by one of four. */
function sameName(read: string, name: string): boolean {
  if (read === name || read.endsWith(name) || name.endsWith(read)) return true;
  if (read.length !== name.length) return Math.abs(read.length - name.length) === 1 && likeness(read, name) >= 0.5;
  const wrong = [...read].filter((letter, at) => letter !== name[at]).length;
  return wrong <= Math.max(1, Math.floor(name.length / 3));
}
