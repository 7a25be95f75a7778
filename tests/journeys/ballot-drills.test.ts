// Drills of the peers' breaks around rolls, votes and counters, each through what a clerk hands in.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Confirmation, type ConfirmedRow, standingOf } from '../../domain/paper/filing/row-confirmation.ts';
import { votesOfSheets } from '../../domain/paper/filing/votes-of-sheets.ts';
import { freezeRoll } from '../../functions/intake/freeze-roll.ts';
import { importRoster } from '../../functions/intake/import-roster.ts';
import { importVotes } from '../../functions/intake/import-votes.ts';
import { findUpload } from '../../functions/intake/upload-record.ts';
import { loadFrozenRoll } from '../../functions/runtime/load-frozen-roll.ts';
import { roster, rowWith, votes } from '../support/papers/spreadsheets.ts';
import { type FakePorts, fakePorts } from '../support/ports/fake-ports.ts';
import { OUYUAN, PROJECT, STREET, uploadStack } from '../support/scans/filing-desk.ts';

let fake: FakePorts;
beforeEach(() => {
  fake = fakePorts();
});
afterEach(() => fake.close());

const BY = { actor: STREET, neighbourhood: OUYUAN };
async function upload(bytes: Uint8Array): Promise<string> {
  const found = await findUpload(fake.ports, await uploadStack(fake.ports, STREET, bytes));
  return found?.state === 'STORED' ? found.sha256 : expect.fail('not stored');
}
async function importRows(rows: Parameters<typeof roster>[0]): Promise<void> {
  const imported = await importRoster(fake.ports, { ...BY, sha256: await upload(await roster(rows)) });
  if (!imported.ok) expect.fail(imported.refusal.says.en);
}
async function freeze(ballot: 'WILLINGNESS' | 'PLAN') {
  const frozen = await freezeRoll(fake.ports, { ...BY, projectId: PROJECT, ballot });
  return frozen.ok ? frozen.value : expect.fail(frozen.refusal.says.en);
}
const rollOf = async (rollHash: string) => {
  const roll = await loadFrozenRoll(fake.ports, OUYUAN.code, rollHash);
  return roll.ok ? roll.value : expect.fail(roll.refusal.says.en);
};

/** `owners` flats of one owner each that have `area` ㎡ together. */
function flats(owners: number, area: string) {
  const cents = Math.round(Number(area) * 100);
  const each = Math.floor(cents / owners);
  return Array.from({ length: owners }, (_, index) => {
    const own = index === 0 ? cents - each * (owners - 1) : each;
    const room = String(101 + index);
    return rowWith({ 2: room, 3: (own / 100).toFixed(2), 4: null, 5: `业主${index}`, 6: null, 7: null });
  });
}

it('roll changed between ballots (403 owners/66,783.97 ㎡, two months later 401/66,067.85): each is counted on its own', async () => {
  await importRows(flats(403, '66783.97'));
  const first = await freeze('WILLINGNESS');
  await importRows(flats(401, '66067.85'));
  const second = await freeze('PLAN');
  expect([first.households, first.area]).toEqual([403, '66783.97']);
  expect([second.households, second.area]).toEqual([401, '66067.85']);
  expect((await rollOf(first.rollHash)).totals).toMatchObject({ households: 403, area: '66783.97' });
  expect((await rollOf(second.rollHash)).totals).toMatchObject({ households: 401, area: '66067.85' });
});

it('flat sold during the ballot: the roll stays as it was frozen, the next one has the new owner', async () => {
  await importRows([rowWith({}), rowWith({ 2: '0502', 5: '李四', 6: null, 7: null })]);
  const frozen = await freeze('PLAN');
  const before = await rollOf(frozen.rollHash);
  await importRows([rowWith({ 5: '买主', 6: null, 7: null }), rowWith({ 2: '0502', 5: '李四', 6: null, 7: null })]);
  expect(await rollOf(frozen.rollHash)).toEqual(before);
  expect((await freeze('PLAN')).rollHash).not.toBe(frozen.rollHash);
});

const rowOf = (opinion: ConfirmedRow['opinion'], remarks: ConfirmedRow['remarks'] = []): ConfirmedRow => ({
  signature: 'SIGNED',
  publishRoom: true,
  opinion,
  remarks,
});
const seenBy = (by: string, opinion: ConfirmedRow['opinion'], hour = 1): Confirmation => ({
  by,
  at: `2026-03-02T0${hour}:00:00.000Z`,
  row: rowOf(opinion),
});

it('paper and screen votes disagree: what a clerk enters against the paper is settled by a second person, and never counted before', async () => {
  const reading = { no: 1, signature: 'SIGNED', opinion: 'DISAGREE', publishRoom: 'YES' } as const;
  const standing = (...confirmations: Confirmation[]) => standingOf(reading, confirmations, false, true).standing;
  const entered = seenBy('clerk-1', 'AGREE');
  expect(standing(entered)).toBe('SECOND_NEEDED');
  expect(standing(entered, seenBy('clerk-1', 'AGREE', 2))).toBe('SECOND_NEEDED');
  expect(standing(entered, seenBy('clerk-2', 'DISAGREE'))).toBe('DISPUTED');
  const settled = standingOf(
    reading,
    [entered, seenBy('clerk-2', 'DISAGREE'), seenBy('clerk-3', 'DISAGREE')],
    false,
    true,
  );
  expect(settled).toEqual({ standing: 'SETTLED', row: rowOf('DISAGREE') });
  // A spreadsheet that says both of one household is refused as a whole, with the row.
  await importRows([rowWith({})]);
  const { rollHash } = await freeze('PLAN');
  const sheet = ['3', '2', '0501', '88.15'];
  const sha256 = await upload(
    await votes([
      [...sheet, '同意', '是'],
      [...sheet, '不同意', '否'],
    ]),
  );
  const imported = await importVotes(fake.ports, { ...BY, sha256, rollHash });
  expect(imported).toMatchObject({ ok: false, refusal: { code: 'MALFORMED' } });
});

it('co-owners disagree: a unit has one vote, and contradicting sheets are asked about, not counted', async () => {
  await importRows([
    rowWith({ 5: '张三、李四', 6: null, 7: null }),
    rowWith({ 2: '0502', 5: '王五', 6: null, 7: null }),
  ]);
  const { rollHash, households } = await freeze('PLAN');
  expect(households).toBe(2);
  const roll = await rollOf(rollHash);
  const no = roll.units.findIndex(({ ownerKeys }) => ownerKeys.length === 2) + 1;
  const sheet = (pageId: string, opinion: ConfirmedRow['opinion'], remarks: ConfirmedRow['remarks'] = []) => ({
    pageId,
    no,
    row: rowOf(opinion, remarks),
  });
  const disputed = votesOfSheets(roll, [sheet('p1', 'AGREE'), sheet('p2', 'DISAGREE')]);
  expect(disputed.notes.map(({ code }) => code)).toContain('CONTRADICTING');
  const agreed = votesOfSheets(roll, [sheet('p1', 'AGREE'), sheet('p2', 'DISAGREE', ['WITHDRAWS_EARLIER'])]);
  expect(agreed.notes.map(({ code }) => code)).not.toContain('CONTRADICTING');
  expect(agreed.votes.map(({ vote }) => vote).toSorted()).toEqual(['DISAGREE', 'NOT_RETURNED']);
});

it('counter that leaks, or falls below zero, and stops everything while all metrics read idle: it is the number of rows, whatever is written in whatever order', async () => {
  const { views } = fake.ports;
  const write = (sort: string, value: { n: number } | null, seq: number) =>
    views.write([{ view: 'v', partition: 'p', sort, value, watermark: { ledger: `l/${sort}`, seq } }]);
  // Taken away before it was there, twice, late, and come back.
  await write('a', null, 2);
  await write('a', null, 2);
  await write('a', { n: 1 }, 1);
  expect(await views.count('v', 'p')).toBe(0);
  await write('b', { n: 1 }, 1);
  await write('b', { n: 1 }, 1);
  await write('a', { n: 2 }, 3);
  expect(await views.count('v', 'p')).toBe(2);
  for (const sort of ['a', 'b', 'a', 'b']) await write(sort, null, 9);
  expect([await views.count('v', 'p'), (await views.query('v', 'p')).rows.length]).toEqual([0, 0]);
});
