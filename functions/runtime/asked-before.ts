// A request that comes again is known by the entry that it wrote: the one way in which every act of every ledger is done once.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Entry } from '../../domain/ledger.ts';

/** Two keyed hashes in one word, as an entry keeps them: who asks under which key, and what they ask. */
export const requestMark = (key: string, asked: string): string => `${key}.${asked}`;

/** Who asks under which key: the same for two different requests under one key. */
export const keyOfRequest = (request: string): string => request.split('.', 1)[0] ?? request;

/** What is asked; undefined in entries that were written before this was kept with the key. */
const askedIn = (request: string): string | undefined => request.split('.', 2)[1];

/** The mark of one of the entries of a request that writes several: each of them is looked for by itself. */
export function partOfRequest(request: string | undefined, part: string): string | undefined {
  if (request === undefined) return undefined;
  const [key = '', ...asked] = request.split('.');
  return [`${key}/${part}`, ...asked].join('.');
}

/**
 * The entry among these that the same request wrote when it came first: its answer was lost on the way, or the other one of
 * two that came at once was faster. Looked for before anything is decided, because what was done may not be done again.
 */
export function askedBefore(entries: readonly Entry[], request: string | undefined): Outcome<Entry | undefined> {
  if (request === undefined) return granted(undefined);
  const key = keyOfRequest(request);
  const before = entries.find((entry) => entry.request !== undefined && keyOfRequest(entry.request) === key);
  const first = before?.request === undefined ? undefined : askedIn(before.request);
  return first === undefined || first === askedIn(request) ? granted(before) : askedOtherwise();
}

export const askedOtherwise = () =>
  refused('IDEMPOTENCY_MISMATCH', {
    zh: '这个请求编号（Idempotency-Key）已用于另一项内容，请换一个新的编号。',
    en: 'This Idempotency-Key was used for something else: choose a new one.',
  });
