// Whoever keeps the system running judges no case (design §1, ui.md §2): a project is known to them by its number, and what
// people wrote, decided and filed in it is withheld. The chain of routes asks this of every answer: no route can forget it.
import type { Role } from './parties.ts';

const BY_NUMBER: readonly Role[] = ['OPERATOR'];
export const knowsByNumber = (role: Role): boolean => BY_NUMBER.includes(role);

/** Of a project, wherever it stands in an answer: the records of its case, what people wrote in it, and what they may do there. */
const EMPTIED = new Set([
  ...['consent', 'publicity', 'start', 'funding', 'approvals', 'works'],
  ...['payload', 'findings', 'allowedActs', 'heldBack'],
]);
const DROPPED = new Set(['reason']);

/** An answer in the same shape, with numbers in place of names: strings stay strings, records records and lists lists. */
export const shownByNumber = <T>(answer: T): T => withheld(answer, undefined) as T;

/** `projectId`: of the project that all this is about, once one is named. */
function withheld(value: unknown, projectId: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => withheld(each, projectId));
  if (!isRecord(value)) return value;
  const of = value.projectId ?? projectId;
  const shown = Object.entries(value)
    .filter(([key]) => of === undefined || !DROPPED.has(key))
    .map(([key, field]) => [key, of !== undefined && EMPTIED.has(key) ? emptied(field) : withheld(field, of)] as const);
  return numbered(Object.fromEntries(shown));
}

/** Channels and accounts have names too: of a project only its own is replaced. */
function numbered(said: Readonly<Record<string, unknown>>): unknown {
  const { projectId, name, neighbourhood, noticeId, subject } = said;
  if (isOfVoiding(noticeId) && isRecord(subject)) return { ...said, subject: withoutPaper(subject) };
  if (typeof projectId !== 'string') return said;
  return {
    ...said,
    ...(name !== undefined && { name: projectId }),
    ...(isRecord(neighbourhood) && { neighbourhood: { ...neighbourhood, name: projectId } }),
  };
}

/** Its subject ends with the title of the paper, `330302-2026-0001 待确认作废：…`. */
const isOfVoiding = (noticeId: unknown): boolean => typeof noticeId === 'string' && noticeId.startsWith('voiding-');
const withoutPaper = (subject: Readonly<Record<string, unknown>>): unknown =>
  Object.fromEntries(Object.entries(subject).map(([language, words]) => [language, String(words).split(/：|: /)[0]]));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  return isRecord(value) ? {} : value;
}
