// Durations for people: milliseconds while they are short, then seconds and minutes; the signs are the same in both languages.
const SECOND = 1_000;
const MINUTE = 60_000;

export function printMilliseconds(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(1)} ms`;
  if (milliseconds < SECOND) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < MINUTE) return `${(milliseconds / SECOND).toFixed(1)} s`;
  return `${(milliseconds / MINUTE).toFixed(1)} min`;
}
