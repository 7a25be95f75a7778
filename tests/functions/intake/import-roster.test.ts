// From an uploaded roster to the units that a ballot counts: people stay in the vault, hashes and totals go to the ledger.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Neighbourhood } from '../../../domain/parties.ts';
import { rosterLedger } from '../../../domain/roster/roster-ledger.ts';
import { freezeRoll } from '../../../functions/intake/freeze-roll.ts';
import { importRoster } from '../../../functions/intake/import-roster.ts';
import { importVotes } from '../../../functions/intake/import-votes.ts';
import { receiveUpload } from '../../../functions/intake/receive-upload.ts';
import { requestUpload } from '../../../functions/intake/request-upload.ts';
import { loadFrozenRoll } from '../../../functions/runtime/load-frozen-roll.ts';
import { loadBallotUnits, loadVotes } from '../../../functions/runtime/load-votes.ts';
import { PNG } from '../../support/papers/smallest-files.ts';
import { GOOD_ROW, roster, rowWith, votes } from '../../support/papers/spreadsheets.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';

const neighbourhood: Neighbourhood = {
  name: '示例小区',
  code: '330302005001-01',
  community: '330302005001',
  street: '330302005',
};
const actor: Actor = { role: 'STREET', id: 'street-clerk', unit: neighbourhood.street };
const BY = { actor, neighbourhood };
const PROJECT = { projectId: '330302-2026-0017', ballot: 'PLAN' } as const;

/** Two flats of 张三, one of 李四 without id number, one of another 李四 without id number. */
const ROWS = [
  GOOD_ROW,
  rowWith({ 2: '0502', 3: '70.00' }),
  rowWith({ 2: '0601', 3: '60.05', 5: '李四', 6: null }),
  rowWith({ 2: '0602', 3: '50.00', 5: '李四', 6: null }),
];

let fake: FakePorts;
beforeEach(() => {
  fake = fakePorts();
});
afterEach(() => fake.close());

async function upload(bytes: Uint8Array): Promise<string> {
  const { uploadId } = await requestUpload(fake.ports, { actor });
  const received = await receiveUpload(fake.ports, { uploadId, bytes });
  if (!received.ok) throw new Error(received.refusal.says.en);
  return received.value.sha256;
}

async function importRows(rows: Parameters<typeof roster>[0] = ROWS) {
  const imported = await importRoster(fake.ports, { ...BY, sha256: await upload(await roster(rows)) });
  if (!imported.ok) throw new Error(imported.refusal.says.en);
  return imported.value;
}

async function freeze() {
  const frozen = await freezeRoll(fake.ports, { ...BY, ...PROJECT });
  if (!frozen.ok) throw new Error(frozen.refusal.says.en);
  return frozen.value;
}

const entries = () => fake.ports.ledger.read(rosterLedger(neighbourhood.code));

describe('importing a roster', () => {
  it('counts an owner with an id number once, and people of one name without one apart', async () => {
    expect(await importRows()).toMatchObject({ seq: 1, units: 4, households: 3, area: '268.20', titleArea: '409.60' });
  });

  it('writes no name, id number or phone into the ledger', async () => {
    await importRows();
    const written = JSON.stringify(await entries());
    for (const personal of ['张三', '李四', '330302196001010011', '13800000001']) {
      expect(written).not.toContain(personal);
    }
  });

  it('keeps the people in the vault, and the spreadsheet with them', async () => {
    const { vault, source } = await importRows();
    expect((await fake.ports.papers.describe(vault))?.paperClass).toBe('VAULT');
    expect((await fake.ports.papers.describe(source))?.paperClass).toBe('VAULT');
    expect(new TextDecoder().decode(await fake.ports.papers.get(vault))).toContain('张三');
  });

  it('imports nothing of a sheet with one bad row', async () => {
    const sha256 = await upload(await roster([...ROWS, rowWith({ 2: '0701', 3: 'x' })]));
    expect(await importRoster(fake.ports, { ...BY, sha256 })).toMatchObject({
      ok: false,
      refusal: { code: 'MALFORMED' },
    });
    expect(await entries()).toEqual([]);
  });

  it('twice, in whatever order its rows stand, is importing it once', async () => {
    const first = await importRows();
    expect(await importRows([...ROWS].reverse())).toEqual(first);
    expect(await entries()).toHaveLength(1);
  });

  it('of a picture says what the upload is instead', async () => {
    expect(await importRoster(fake.ports, { ...BY, sha256: await upload(PNG) })).toMatchObject({
      ok: false,
      refusal: { code: 'UNSUPPORTED_TYPE', says: { en: expect.stringContaining('image/png') } },
    });
  });

  it('of a file that was never uploaded is refused', async () => {
    expect(await importRoster(fake.ports, { ...BY, sha256: '0'.repeat(64) })).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_FOUND' },
    });
  });

  it('is done by the street of the neighbourhood only', async () => {
    const sha256 = await upload(await roster(ROWS));
    const codeFor = async (other: Actor) => {
      const imported = await importRoster(fake.ports, { actor: other, neighbourhood, sha256 });
      return imported.ok ? 'GRANTED' : imported.refusal.code;
    };
    expect(await codeFor({ ...actor, unit: '330302006' })).toBe('FORBIDDEN_UNIT');
    expect(await codeFor({ role: 'COMMUNITY', id: 'c', unit: neighbourhood.community })).toBe('FORBIDDEN_ROLE');
    expect(await codeFor({ role: 'FINANCE', id: 'f', unit: 'FINANCE' })).toBe('FORBIDDEN_ROLE');
  });
});

describe('freezing a roll', () => {
  it('keeps the roster of the ballot although the roster is corrected afterwards', async () => {
    await importRows();
    const { rollHash } = await freeze();
    await importRows([...ROWS, rowWith({ 2: '0701', 3: '10.00' })]);
    const roll = await loadFrozenRoll(fake.ports, neighbourhood.code, rollHash);
    expect(roll).toMatchObject({ ok: true, value: { hash: rollHash, totals: { units: 4, area: '268.20' } } });
  });

  it('twice for one ballot is freezing it once, and anew after a correction', async () => {
    await importRows();
    const first = await freeze();
    expect(await freeze()).toEqual(first);
    await importRows([...ROWS, rowWith({ 2: '0701', 3: '10.00' })]);
    expect(await freeze()).toMatchObject({ units: 5, rosterSeq: 3 });
  });

  it('is refused before there is a roster', async () => {
    expect(await freezeRoll(fake.ports, { ...BY, ...PROJECT })).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_NOW' },
    });
  });

  it('is needed before a roll can be loaded', async () => {
    const { rosterHash } = await importRows();
    expect(await loadFrozenRoll(fake.ports, neighbourhood.code, rosterHash)).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_FOUND' },
    });
  });

  it('leaves hash and totals when the people are erased from the vault', async () => {
    const { vault } = await importRows();
    const { rollHash } = await freeze();
    await fake.ports.papers.erase(vault);
    expect(await loadFrozenRoll(fake.ports, neighbourhood.code, rollHash)).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_FOUND', says: { en: expect.stringContaining('erased') } },
    });
  });
});

describe('importing votes', () => {
  it('gives the ballot its units with voting owner, area and vote', async () => {
    await importRows();
    const { rollHash } = await freeze();
    const sha256 = await upload(
      await votes([
        ['3', '2', '0501', '88.15', '同意', '是'],
        ['3', '2', '0601', '60.05', '不同意', '否'],
      ]),
    );
    const imported = await importVotes(fake.ports, { ...BY, rollHash, sha256 });
    if (!imported.ok) throw new Error(imported.refusal.says.en);
    expect(imported.value.counts).toMatchObject({
      AGREE: { units: 1, area: '88.15' },
      DISAGREE: { units: 1, area: '60.05' },
      NOT_RETURNED: { units: 2, area: '120.00' },
    });
    const { votesSha256 } = imported.value;
    const units = await loadBallotUnits(fake.ports, { neighbourhoodCode: neighbourhood.code, rollHash, votesSha256 });
    if (!units.ok) throw new Error(units.refusal.says.en);
    expect(units.value.map(({ unit, area, vote }) => [unit, area.toFixed(2), vote])).toEqual([
      ['3-2-0501', '88.15', 'AGREE'],
      ['3-2-0502', '70.00', 'NOT_RETURNED'],
      ['3-2-0601', '60.05', 'DISAGREE'],
      ['3-2-0602', '50.00', 'NOT_RETURNED'],
    ]);
    expect(units.value[0]?.ownerId).toBe(units.value[1]?.ownerId);
    expect(units.value[2]?.ownerId).not.toBe(units.value[3]?.ownerId);
  });

  it('stores nothing when one row does not fit the roll, and tells where', async () => {
    await importRows();
    const { rollHash } = await freeze();
    const sha256 = await upload(
      await votes([
        ['3', '2', '0501', '88.15', '同意', '是'],
        ['3', '2', '9999', '88.15', '同意', '是'],
      ]),
    );
    const imported = await importVotes(fake.ports, { ...BY, rollHash, sha256 });
    expect(imported).toMatchObject({ ok: false, refusal: { code: 'MALFORMED', fields: [{ path: '/意见/3/C' }] } });
  });

  it('for one roll does not serve the ballot of another', async () => {
    await importRows();
    const first = await freeze();
    const sha256 = await upload(await votes([['3', '2', '0501', '88.15', '同意', '是']]));
    const imported = await importVotes(fake.ports, { ...BY, rollHash: first.rollHash, sha256 });
    if (!imported.ok) throw new Error(imported.refusal.says.en);
    await importRows([...ROWS, rowWith({ 2: '0701', 3: '10.00' })]);
    const second = await freeze();
    const units = await loadBallotUnits(fake.ports, {
      neighbourhoodCode: neighbourhood.code,
      rollHash: second.rollHash,
      votesSha256: imported.value.votesSha256,
    });
    expect(units).toMatchObject({ ok: false, refusal: { code: 'MALFORMED' } });
  });

  it('are not found under the hash of any other paper', async () => {
    const { vault, source } = await importRows();
    expect((await loadVotes(fake.ports, vault)).ok).toBe(false);
    expect((await loadVotes(fake.ports, source)).ok).toBe(false);
  });
});
