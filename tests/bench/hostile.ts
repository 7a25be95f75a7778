// Bad paper: every file of the hostile corpus handed in as a street does, one after the other.
import { tryHostilePaper } from '../chaos/hostile-paper.ts';
import { atMost, figure, type Measured } from './figure.ts';
import type { Asked } from './sections.ts';

const SLOWEST_SECONDS = 10;
const MOST_MEGABYTES = 700;

export async function measureHostile({ tell }: Asked): Promise<Measured> {
  tell('a verdict on each file');
  const { verdicts, nextIsFiled } = await tryHostilePaper();
  const slowest = verdicts.toSorted((a, b) => b.seconds - a.seconds)[0];
  const largest = verdicts.toSorted((a, b) => b.megabytes - a.megabytes)[0];
  return {
    figures: [
      figure('files of the hostile corpus, each with a verdict', verdicts.length, 'files'),
      atMost(`slowest verdict (${slowest?.name})`, slowest?.seconds ?? Number.NaN, 's', SLOWEST_SECONDS),
      atMost(`most memory of the reader (${largest?.name})`, largest?.megabytes ?? Number.NaN, 'MB', MOST_MEGABYTES),
      atMost('good files after bad ones that were not filed', nextIsFiled ? 0 : 1, 'files', 0),
    ],
    notes: [],
  };
}
