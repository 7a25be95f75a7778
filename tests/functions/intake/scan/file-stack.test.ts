// A mixed stack from the scanner to the file: every page files itself, asks, or is refused, and the receipt lists them all.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../../../domain/calendar/plain-date.ts';
import { pageIdOf } from '../../../../domain/paper/filing/filed-page.ts';
import { readableCode } from '../../../../domain/paper/filing-code.ts';
import type { Actor } from '../../../../domain/parties.ts';
import { fileStack } from '../../../../functions/intake/scan/file-stack.ts';
import { filedPapers } from '../../../../functions/intake/scan/filed-papers.ts';
import { findPagesBeside } from '../../../../functions/intake/scan/pages-beside.ts';
import { resolvePage } from '../../../../functions/intake/scan/resolve-page.ts';
import { readReceipt } from '../../../../functions/intake/scan/stack-receipt.ts';
import { officeScanner, simulateScan } from '../../../../local/paperwork/simulate-scan.ts';
import { blankPage, ofdOf, pdfOf } from '../../../../local/paperwork/stack-files.ts';
import { type FakePorts, fakePorts } from '../../../support/ports/fake-ports.ts';
import { type FiledStack, fileNow, OUYUAN, PROJECT, putProject, STREET } from '../../../support/scans/filing-desk.ts';
import { printSheets, type SheetOrder } from '../../../support/scans/printed-sheets.ts';
import { tracesOfTelemetry } from '../../../support/scans/telemetry.ts';

const OTHER_STREETS_PROJECT = '330302-2026-0018';
const OTHER_STREET: Actor = { role: 'STREET', id: 'other-clerk', unit: '330302006' };
const OFFICE_SCANNER = officeScanner(1.3);

const page = (kind: SheetOrder['name']['kind'], number: number, version = 1, projectNo = PROJECT) => ({
  projectNo,
  kind,
  version,
  page: number,
});
const ORDERS = {
  application: { name: page('M1', 1), neighbourhood: '瓯园小区' },
  upsideDown: { name: page('M4', 2), neighbourhood: '瓯园小区' },
  otherTitle: { name: page('M3', 1), neighbourhood: '瓯园小区', titled: 'F1' },
  otherNeighbourhood: { name: page('F1', 2), neighbourhood: '东海小区' },
  otherStreets: { name: page('F1', 1, 1, OTHER_STREETS_PROJECT), neighbourhood: '江滨小区' },
  withoutCode: { name: page('M1', 2), neighbourhood: '瓯园小区', withoutCode: true },
  oldVersion: { name: page('F2', 3, 1), neighbourhood: '瓯园小区' },
} as const satisfies Record<string, SheetOrder>;
type Sheet = keyof typeof ORDERS;
const SHEETS = Object.keys(ORDERS) as readonly Sheet[];

let fake: FakePorts;
let scans: Readonly<Record<Sheet, Buffer>>;
let filed: FiledStack;
let tracesBefore: readonly string[];

beforeAll(async () => {
  fake = fakePorts({ now: instantOf(Date.UTC(2026, 2, 2, 1)) });
  await putProject(fake.ports, PROJECT, OUYUAN, {
    consent: {
      planBallot: { rollHash: 'a'.repeat(64), openedOn: '2026-03-01' as never, planVersion: 2 },
    },
  });
  await putProject(fake.ports, OTHER_STREETS_PROJECT, { ...OUYUAN, street: OTHER_STREET.unit });
  const { sheets } = await printSheets(fake.ports.seal, Object.values(ORDERS));
  const scanned = await Promise.all(
    sheets.map(({ image }, index) =>
      simulateScan(image, { ...OFFICE_SCANNER, turned: SHEETS[index] === 'upsideDown' ? 2 : 0 }, index),
    ),
  );
  scans = Object.fromEntries(SHEETS.map((name, index) => [name, scanned[index] ?? Buffer.alloc(0)])) as typeof scans;
  const { application, ...others } = scans;
  tracesBefore = tracesOfTelemetry();
  filed = await fileNow(
    fake.ports,
    await pdfOf([application, await blankPage(1), ...Object.values(others), application]),
  );
});
afterAll(() => fake.close());

const numbered = (number: number) => filed.pages[number - 1];

describe('a mixed stack', () => {
  it('is done with a verdict on each of its pages', () => {
    expect(filed.stack).toMatchObject({ state: 'DONE', pages: 9, filed: 9, checked: 9, refusal: null });
    expect(filed.pages.map(({ state }) => state)).not.toContain('CHECKING');
  });

  it('files a page by its code', () => {
    expect(numbered(1)).toMatchObject({ state: 'FILED', findings: [], name: page('M1', 1), dpi: 150 });
  });

  it('files a page that was fed upside down', () => {
    expect(numbered(3)).toMatchObject({ state: 'FILED', name: page('M4', 2), code: { turns: 2 } });
  });

  it('keeps a blank back with the page before it', () => {
    expect(numbered(2)).toMatchObject({ state: 'FILED', findings: ['BLANK_PAGE'], name: null });
  });

  it('asks when the title of the page is not that of the paper its code names', () => {
    expect(numbered(4)).toMatchObject({ state: 'NEEDS_ATTENTION', findings: ['TITLE_DIFFERS'] });
  });

  it('asks when the page names another neighbourhood', () => {
    expect(numbered(5)).toMatchObject({ state: 'NEEDS_ATTENTION', findings: ['NEIGHBOURHOOD_DIFFERS'] });
  });

  it('refuses a page of another street', () => {
    expect(numbered(6)).toMatchObject({ state: 'REFUSED', findings: expect.arrayContaining(['WRONG_STREET']) });
  });

  it('asks what a page without code is', () => {
    expect(numbered(7)).toMatchObject({ state: 'NEEDS_ATTENTION', findings: ['NO_CODE'], name: null });
  });

  it('refuses a sheet signed for an earlier version of the plan', () => {
    expect(numbered(8)).toMatchObject({ state: 'REFUSED', findings: expect.arrayContaining(['OLD_VERSION']) });
  });

  it('refuses the second copy of the same picture', () => {
    expect(numbered(9)).toMatchObject({ state: 'REFUSED', findings: ['DUPLICATE'] });
  });

  it('keeps a picture of every page', async () => {
    const kept = await Promise.all(filed.pages.map(({ picture }) => fake.ports.papers.describe(picture ?? '')));
    expect(kept.map((paper) => paper?.mediaType)).toEqual(filed.pages.map(() => 'image/jpeg'));
  });

  it('keeps pictures of papers with names on them in the vault', async () => {
    const kept = await fake.ports.papers.describe(numbered(5)?.picture ?? '');
    expect(kept?.paperClass).toBe('VAULT');
  });

  it('is filed once, however often it is asked for', async () => {
    expect(await fileStack(fake.ports, filed.uploadId)).toEqual(filed.stack);
  });

  it('has a receipt that says of every page what happened and what to do, to its own party only', async () => {
    const receipt = await readReceipt(fake.ports, { actor: STREET, uploadId: filed.uploadId });
    expect(receipt).toMatchObject({
      ok: true,
      value: {
        counts: { FILED: 3, NEEDS_ATTENTION: 3, REFUSED: 3, CHECKING: 0 },
        list: expect.arrayContaining([
          expect.objectContaining({
            number: 7,
            findings: [
              { code: 'NO_CODE', says: expect.objectContaining({ zh: expect.any(String) }), toDo: expect.anything() },
            ],
          }),
        ]),
      },
    });
    const foreign = await readReceipt(fake.ports, { actor: OTHER_STREET, uploadId: filed.uploadId });
    expect(foreign).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
  });

  it('puts the papers on the file of their project', async () => {
    expect(await filedPapers(fake.ports, PROJECT)).toEqual([
      { kind: 'M1', version: 1, pages: [{ page: 1, pageId: pageIdOf(filed.uploadId, 1) }] },
      { kind: 'M4', version: 1, pages: [{ page: 2, pageId: pageIdOf(filed.uploadId, 3) }] },
    ]);
  });
});

describe('the reader of a stack', () => {
  it('reports nothing of what it does to the makers of its libraries', () => {
    // Read by the recogniser, or the title would not be known.
    expect(filed.pages.flatMap(({ findings }) => findings)).toContain('TITLE_DIFFERS');
    expect(tracesOfTelemetry().filter((file) => !tracesBefore.includes(file))).toEqual([]);
  });
});

describe('two pages side by side', () => {
  const beside = async (number: number, actor = STREET) => {
    const found = await findPagesBeside(fake.ports, { actor, pageId: pageIdOf(filed.uploadId, number) });
    if (!found.ok) return found.refusal.code;
    return found.value.beside.map(({ why, page: other }) => [why, other.pageId]);
  };

  it('are a second copy and the page on file that it is a copy of', async () => {
    expect(await beside(9)).toEqual([['SAME_PLACE', pageIdOf(filed.uploadId, 1)]]);
  });

  it('are none where nothing else is like the page, and not for another street', async () => {
    expect(await beside(3)).toEqual([]);
    expect(await beside(7)).toEqual([]);
    expect(await beside(9, OTHER_STREET)).toBe('NOT_FOUND');
  });

  it('are a page scanned again otherwise and the one that holds its place, and pages of two versions', async () => {
    const { sheets } = await printSheets(fake.ports.seal, [
      ORDERS.application,
      { name: page('M1', 1, 2), neighbourhood: '瓯园小区' },
    ]);
    const [other, later] = await Promise.all(
      sheets.map(({ image }, index) => simulateScan(image, { ...OFFICE_SCANNER, skew: -0.8, blur: 0.2 }, 90 + index)),
    );
    const [again] = (await fileNow(fake.ports, await pdfOf([other ?? Buffer.alloc(0)]))).pages;
    expect(again).toMatchObject({ state: 'NEEDS_ATTENTION', findings: expect.arrayContaining(['SAME_PAGE_AGAIN']) });
    const [newer] = (await fileNow(fake.ports, await pdfOf([later ?? Buffer.alloc(0)]))).pages;
    expect(newer).toMatchObject({ name: page('M1', 1, 2) });
    const found = await findPagesBeside(fake.ports, { actor: STREET, pageId: again?.pageId ?? '' });
    expect(found).toMatchObject({
      ok: true,
      value: {
        page: { findings: expect.arrayContaining([expect.objectContaining({ code: 'SAME_PAGE_AGAIN' })]) },
        beside: [
          { why: 'SAME_PLACE', page: { pageId: pageIdOf(filed.uploadId, 1) } },
          { why: 'OTHER_VERSION', page: { pageId: newer?.pageId } },
        ],
      },
    });
  });
});

describe('a page that needs attention', () => {
  const pageId = (number: number) => pageIdOf(filed.uploadId, number);
  const resolve = (number: number, resolution: Parameters<typeof resolvePage>[1]['resolution'], actor = STREET) =>
    resolvePage(fake.ports, { actor, pageId: pageId(number), resolution });

  it('is not filed under a code that was mistyped', async () => {
    const code = readableCode(fake.ports.seal, page('M1', 2)).replace('M1', 'M2');
    expect(await resolve(7, { kind: 'FILE', code })).toMatchObject({ ok: false, refusal: { code: 'MALFORMED' } });
  });

  it('is no business of another street', async () => {
    expect(await resolve(7, { kind: 'LEAVE_OUT' }, OTHER_STREET)).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_FOUND' },
    });
  });

  it('does not take the place of another page by being filed, only by replacing it', async () => {
    const code = readableCode(fake.ports.seal, page('M1', 1));
    expect(await resolve(7, { kind: 'FILE', code })).toMatchObject({ ok: false, refusal: { code: 'NOT_NOW' } });
    expect(await resolve(7, { kind: 'REPLACE', code })).toMatchObject({
      ok: true,
      value: { state: 'FILED', name: page('M1', 1) },
    });
    const [application] = await filedPapers(fake.ports, PROJECT);
    expect(application?.pages).toEqual([{ page: 1, pageId: pageId(7) }]);
    const receipt = await readReceipt(fake.ports, { actor: STREET, uploadId: filed.uploadId });
    expect(receipt).toMatchObject({
      ok: true,
      value: { list: expect.arrayContaining([expect.objectContaining({ number: 1, state: 'REFUSED' })]) },
    });
  });

  it('can be left out, and is settled then', async () => {
    expect(await resolve(4, { kind: 'LEAVE_OUT' })).toMatchObject({ ok: true, value: { state: 'REFUSED' } });
    expect(await resolve(4, { kind: 'FILE' })).toMatchObject({ ok: false, refusal: { code: 'NOT_NOW' } });
  });
});

describe('an OFD', () => {
  it('has its scanned pages read and its drawn pages shown to a person', async () => {
    const { pages } = await fileNow(fake.ports, ofdOf([scans.otherNeighbourhood, '文字']));
    expect(pages).toMatchObject([
      { state: 'NEEDS_ATTENTION', name: page('F1', 2) },
      { state: 'NEEDS_ATTENTION', findings: ['VECTOR_PAGE'] },
    ]);
  });
});
