// Papers over HTTP: what the ledger knows stands on them, who may issue which, drafts, packs, pages again.
import { describe, expect, it } from 'vitest';
import { registerLedger } from '../../../domain/paper/issue-register.ts';
import { findSignSheet } from '../../../functions/runtime/sign-sheets.ts';
import { linesOf, readPdf } from '../../../local/paperwork/read-pdf.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { RECOGNITION } from '../../support/papers/typed-contents.ts';
import { openPrintingCounter, type PrintingCounter } from './printing-counter.ts';

const BALLOT = {
  bodyTel: '0577-00000001',
  planPlace: '小区大门公告栏',
  returnTo: '社区一楼',
  ballotFrom: '2026-03-02',
  ballotTo: '2026-03-15',
};
const textOf = async (bytes: Uint8Array): Promise<string> =>
  (await readPdf(bytes)).flatMap((page) => linesOf(page).map(({ text }) => text)).join('\n');
const issue = (counter: PrintingCounter, kind: string, contents: object) =>
  counter.ask('BODY', 'POST', 'papers', { kind, contents });

describe('a paper ordered over HTTP', () => {
  it('needs only what the ledger does not know, and says what that is', async () => {
    const counter = await openPrintingCounter();
    await counter.stage.playUntil('PLAN_APPROVED');
    const { status, body } = await counter.ask('BODY', 'POST', 'papers/prepare', { kind: 'F2S' });
    expect(status).toBe(200);
    expect(body.contents).toMatchObject({
      projectNo: PROJECT_ID,
      neighbourhoodName: '月季小区',
      planVersion: '第1版',
      householdsTotal: 9,
      householdsRequired: 6,
      areaTotal: '900.00',
      passed: true,
      result: { agree: { households: 6, area: '600.00' }, notReturned: { households: 3, area: '300.00' } },
    });
    expect((body.missing as { path: string }[]).map(({ path }) => path)).toEqual([
      '/contents/countedOn',
      '/contents/countPlace',
      '/contents/sheetsIssued',
      '/contents/sheetsReturned',
    ]);
  });

  it('is refused when it contradicts the ledger, whoever typed it', async () => {
    const counter = await openPrintingCounter();
    await counter.stage.playUntil('PLAN_APPROVED');
    const wrong = {
      countedOn: '2026-03-02',
      countPlace: '社区',
      sheetsIssued: 2,
      sheetsReturned: 2,
      householdsTotal: 10,
    };
    const { status, body } = await issue(counter, 'F2S', wrong);
    expect([status, (body.fields as { path: string }[])[0]?.path]).toEqual([422, '/contents/householdsTotal']);
  });

  it('is issued by its own party only, for its own neighbourhood only', async () => {
    const counter = await openPrintingCounter();
    expect((await counter.ask('STREET', 'POST', 'papers', { kind: 'A2' })).body.code).toBe('FORBIDDEN_ROLE');
    expect((await counter.ask('RESIDENT', 'POST', 'papers', { kind: 'W1' })).body.code).toBe('FORBIDDEN_ROLE');
  });

  it('stands in the register with its hash, and under its number; what was typed once is known the next time', async () => {
    const counter = await openPrintingCounter();
    await counter.stage.playUntil('PLAN_APPROVED');
    const notice = {
      matterName: '启动申请',
      applicant: '月季小区自治小组',
      receivedAt: '2026-03-02',
      correctBy: '2026-03-16',
    };
    const contents = {
      ...notice,
      lapseRule: '撤回申请',
      deficiencies: [{ material: 'M4', problem: '未提交', correction: '补齐' }],
    };
    const { body } = await counter.ask('STREET', 'POST', 'papers', { kind: 'N1', contents });
    expect(body).toMatchObject({ kind: 'N1', number: '五马街办补〔2026〕1号', issuer: '五马街道办事处', pages: 1 });
    const [entry] = await counter.stage.ports.ledger.read(registerLedger('五马街办补-2026'));
    expect(entry?.payload).toMatchObject({ sha256: body.sha256, serial: 1 });
    const account = { accountName: '五马街道改造资金专户', bankName: '示例银行', accountNo: '6222 0000 0000 0000' };
    const days = { appliedOn: '2026-03-02', accountOpenedOn: '2026-03-02' };
    expect(
      (await counter.ask('STREET', 'POST', 'papers', { kind: 'FA1', contents: { ...account, ...days } })).status,
    ).toBe(201);
    const prepared = await counter.ask('STREET', 'POST', 'papers/prepare', {
      kind: 'S1',
      contents: { payBy: '2026-04-01' },
    });
    expect(prepared.body.contents).toMatchObject({ accountName: account.accountName });
    // The number of an account is kept nowhere.
    expect((prepared.body.missing as { path: string }[]).map(({ path }) => path)).toContain('/contents/accountNo');
  });

  it('is a draft without number and code until it is issued', async () => {
    const counter = await openPrintingCounter();
    const { file } = await counter.ask('STREET', 'POST', 'papers/draft', { kind: 'B1', contents: RECOGNITION });
    const [page] = await readPdf(file);
    expect(page?.pictures).toEqual([]);
    expect(await textOf(file)).toContain('送审稿');
    expect((await counter.ask('STREET', 'GET', 'papers')).body.papers).toEqual([]);
  });

  it('can be printed again page by page', async () => {
    const counter = await openPrintingCounter();
    const { body } = await counter.ask('STREET', 'POST', 'papers', { kind: 'B1', contents: RECOGNITION });
    const path = `papers/${body.sha256}`;
    const whole = await counter.ask('STREET', 'GET', path);
    expect((await readPdf(whole.file)).length).toBe(body.pages);
    const again = await counter.ask('STREET', 'GET', path, undefined, { pages: '1' });
    expect(await textOf(again.file)).toBe(await textOf(whole.file));
    expect((await counter.ask('STREET', 'GET', path, undefined, { pages: '2-9' })).status).toBe(422);
    expect((await counter.ask('OPERATOR', 'GET', path)).status).toBe(403);
  });

  it('gives blank forms with their code as often as they are asked for, and leaves no trace of them', async () => {
    const counter = await openPrintingCounter();
    await counter.stage.playUntil('PLAN_APPROVED');
    const { status, file } = await counter.ask('BODY', 'GET', 'forms/OB1', undefined, { serial: '3' });
    expect(status).toBe(200);
    expect(await textOf(file)).toContain(`${PROJECT_ID} OB1 V1 P01 N0003`);
    expect((await counter.ask('BODY', 'GET', 'papers')).body.papers).toEqual([]);
  });
});

describe('a ballot pack ordered over HTTP', () => {
  it('is looked at as a draft, issued as booklets, single pages and slips, and printed in this order', async () => {
    const counter = await openPrintingCounter();
    await counter.stage.playUntil('PLAN_PUBLISHED');
    await counter.stage.roll('PLAN');
    const order = { contents: BALLOT, singleHouseholds: [4] };
    const preview = await counter.ask('BODY', 'POST', 'packs/ballot/preview', order);
    const drafts = await readPdf(preview.file);
    expect(drafts).toHaveLength(5);
    expect(drafts.flatMap(({ pictures }) => pictures)).toEqual([]);

    const { status, body } = await counter.ask('BODY', 'POST', 'packs/ballot', order);
    expect(status).toBe(201);
    expect((body.papers as { kind: string; pages: number }[]).map(({ kind, pages }) => [kind, pages])).toEqual([
      ['F2', 2],
      ['F2D', 1],
      ['U1', 2],
    ]);
    const printed = await readPdf((await counter.ask('BODY', 'GET', 'packs/ballot', undefined, { version: '1' })).file);
    const codes = printed.map(
      (page) =>
        /(F2|F2D|U1) V1 P\d+/.exec(
          linesOf(page)
            .map(({ text }) => text)
            .join(' '),
        )?.[0],
    );
    expect(codes).toEqual(['F2 V1 P01', 'F2 V1 P02', 'F2D V1 P01', 'U1 V1 P01', 'U1 V1 P02']);
    const query = { version: '1', pages: '2' };
    const [again] = await readPdf((await counter.ask('BODY', 'GET', 'packs/ballot', undefined, query)).file);
    expect(again && linesOf(again).some(({ text }) => text.includes('F2 V1 P02'))).toBe(true);
  });

  it('tells the reader of scans where the cells of every sheet are', async () => {
    const counter = await openPrintingCounter();
    await counter.stage.playUntil('PLAN_PUBLISHED');
    const rollHash = await counter.stage.roll('PLAN');
    await counter.ask('BODY', 'POST', 'packs/ballot', { contents: BALLOT, singleHouseholds: [4] });
    const sheet = { projectNo: PROJECT_ID, kind: 'F2', version: 1, page: 2 } as const;
    const found = await findSignSheet(counter.stage.ports, sheet);
    expect(found).toMatchObject({ ballot: 'PLAN', rollHash });
    expect(found?.geometry.rows.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const single = await findSignSheet(counter.stage.ports, { ...sheet, kind: 'F2D', page: 1, serial: 4 });
    expect(single?.geometry.rows.map(({ no }) => no)).toEqual([4]);
  });
});
