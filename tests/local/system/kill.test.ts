// The kill drill in its short form; `npm run chaos` is the long one.
import { expect, it } from 'vitest';
import { drillKills } from '../../chaos/kill-drill.ts';

const KILLS = 4;

it(`keeps every answered act once through ${KILLS} kills and two power cuts under load`, async () => {
  const { verdict, cuts, answered, errors, unmailed, wrongEnds } = await drillKills({
    kills: KILLS,
    cutEvery: 2,
    streets: 4,
  });
  expect(errors).toEqual([]);
  expect(answered).toBeGreaterThan(KILLS);
  const faultless = {
    lost: [],
    brokenChains: [],
    wrongRows: 0,
    stuck: [],
    damagedPapers: [],
    untold: [],
    integrity: 'ok',
  };
  expect(verdict).toMatchObject({ ...faultless, repairs: [] });
  expect(cuts).toHaveLength(2);
  for (const cut of cuts) expect(cut).toMatchObject({ ...faultless, repairs: [] });
  expect([unmailed, wrongEnds]).toEqual([[], []]);
});
