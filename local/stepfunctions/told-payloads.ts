// Long payloads of rows that the history tells as well: the row has the number of the event, the history has the text.
import type { HistoryEvent } from './history.ts';

/** Shorter texts are written out: a history would have to be read for them. */
const SHORT = 96;

/** The text for a row. No JSON begins like a reference. */
export function toldText(text: string, event: number | undefined): string {
  return event === undefined || text.length <= SHORT ? text : `@${event}`;
}

export function toldEvent(text: string): number | undefined {
  return text.startsWith('@') ? Number(text.slice(1)) : undefined;
}

/** The text that was meant; the history is read only if it is needed. */
export function textOfTold(text: string, history: () => readonly HistoryEvent[]): string {
  const event = toldEvent(text);
  if (event === undefined) return text;
  const payload = history()[event - 1]?.payload;
  if (payload === undefined) throw new Error(`the history has no payload at event ${event}`);
  return payload;
}
