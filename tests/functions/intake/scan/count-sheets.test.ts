// A sign sheet from paper to votes: read cell by cell, confirmed from pictures, counted into the frozen roll.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageIdOf } from '../../../../domain/paper/filing/filed-page.ts';
import type { ConfirmedRow } from '../../../../domain/paper/filing/row-confirmation.ts';
import { geometryOfSignSheet } from '../../../../domain/paper/filing/sheet-geometry.ts';
import { freezeRoll } from '../../../../functions/intake/freeze-roll.ts';
import { importRoster } from '../../../../functions/intake/import-roster.ts';
import { confirmCells, isSampled, listCells } from '../../../../functions/intake/scan/confirm-cells.ts';
import { countSheets, countStillNeeded } from '../../../../functions/intake/scan/count-sheets.ts';
import { readReceipt } from '../../../../functions/intake/scan/stack-receipt.ts';
import { findUpload } from '../../../../functions/intake/upload-record.ts';
import { loadFrozenRoll } from '../../../../functions/runtime/load-frozen-roll.ts';
import { loadVotes } from '../../../../functions/runtime/load-votes.ts';
import { keepSignSheets } from '../../../../functions/runtime/sign-sheets.ts';
import { simulateScan } from '../../../../local/paperwork/simulate-scan.ts';
import { roster, rowWith } from '../../../support/papers/spreadsheets.ts';
import { type FakePorts, fakePorts } from '../../../support/ports/fake-ports.ts';
import {
  fileNow,
  OUYUAN,
  PROJECT,
  putProject,
  SECOND_CLERK,
  STREET,
  uploadStack,
} from '../../../support/scans/filing-desk.ts';
import { type FilledSheet, fillIn } from '../../../support/scans/filled-sheets.ts';
import { printSheets } from '../../../support/scans/printed-sheets.ts';

const UNITS = 8;
const sheetName = (page: number) => ({ projectNo: PROJECT, kind: 'F2', version: 2, page }) as const;
const BY = { actor: STREET, neighbourhood: OUYUAN };

let fake: FakePorts;
let rollHash: string;
let filled: FilledSheet;
let pageId: string;

beforeAll(async () => {
  fake = fakePorts();
  const { ports } = fake;
  await putProject(ports, PROJECT, OUYUAN);
  const rows = Array.from({ length: UNITS }, (_, index) =>
    rowWith({ 2: `0${index + 1}01`, 3: '50.00', 5: `业主${index + 1}`, 6: null }),
  );
  const upload = await findUpload(ports, await uploadStack(ports, STREET, await roster(rows)));
  await importRoster(ports, { ...BY, sha256: upload?.state === 'STORED' ? upload.sha256 : '' });
  const frozen = await freezeRoll(ports, { ...BY, projectId: PROJECT, ballot: 'PLAN' });
  if (!frozen.ok) throw new Error(frozen.refusal.says.en);
  rollHash = frozen.value.rollHash;
  const roll = await loadFrozenRoll(ports, OUYUAN.code, rollHash);
  if (!roll.ok) throw new Error(roll.refusal.says.en);

  const printed = roll.value.units.map(({ unit, area }, index) => ({ no: index + 1, unit, area }));
  const { sheets } = await printSheets(ports.seal, [{ name: sheetName(2), neighbourhood: OUYUAN.name, rows: printed }]);
  const [sheet] = sheets;
  if (sheet === undefined) throw new Error('nothing was printed');
  const geometry = geometryOfSignSheet(sheet.rows);
  await keepSignSheets(ports, [
    { name: sheetName(2), ballot: 'PLAN', rollHash, geometry },
    { name: sheetName(3), ballot: 'PLAN', rollHash, geometry },
  ]);
  filled = await fillIn(sheet, 11, false);
  const conditions = {
    dpi: 200,
    skew: -1.1,
    perspective: 0.003,
    blur: 0.5,
    noise: 6,
    contrast: 0.85,
    jpegQuality: 60,
    waves: 0.5,
    turned: 0,
  } as const;
  const { uploadId } = await fileNow(ports, await simulateScan(filled.image, conditions, 3));
  pageId = pageIdOf(uploadId, 1);
});
afterAll(() => fake.close());

/** What a careful person enters. */
function seen({ signed, opinions, publishRoom }: FilledSheet['truth'][number]): ConfirmedRow {
  const [first = 'NONE', ...others] = opinions;
  return {
    signature: signed ? 'SIGNED' : 'BLANK',
    opinion: others.length > 0 ? 'SEVERAL' : first,
    publishRoom: publishRoom === 'YES',
    remarks: [],
  };
}
const truth = () => filled.truth.map((row) => ({ no: row.no, row: seen(row) }));
const count = () => countSheets(fake.ports, { actor: STREET, projectId: PROJECT, rollHash });

describe('a sign sheet that came back', () => {
  it('is read cell by cell, with a picture of every row', async () => {
    const listed = await listCells(fake.ports, { actor: STREET, pageId });
    if (!listed.ok) throw new Error(listed.refusal.says.en);
    expect(
      listed.value.rows.map(({ no, proposed }) => ({ no, signature: proposed.signature, opinion: proposed.opinion })),
    ).toEqual(truth().map(({ no, row }) => ({ no, signature: row.signature, opinion: row.opinion })));
    // Of the small boxes of consent some are shown to a person; none is read as something else.
    for (const [index, { proposed }] of listed.value.rows.entries())
      expect(['LOOK', filled.truth[index]?.publishRoom]).toContain(proposed.publishRoom);
    const strips = await Promise.all(listed.value.rows.map(({ strip }) => fake.ports.papers.describe(strip ?? '')));
    expect(strips.map((strip) => strip?.paperClass)).toEqual(strips.map(() => 'VAULT'));
  });

  it('says which sheets of its set have not come back', async () => {
    const receipt = await readReceipt(fake.ports, { actor: STREET, uploadId: pageId.replace(/\.\d+$/, '') });
    expect(receipt).toMatchObject({ ok: true, value: { missing: [`${PROJECT} F2/0002/0003`] } });
  });

  it('counts for nothing before a person has confirmed it', async () => {
    expect(await count()).toMatchObject({ ok: false, refusal: { code: 'GATE_SHUT' } });
    const needed = await countStillNeeded(fake.ports, { actor: STREET, projectId: PROJECT, rollHash });
    expect(needed).toMatchObject({
      ok: true,
      value: { unconfirmed: UNITS, households: { agreed: 0, required: 6, missing: 6 } },
    });
  });

  it('lets nobody confirm a row that is not on the page', async () => {
    const row = seen({ no: 99, signed: true, opinions: ['AGREE'], publishRoom: 'NO', slashed: false });
    const confirmed = await confirmCells(fake.ports, { actor: STREET, pageId, rows: [{ no: 99, row }] });
    expect(confirmed).toMatchObject({ ok: false, refusal: { code: 'MALFORMED' } });
  });

  it('is settled by one person, but for the sample', async () => {
    const confirmed = await confirmCells(fake.ports, { actor: STREET, pageId, rows: truth() });
    if (!confirmed.ok) throw new Error(confirmed.refusal.says.en);
    const standings = confirmed.value.rows.map(({ no, standing }) => [no, standing]);
    expect(standings).toEqual(truth().map(({ no }) => [no, isSampled(pageId, no) ? 'SECOND_NEEDED' : 'SETTLED']));
  });

  it('becomes votes in the frozen roll once a second person has seen the sample', async () => {
    await confirmCells(fake.ports, { actor: SECOND_CLERK, pageId, rows: truth() });
    const counted = await count();
    if (!counted.ok) throw new Error(counted.refusal.says.en);
    const votes = await loadVotes(fake.ports, counted.value.votesSha256);
    if (!votes.ok) throw new Error(votes.refusal.says.en);
    const expected = truth().map(({ row }) => {
      if (row.signature === 'BLANK' && row.opinion === 'NONE') return 'NOT_RETURNED';
      return row.signature === 'BLANK' || row.opinion === 'NONE' || row.opinion === 'SEVERAL' ? 'INVALID' : row.opinion;
    });
    expect(votes.value.votes.map(({ vote }) => vote)).toEqual(expected);
  });

  it('says what is still to be collected, building by building', async () => {
    const agreed = truth().filter(({ row }) => row.signature === 'SIGNED' && row.opinion === 'AGREE').length;
    const needed = await countStillNeeded(fake.ports, { actor: STREET, projectId: PROJECT, rollHash });
    expect(needed).toMatchObject({
      ok: true,
      value: {
        unconfirmed: 0,
        households: { agreed, required: 6, missing: Math.max(0, 6 - agreed) },
        area: { agreed: (agreed * 50).toFixed(2), required: '266.67' },
        buildings: [{ building: '3', units: UNITS, agreed, area: '400.00' }],
      },
    });
  });
});
