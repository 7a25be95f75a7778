// Drills of the peers' breaks around rolls, votes and counters, each through what a clerk hands in.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainDateOf } from '../../domain/calendar/plain-date.ts';
import { type Confirmation, type ConfirmedRow, standingOf } from '../../domain/paper/filing/row-confirmation.ts';
import { votesOfSheets } from '../../domain/paper/filing/votes-of-sheets.ts';
import { type Issued, issuedRow, registerLedger } from '../../domain/paper/issue-register.ts';
import { freezeRoll } from '../../functions/intake/freeze-roll.ts';
import { importRoster } from '../../functions/intake/import-roster.ts';
import { importVotes } from '../../functions/intake/import-votes.ts';
import { countStillNeeded } from '../../functions/intake/scan/count-sheets.ts';
import { writeOfCells } from '../../functions/intake/scan/sheet-cells.ts';
import { writeOfFiled } from '../../functions/intake/scan/stack-records.ts';
import { findUpload } from '../../functions/intake/upload-record.ts';
import { loadFrozenRoll } from '../../functions/runtime/load-frozen-roll.ts';
import { roster, rowWith, votes } from '../support/papers/spreadsheets.ts';
import { type FakePorts, fakePorts } from '../support/ports/fake-ports.ts';
import { OUYUAN, PROJECT, putProject, STREET, uploadStack } from '../support/scans/filing-desk.ts';

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

it('paper and screen votes disagree: what a clerk enters against the paper is settled by a second person, and never counted before', () => {
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
});

/** A sheet on file whose rows two clerks have confirmed. */
async function fileSheet(
  rollHash: string,
  version: number,
  opinions: readonly ConfirmedRow['opinion'][],
  printing?: number,
): Promise<void> {
  const name = {
    projectNo: PROJECT,
    kind: 'F2',
    version,
    page: 2,
    ...(printing !== undefined && { printing }),
  } as const;
  const pageId = `u-${version}${printing ?? ''}.0001`;
  const rows = opinions.map((opinion, index) => ({
    no: index + 1,
    reading: { no: index + 1, signature: 'SIGNED', opinion: 'LOOK', publishRoom: 'LOOK' } as const,
    strip: null,
    confirmations: [seenBy('clerk-1', opinion), seenBy('clerk-2', opinion)],
  }));
  await fake.ports.views.write([
    writeOfFiled(name, { pageId, turn: 1 }),
    writeOfCells({ pageId, revision: 1, name, ballot: 'PLAN', rollHash, rows }),
  ]);
}

const planBallot = (rollHash: string, planVersion: number) => ({
  consent: { planBallot: { rollHash, openedOn: plainDateOf('2026-03-01'), planVersion } },
});

it('paper and screen votes disagree, household by household: nothing is imported, and each row says so', async () => {
  await importRows([rowWith({}), rowWith({ 2: '0502', 5: '李四', 6: null, 7: null })]);
  const { rollHash } = await freeze('PLAN');
  await putProject(fake.ports, PROJECT, OUYUAN, planBallot(rollHash, 1));
  await fileSheet(rollHash, 1, ['DISAGREE', 'AGREE']);
  const enter = async (first: string, second: string) => {
    const rows = [
      ['3', '2', '0501', '88.15', first, '是'],
      ['3', '2', '0502', '88.15', second, '是'],
    ];
    return importVotes(fake.ports, { ...BY, sha256: await upload(await votes(rows)), rollHash });
  };
  const refused = await enter('同意', '同意');
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'MALFORMED' } });
  if (!refused.ok) expect(JSON.stringify(refused.refusal.fields)).toContain('与已确认的签字表不一致');
  expect((await enter('不同意', '同意')).ok).toBe(true);
  expect(await enter('同意', '不同意')).toMatchObject({ ok: false });
});

it('signatures for a plan that was given up are no consent to the next one, though the roll is the same', async () => {
  await importRows([rowWith({}), rowWith({ 2: '0502', 5: '李四', 6: null, 7: null })]);
  const { rollHash } = await freeze('PLAN');
  await putProject(fake.ports, PROJECT, OUYUAN, planBallot(rollHash, 2));
  await fileSheet(rollHash, 1, ['AGREE', 'AGREE']);
  const needed = () => countStillNeeded(fake.ports, { actor: STREET, projectId: PROJECT, rollHash });
  expect(await needed()).toMatchObject({ ok: true, value: { households: { agreed: 0 } } });
  await fileSheet(rollHash, 2, ['AGREE', 'DISAGREE']);
  expect(await needed()).toMatchObject({ ok: true, value: { households: { agreed: 1 } } });
});

it('sheets are misprinted and voided after some came back: what was signed on them is no consent, on the corrected ones it is', async () => {
  await importRows([rowWith({}), rowWith({ 2: '0502', 5: '李四', 6: null, 7: null })]);
  const { rollHash } = await freeze('PLAN');
  await putProject(fake.ports, PROJECT, OUYUAN, planBallot(rollHash, 1));
  let seq = 0;
  const issued = (printing?: number, voidedOn?: string) => {
    seq += 1;
    const paper: Issued = {
      ...{
        projectNo: PROJECT,
        kind: 'F2',
        version: 1,
        title: '签字表',
        issuer: '业委会',
        pages: 2,
        sha256: 'a'.repeat(64),
      },
      ...{ issuedOn: plainDateOf('2026-03-01'), ...(printing !== undefined && { printing }) },
    };
    const standing = voidedOn === undefined ? {} : { voidedOn: plainDateOf(voidedOn) };
    return fake.ports.views.write([issuedRow(registerLedger(PROJECT), seq, { paper, ...standing })]);
  };
  const agreed = async () => {
    const needed = await countStillNeeded(fake.ports, { actor: STREET, projectId: PROJECT, rollHash });
    return needed.ok ? needed.value.households.agreed : needed.refusal.code;
  };
  await issued();
  await fileSheet(rollHash, 1, ['AGREE', 'AGREE']);
  expect(await agreed()).toBe(2);
  await issued(undefined, '2026-03-02');
  expect(await agreed()).toBe(0);
  await issued(2);
  await fileSheet(rollHash, 1, ['DISAGREE', 'AGREE'], 2);
  expect(await agreed()).toBe(1);
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
