// Finds for a payload the one written lately that it can be made of: what a state gets is mostly what the one before gave.

/** A piece of a payload that may stand, or have stood, in another one; and what is around it. */
export interface Piece {
  readonly payload: { readonly text: string };
  readonly before: string;
  readonly after: string;
}

export interface RememberedPayload {
  readonly event: number;
  readonly text: string;
  readonly piece: Piece | undefined;
}

type Remembered = readonly RememberedPayload[];

/** The payload is `before + textOf(event).slice(from, to) + after`. */
interface Borrowing {
  readonly event: number;
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
}

/** Texts shorter than a reference is worth. */
export const SHORT = 48;
/** What may be left over around a piece before a better one is looked for. */
const CLOSE = 96;
/** Payloads remembered: those of the last two states. */
const REMEMBERED = 6;

/**
 * From a payload written lately: all of it, its piece, or the longest beginning or end that they have in common. Where there
 * is a piece only that is looked at: what is around it has to be told anyway.
 */
export function borrow(payload: string, piece: Piece | undefined, payloads: Remembered): Borrowing | undefined {
  const whole = find(payload, piece, payloads, '', '');
  if (whole) return whole;
  if (!piece) return borrowSome(payload, payloads, '', '');
  const { text } = piece.payload;
  const found = text.length > SHORT ? find(text, undefined, payloads, piece.before, piece.after) : undefined;
  return found ?? borrowSome(text, payloads, piece.before, piece.after);
}

/** Where the text is the payload of an event, or the piece of it. */
function find(
  text: string,
  piece: Piece | undefined,
  payloads: Remembered,
  before: string,
  after: string,
): Borrowing | undefined {
  for (let i = payloads.length - 1; i >= 0; i--) {
    const remembered = payloads[i];
    if (!remembered) continue;
    if (isSame(remembered, text, piece)) return { event: remembered.event, from: 0, to: text.length, before, after };
    if (remembered.piece?.payload.text === text) {
      const from = remembered.piece.before.length;
      return { event: remembered.event, from, to: from + text.length, before, after };
    }
  }
  return undefined;
}

function borrowSome(text: string, payloads: Remembered, before: string, after: string): Borrowing | undefined {
  let best: Borrowing | undefined;
  let longest = SHORT;
  for (let i = payloads.length - 1; i >= 0 && longest < text.length - CLOSE; i--) {
    const remembered = payloads[i];
    if (!remembered) continue;
    const { event, piece } = remembered;
    const start = piece ? piece.before.length : 0;
    const other = piece ? piece.payload.text : remembered.text;
    const beginning = commonBeginning(text, other);
    if (beginning > longest) {
      best = { event, from: start, to: start + beginning, before, after: text.slice(beginning) + after };
      longest = beginning;
    }
    // The end is looked at where the beginning was not good enough.
    const end = longest < text.length - CLOSE ? commonEnd(text, other) : 0;
    if (end > longest) {
      const to = start + other.length;
      best = { event, from: to - end, to, before: before + text.slice(0, -end), after };
      longest = end;
    }
  }
  return best;
}

/** By the pieces where there are some: texts that were put together are not yet in one place, and costly to bring there. */
function isSame(remembered: RememberedPayload, text: string, piece: Piece | undefined): boolean {
  if (remembered.text.length !== text.length) return false;
  const old = remembered.piece;
  if (!old || old.before.length !== piece?.before.length) return remembered.text === text;
  return old.payload.text === piece.payload.text && old.before === piece.before && old.after === piece.after;
}

function commonBeginning(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  while (same < most && one.charCodeAt(same) === other.charCodeAt(same)) same++;
  return same;
}

function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  while (same < most && one.charCodeAt(one.length - 1 - same) === other.charCodeAt(other.length - 1 - same)) same++;
  return same;
}

/** The latest last, and not more than are worth a look. */
export function remember(event: number, text: string, piece: Piece | undefined, payloads: RememberedPayload[]): void {
  payloads.push({ event, text, piece });
  if (payloads.length > REMEMBERED) payloads.shift();
}
