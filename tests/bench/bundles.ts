// Cold start: how large the bundles of steps are, and how much longer they take to import than a bare handler.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { atMost, figure, type Measured } from './figure.ts';
import type { Asked } from './sections.ts';

const MEASURE = new URL('../../infra/measure-bundles.ts', import.meta.url).pathname;
const measured = z.object({
  rows: z.array(z.object({ name: z.string(), KiB: z.number(), milliseconds: z.number(), times: z.number() })),
});
/** One act of a step, one machine's own step. Projector and acts over HTTP carry every act there is. */
const WIDE = ['projectEntries', 'performAct'];
/** Nine of ten steps wait for somebody: these start alike, and oftenest. */
const HOT = ['tallyPlanBallot'];

export async function measureBundles({ tell }: Asked): Promise<Measured> {
  tell('bundling, then importing each in fresh processes');
  try {
    execFileSync(process.execPath, [MEASURE], { stdio: 'ignore' });
  } catch {
    // It ends with 1 when a promise is broken: the figures say which.
  }
  const { rows } = measured.parse(JSON.parse(readFileSync('out/bundles.json', 'utf8')));
  const figures = rows.flatMap(({ name, KiB, milliseconds, times }) =>
    name === 'bareHandler' || WIDE.includes(name)
      ? [figure(`${name}, ${KiB} KiB, import`, milliseconds, 'ms'), figure(`${name}, against bare`, times, '×')]
      : [
          atMost(`${name}, size`, KiB, 'KiB', 500),
          atMost(`${name}, import against bare`, times, '×', HOT.includes(name) ? 1.15 : 1.3),
        ],
  );
  return { figures, notes: [] };
}
