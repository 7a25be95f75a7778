// A paper of the plan that was misprinted and voided is issued again, corrected, under the same version of the plan: as its
// next printing, with codes of its own.
import { describe, expect, it } from 'vitest';
import { readableCode, readCode } from '../../../domain/paper/filing-code.ts';
import { filedPapers, missingPages } from '../../../functions/intake/scan/filed-papers.ts';
import { identifyPage } from '../../../functions/intake/scan/identify-page.ts';
import { verifyPaper } from '../../../functions/portal/public/verify/verify-paper.ts';
import { listIssuedPapers, printingInForce } from '../../../functions/runtime/issued-papers.ts';
import { findSignSheet } from '../../../functions/runtime/sign-sheets.ts';
import { linesOf, readPdf } from '../../../local/paperwork/read-pdf.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { BALLOT } from '../../support/papers/typed-contents.ts';
import { openPrintingCounter, type PrintingCounter } from './printing-counter.ts';

const ORDER = { kind: 'F2', contents: BALLOT } as const;
const CORRECTED = { ...ORDER, contents: { ...BALLOT, returnTo: '社区二楼' } };
const SHEET = { projectNo: PROJECT_ID, kind: 'F2', version: 1, page: 2 } as const;
const AGAIN = { ...SHEET, printing: 2 } as const;

async function voided({ ask }: PrintingCounter, sha256: unknown): Promise<number> {
  const path = `papers/${sha256}/voiding`;
  const { body } = await ask('BODY', 'POST', path, { reason: '交回地点写错' });
  const { proposal } = body.voiding as { proposal: number };
  return (await ask('STREET', 'POST', `${path}/decision`, { decision: 'CONFIRM', proposal })).status;
}

interface Desk extends PrintingCounter {
  readonly first: string;
}

/** The sheets of the ballot are issued, and voided by two persons. */
async function withMisprint(): Promise<Desk> {
  const counter = await openPrintingCounter();
  await counter.stage.playUntil('PLAN_PUBLISHED');
  await counter.stage.roll('PLAN');
  const { body } = await counter.ask('BODY', 'POST', 'papers', ORDER);
  expect(await voided(counter, body.sha256)).toBe(200);
  return { ...counter, first: String(body.sha256) };
}

const issueAgain = ({ ask }: Desk) => ask('BODY', 'POST', 'papers', CORRECTED);
const codeOf = ({ stage }: Desk, name: typeof SHEET | typeof AGAIN) => readableCode(stage.ports.seal, name);

describe('a paper of the plan that was voided', () => {
  it('is issued again under the same version of the plan, as its second printing', async () => {
    const desk = await withMisprint();
    const prepared = await desk.ask('BODY', 'POST', 'papers/prepare', CORRECTED);
    expect(prepared.body).toMatchObject({ version: 1, printing: 2 });
    expect(await issueAgain(desk)).toMatchObject({ status: 201, body: { kind: 'F2', version: 1, printing: 2 } });
    const { body } = await desk.ask('BODY', 'GET', 'papers');
    expect(
      (body.papers as { printing?: number; voidedOn?: string }[]).map((each) => [each.printing, each.voidedOn]),
    ).toEqual([
      [undefined, '2026-03-02'],
      [2, undefined],
    ]);
    // Once it holds, it holds: a third one is refused like a second one was.
    expect((await issueAgain(desk)).body.code).toBe('NOT_NOW');
    expect((await desk.ask('BODY', 'POST', 'papers/prepare', CORRECTED)).body).not.toHaveProperty('printing');
  });

  it('is not issued again before it is void', async () => {
    const counter = await openPrintingCounter();
    await counter.stage.playUntil('PLAN_PUBLISHED');
    await counter.stage.roll('PLAN');
    await counter.ask('BODY', 'POST', 'papers', ORDER);
    expect((await counter.ask('BODY', 'POST', 'papers', CORRECTED)).body).toMatchObject({
      code: 'NOT_NOW',
      detailZh: '这一版方案的该文件已签发，仍然有效；印错的，先由两人作废，再按同一版重新印发',
    });
    expect((await counter.ask('BODY', 'POST', 'papers/prepare', ORDER)).body).not.toHaveProperty('printing');
  });

  it('bears codes that say which printing it is, on every page, for people and for phones', async () => {
    const desk = await withMisprint();
    const { body } = await issueAgain(desk);
    const pages = await readPdf((await desk.ask('BODY', 'GET', `papers/${body.sha256}`)).file);
    const text = pages.map((page) =>
      linesOf(page)
        .map(({ text }) => text)
        .join('\n'),
    );
    expect(text).toHaveLength(2);
    for (const page of text) expect(page).toMatch(/F2 V1-2 P0\d/);
    expect(codeOf(desk, AGAIN)).not.toBe(codeOf(desk, SHEET));
    expect(readCode(desk.stage.ports.seal, codeOf(desk, AGAIN))).toEqual({ verdict: 'GENUINE', page: AGAIN });
    expect(readCode(desk.stage.ports.seal, codeOf(desk, SHEET))).toEqual({ verdict: 'GENUINE', page: SHEET });
  });

  it('is void for whoever checks the old one, who is led to the new one', async () => {
    const desk = await withMisprint();
    const ask = (name: typeof SHEET | typeof AGAIN) =>
      verifyPaper(desk.stage.ports, codeOf(desk, name).replaceAll(' ', '.'));
    expect(await ask(SHEET)).toMatchObject({ verdict: 'VOID', because: 'VOIDED' });
    expect(await ask(SHEET)).not.toHaveProperty('current');
    await issueAgain(desk);
    const code = readableCode(desk.stage.ports.seal, { ...AGAIN, page: 1 }).replaceAll(' ', '.');
    expect(await ask(SHEET)).toMatchObject({
      verdict: 'VOID',
      because: 'VOIDED',
      current: { version: 1, printing: 2, code },
    });
    expect(await ask(AGAIN)).toMatchObject({ verdict: 'GENUINE', version: 1, printing: 2 });
    expect(await printingInForce(desk.stage.ports, SHEET)).toBe(2);
  });

  it('comes back signed on its new sheets only: the old ones are refused, the rows of the new ones are known', async () => {
    const desk = await withMisprint();
    await issueAgain(desk);
    const { ports } = desk.stage;
    const clerk = { role: 'STREET', id: 'street-1', unit: '330302001' } as const;
    expect((await identifyPage(ports, clerk, codeOf(desk, SHEET))).findings).toEqual(['VOID_PAPER']);
    expect(await identifyPage(ports, clerk, codeOf(desk, AGAIN))).toMatchObject({ name: AGAIN, findings: [] });
    expect((await findSignSheet(ports, AGAIN))?.geometry.rows).toHaveLength(9);
    expect(await missingPages(ports, AGAIN)).toEqual(['F2/0001-2/0002']);
    expect(await filedPapers(ports, PROJECT_ID)).toEqual([]);
  });

  it('is printed in the pack of the ballot in its new printing', async () => {
    const desk = await withMisprint();
    await issueAgain(desk);
    const { file } = await desk.ask('BODY', 'GET', 'packs/ballot', undefined, { version: '1' });
    const pages = (await readPdf(file)).map((page) =>
      linesOf(page)
        .map(({ text }) => text)
        .join('\n'),
    );
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(page).toContain('V1-2');
  });

  it('may be misprinted a second time: the third printing follows', async () => {
    const desk = await withMisprint();
    const { body } = await issueAgain(desk);
    expect(await voided(desk, body.sha256)).toBe(200);
    expect((await issueAgain(desk)).body).toMatchObject({ version: 1, printing: 3 });
    const issued = await listIssuedPapers(desk.stage.ports, PROJECT_ID, 'F2');
    expect(issued.map(({ printing, voidedOn }) => [printing, voidedOn !== undefined])).toEqual([
      [undefined, true],
      [2, true],
      [3, false],
    ]);
  });

  it('is compared with its corrected printing like any two versions', async () => {
    const desk = await withMisprint();
    const { body } = await issueAgain(desk);
    const compared = await desk.ask('BODY', 'GET', `papers/${body.sha256}/changes`, undefined, { since: desk.first });
    expect(compared.body).toMatchObject({ changes: [{ path: ['returnTo'], before: '社区一楼', after: '社区二楼' }] });
  });
});

describe('pages for single households', () => {
  it('of which some were voided are issued again with codes that none of them has had', async () => {
    const counter = await openPrintingCounter();
    await counter.stage.playUntil('PLAN_PUBLISHED');
    await counter.stage.roll('PLAN');
    const issue = (...households: number[]) =>
      counter.ask('BODY', 'POST', 'papers', { kind: 'F2D', contents: BALLOT, households });
    const { body } = await issue(3, 5);
    expect(await voided(counter, body.sha256)).toBe(200);
    expect((await issue(3)).body).toMatchObject({ serials: { from: 3, to: 3 }, printing: 2 });
    const other = await issue(7);
    expect(other.body).toMatchObject({ serials: { from: 7, to: 7 } });
    expect(other.body).not.toHaveProperty('printing');
  });
});

describe('a code with a printing', () => {
  it('is read in every spelling, and is nobody else’s', async () => {
    const { stage } = await openPrintingCounter();
    const readable = readableCode(stage.ports.seal, AGAIN);
    for (const typed of [
      readable,
      readable.toLowerCase(),
      `JG1:${readable.replaceAll(' ', '/').replace('/V', '/').replace('/P', '/')}`,
    ]) {
      expect(readCode(stage.ports.seal, typed)).toEqual({ verdict: 'GENUINE', page: AGAIN });
    }
    expect(readCode(stage.ports.seal, readable.replace('V1-2', 'V1-3')).verdict).toBe('FORGED');
    expect(readCode(stage.ports.seal, readable.replace('V1-2', 'V1')).verdict).toBe('FORGED');
    expect(readCode(stage.ports.seal, readable.replace('V1-2', 'V1-1')).verdict).toBe('NO_CODE');
    stage.close();
  });
});
