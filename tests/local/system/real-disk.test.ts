// A disk that is really full and really read-only: memory mounted in a namespace of its own, with a whole server at work on
// it. This is the short form; `npm run chaos` is the long one.
import { expect, it } from 'vitest';
import { drillDisk, mistakesOf } from '../../chaos/disk-drill.ts';
import { canMount } from '../../chaos/small-disk.ts';

const NAME = 'loses nothing on a disk that is full or can only be read, says so, reads on, and goes on by itself';

it.skipIf(!canMount())(`${NAME} (skipped where nobody may mount without rights)`, async () => {
  const drilled = await drillDisk({ rounds: 1, streets: 2 });
  expect(mistakesOf(drilled)).toEqual([]);
  expect(drilled.answered).toBeGreaterThan(20);
  expect(drilled.reads).toHaveLength(6);
});
