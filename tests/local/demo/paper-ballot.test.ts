// From the press to the count: a pack is issued, its sheet signed and scanned badly, filed by its code, confirmed and counted.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../domain/parties.ts';
import { confirmCells, listCells } from '../../../functions/intake/scan/confirm-cells.ts';
import { countSheets } from '../../../functions/intake/scan/count-sheets.ts';
import { PaperPile, type Written } from '../../../local/demo/sign-and-scan.ts';
import { blankPage, pdfOf } from '../../../local/paperwork/stack-files.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { openPrintingCounter } from '../../functions/typesetting/printing-counter.ts';
import { fileNow } from '../../support/scans/filing-desk.ts';

const BALLOT = {
  bodyTel: '0577-00000001',
  planPlace: '小区大门公告栏',
  returnTo: '社区一楼',
  ballotFrom: '2026-03-02',
  ballotTo: '2026-03-15',
};
const STREET: Actor = { role: 'STREET', id: 'street-1', unit: '330302001' };
const BODY: Actor = { role: 'BODY', id: 'body-1', unit: '330302001003-01' };

/** Six agree, two do not, one does not sign. */
const wrote = (no: number): Written | undefined =>
  no === 9 ? undefined : { opinion: no <= 6 ? 'AGREE' : 'DISAGREE', publishRoom: no % 2 === 0 };

let counter: Awaited<ReturnType<typeof openPrintingCounter>>;
let rollHash: string;
let filed: Awaited<ReturnType<typeof fileNow>>;

beforeAll(async () => {
  counter = await openPrintingCounter();
  const { stage, ask } = counter;
  await stage.playUntil('PLAN_PUBLISHED');
  rollHash = await stage.roll('PLAN');
  const { body } = await ask('BODY', 'POST', 'packs/ballot', { contents: BALLOT });
  const [form] = body.papers as { sha256: string }[];
  const pile = new PaperPile((await ask('BODY', 'GET', `papers/${form?.sha256}`)).file);
  const sheets = await pile.sheets();
  expect(sheets).toEqual([{ page: 2, rows: [1, 2, 3, 4, 5, 6, 7, 8, 9] }]);
  const scan = await pile.scan(2, { seed: 7, upsideDown: true, written: wrote });
  await stage.perform('open-ballot', 'BODY', { openedOn: '2026-03-02', rollHash, form: form?.sha256 });
  filed = await fileNow(stage.ports, await pdfOf([scan, await blankPage(1)]), STREET);
});
afterAll(() => counter.stage.close());

describe('a sheet from the press', () => {
  it('files itself by its code, upside down and with a blank back', () => {
    expect(filed.pages[0]).toMatchObject({ state: 'FILED', name: { kind: 'F2', version: 1, page: 2 } });
  });

  it('is read row by row as it was signed, and counts when it is confirmed', async () => {
    const { ports } = counter.stage;
    const pageId = filed.pages[0]?.pageId ?? '';
    const listed = await listCells(ports, { actor: BODY, pageId });
    const proposed = listed.ok ? listed.value.rows.map(({ proposed }) => proposed) : [];
    expect(proposed.map(({ signature }) => signature)).toEqual([...Array(8).fill('SIGNED'), 'BLANK']);
    const rows = Array.from({ length: 9 }, (_, index) => {
      const written = wrote(index + 1);
      const row = {
        signature: written ? ('SIGNED' as const) : ('BLANK' as const),
        opinion: written?.opinion ?? ('NONE' as const),
        publishRoom: written?.publishRoom ?? false,
        remarks: [],
      };
      return { no: index + 1, row };
    });
    for (const actor of [BODY, STREET])
      expect(await confirmCells(ports, { actor, pageId, rows })).toMatchObject({ ok: true });
    const counted = await countSheets(ports, { actor: BODY, projectId: PROJECT_ID, rollHash });
    expect(counted).toMatchObject({
      ok: true,
      value: { counts: { AGREE: { units: 6 }, DISAGREE: { units: 2 }, NOT_RETURNED: { units: 1 } } },
    });
  });
});
