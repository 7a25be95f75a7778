// How long something took, counted in steps of ten per cent: small enough to keep by day, and days can be added up.

/** Number of times by step; the step stands as text, as JSON has it. */
export type Durations = Readonly<Record<string, number>>;

/** Milliseconds; what is quicker counts as this. */
const SHORTEST = 0.1;
const GROWTH = 1.1;

export const stepOfDuration = (milliseconds: number): number =>
  milliseconds <= SHORTEST ? 0 : Math.ceil(Math.log(milliseconds / SHORTEST) / Math.log(GROWTH));

/** The longest that a step stands for, milliseconds. */
const longestOf = (step: number): number => SHORTEST * GROWTH ** step;

export const countOf = (durations: Durations): number =>
  Object.values(durations).reduce((sum, count) => sum + count, 0);

export function withDuration(durations: Durations, milliseconds: number): Durations {
  const step = String(stepOfDuration(milliseconds));
  return { ...durations, [step]: (durations[step] ?? 0) + 1 };
}

export function addDurations(all: readonly Durations[]): Durations {
  const sum: Record<string, number> = {};
  for (const durations of all) {
    for (const [step, count] of Object.entries(durations)) sum[step] = (sum[step] ?? 0) + count;
  }
  return sum;
}

/** Milliseconds that `share` of all stay within, at most a tenth too long; undefined of nothing. */
export function quantileOf(durations: Durations, share: number): number | undefined {
  const count = countOf(durations);
  if (count === 0) return undefined;
  let seen = 0;
  const steps = Object.keys(durations)
    .map(Number)
    .sort((a, b) => a - b);
  for (const step of steps) {
    seen += durations[String(step)] ?? 0;
    if (seen >= share * count) return Math.round(longestOf(step) * 10) / 10;
  }
  return undefined;
}
