// Issuing: numbers without gaps, one paper once, drafts unknown, old versions void, and what the public learns.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainDateOf, startOfDay } from '../../../domain/calendar/plain-date.ts';
import type { LedgerRef } from '../../../domain/ledger.ts';
import { documentKind } from '../../../domain/paper/catalogue.ts';
import { filingCode, publicUrl, readableCode } from '../../../domain/paper/filing-code.ts';
import { foldIssueRegister, type Issued, registerOfSeries } from '../../../domain/paper/issue-register.ts';
import type { Actor } from '../../../domain/parties.ts';
import { verifyPaper } from '../../../functions/portal/public/verify/verify-paper.ts';
import { decideVoiding } from '../../../functions/typesetting/decide-voiding.ts';
import { type IssueRequest, issuePaper } from '../../../functions/typesetting/issue-paper.ts';
import { proposeVoiding } from '../../../functions/typesetting/propose-voiding.ts';
import { linesOf, readPdf } from '../../../local/paperwork/read-pdf.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { house, making, sampleOf, typesetter } from './sample-papers.ts';

const DRB: Actor = { role: 'DRB', id: 'p-1', unit: 'DRB' };
/** Any ledger of its own will do as a register. */
const series: LedgerRef = { kind: 'BUDGET', id: registerOfSeries('示发改审', making.date) };
const ofProject: LedgerRef = { kind: 'BUDGET', id: '330302-2026-0017' };
const PROJECT = '330302-2026-0017';

let fake: FakePorts;
beforeEach(() => {
  fake = fakePorts({ now: startOfDay(plainDateOf('2026-11-16')) });
});
afterEach(() => fake.close());

const shop = () => ({ ports: fake.ports, typesetter, house });

const approval = (change: Partial<IssueRequest> = {}): IssueRequest => ({
  actor: DRB,
  register: series,
  order: { kind: 'A2', contents: sampleOf('A2'), making },
  said: { projectNo: PROJECT, totalInvestment: '100.00', accountNo: '6222' },
  projectNo: PROJECT,
  version: 1,
  abbreviation: '示发改审',
  ...change,
});

const notice = (version: number): IssueRequest => ({
  actor: { role: 'BODY', id: 'p-2', unit: '330302001001-01' },
  register: ofProject,
  order: { kind: 'F3', contents: sampleOf('F3'), making: { ...making, issuer: '瓯园小区业主委员会' } },
  said: { projectNo: PROJECT },
  projectNo: PROJECT,
  version,
  publicityEndsOn: plainDateOf('2026-09-30'),
});

async function issued(request: IssueRequest): Promise<Issued> {
  const outcome = await issuePaper(shop(), request);
  if (!outcome.ok) throw new Error(outcome.refusal.says.en);
  return outcome.value;
}

describe('issuing a paper', () => {
  it('gives it the next number, a code on every page, and keeps its bytes under their hash', async () => {
    const paper = await issued(approval());
    expect(paper).toMatchObject({
      number: '示发改审〔2026〕1号',
      serial: 1,
      pages: 2,
      title: '政府投资项目初步设计（含概算）的批复',
    });
    const bytes = await fake.ports.papers.get(paper.sha256);
    const [page] = await readPdf(bytes ?? new Uint8Array());
    const text = page ? linesOf(page).map((line) => line.text) : [];
    expect(text).toContain('示发改审〔2026〕1号');
    expect(
      text.some((line) =>
        line.includes(readableCode(fake.ports.seal, { projectNo: PROJECT, kind: 'A2', version: 1, page: 1 })),
      ),
    ).toBe(true);
    expect((await fake.ports.papers.describe(paper.sha256))?.paperClass).toBe('ISSUED');
  });

  it('keeps what it says field by field, under a hash in the register, without numbers of accounts', async () => {
    const { contents = '' } = await issued(approval());
    const bytes = await fake.ports.papers.get(contents);
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual({ projectNo: PROJECT, totalInvestment: '100.00' });
  });

  it('leaves no gap and gives no number twice, however many issue at once', async () => {
    const papers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => issued(approval({ projectNo: `330302-2026-00${20 + index}` }))),
    );
    expect(papers.map(({ serial }) => serial).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const register = foldIssueRegister(await fake.ports.ledger.read(series));
    expect(register.issued.map(({ paper }) => paper.number)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => `示发改审〔2026〕${n}号`),
    );
    for (const { sha256 } of papers) expect(await fake.ports.papers.get(sha256)).toBeDefined();
  });

  it('keeps nothing of a paper under a number that somebody else got', async () => {
    await Promise.all([issued(approval()), issued(approval({ projectNo: '330302-2026-0018' }))]);
    const kept = fake.database.connection
      .prepare("SELECT count(*) AS n FROM papers WHERE paper_class = 'ISSUED' AND erased_at IS NULL")
      .get();
    // Two papers, and what both say: the same.
    expect(kept?.n).toBe(3);
  });

  it('issues the same request once, and refuses the same version to another one', async () => {
    const first = await issued(approval({ request: 'r-1' }));
    expect(await issued(approval({ request: 'r-1' }))).toEqual(first);
    expect(await issuePaper(shop(), approval({ request: 'r-2' }))).toMatchObject({
      ok: false,
      refusal: { code: 'NOT_NOW' },
    });
    expect(await fake.ports.ledger.read(series)).toHaveLength(1);
  });

  it('takes no number for a paper that cannot be printed', async () => {
    const contents = { ...sampleOf('A2'), projectAddress: '𠮷园路18号' };
    const outcome = await issuePaper(shop(), approval({ order: { kind: 'A2', contents, making } }));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'MALFORMED' } });
    expect((await issued(approval())).serial).toBe(1);
  });

  it('writes no household, no room and no amount into the register', async () => {
    const contents = { ...sampleOf('S2'), pages: sampleOf('S2').pages.slice(0, 3) };
    await issued({ ...notice(1), order: { kind: 'S2', contents, making } });
    const [entry] = await fake.ports.ledger.read(ofProject);
    expect(entry?.payload).toMatchObject({ serials: { from: 1, to: 3 }, pages: 3 });
    expect(JSON.stringify(entry?.payload)).not.toMatch(/101室|6,?393|尾号/);
  });
});

describe('verifying a code', () => {
  const codeOf = (version: number, page = 1) =>
    publicUrl(fake.ports.seal, '', { projectNo: PROJECT, kind: 'F3', version, page });

  it('tells what must stand on the paper, and nothing else', async () => {
    const paper = await issued(notice(1));
    expect(await verifyPaper(fake.ports, codeOf(1))).toEqual({
      verdict: 'GENUINE',
      kind: 'F3',
      title: documentKind('F3').title,
      projectId: PROJECT,
      version: 1,
      page: 1,
      issued: {
        issuer: '瓯园小区业主委员会',
        on: '2026-11-16',
        pages: paper.pages,
        fingerprint: paper.sha256.slice(0, 8),
      },
    });
  });

  it('calls the old version void as soon as the next one is issued, and names it', async () => {
    await issued(notice(1));
    await issued(notice(2));
    expect(await verifyPaper(fake.ports, codeOf(1))).toMatchObject({
      verdict: 'VOID',
      voidedOn: '2026-11-16',
      current: { version: 2 },
    });
    expect(await verifyPaper(fake.ports, codeOf(2))).toMatchObject({ verdict: 'GENUINE' });
  });

  it('calls a voided paper void, with the day, and its number stays taken', async () => {
    const { projectNo, kind, version } = await issued(approval());
    fake.setNow(startOfDay(plainDateOf('2026-12-01')));
    const voiding = { register: series, paper: { projectNo, kind, version } };
    const proposed = { ...voiding, actor: DRB, reason: '金额有误' };
    expect(await proposeVoiding(fake.ports, proposed)).toMatchObject({ ok: true });
    const second = { ...DRB, id: 'p-2' };
    const confirmed = { ...voiding, actor: second, decision: 'CONFIRM', proposal: 2 } as const;
    expect(await decideVoiding(fake.ports, confirmed)).toMatchObject({ ok: true });
    const code = filingCode(fake.ports.seal, { projectNo, kind, version, page: 1 });
    expect(await verifyPaper(fake.ports, code)).toMatchObject({ verdict: 'VOID', voidedOn: '2026-12-01' });
    expect((await issued(approval({ version: 2 }))).number).toBe('示发改审〔2026〕2号');
    expect(await verifyPaper(fake.ports, code)).toMatchObject({
      verdict: 'VOID',
      voidedOn: '2026-12-01',
      current: { version: 2 },
    });
  });

  it('knows the pages of single households by their place in the roll', async () => {
    const contents = { ...sampleOf('S2'), pages: sampleOf('S2').pages.slice(0, 3) };
    await issued({ ...notice(1), order: { kind: 'S2', contents, making } });
    const code = (serial: number) =>
      filingCode(fake.ports.seal, { projectNo: PROJECT, kind: 'S2', version: 1, page: 1, serial });
    expect(await verifyPaper(fake.ports, code(3))).toMatchObject({ verdict: 'GENUINE' });
    expect(await verifyPaper(fake.ports, code(4))).toMatchObject({ verdict: 'UNKNOWN' });
  });

  it('does not vouch for a page that the paper does not have, for a forged code or for none', async () => {
    await issued(notice(1));
    expect(await verifyPaper(fake.ports, codeOf(1, 2))).toEqual({ verdict: 'UNKNOWN' });
    const forged = codeOf(1).replace(/.$/, (last) => (last === '7' ? '8' : '7'));
    expect(await verifyPaper(fake.ports, forged)).toEqual({ verdict: 'UNKNOWN' });
    expect(await verifyPaper(fake.ports, 'https://example.com')).toEqual({ verdict: 'UNKNOWN' });
  });

  it('says of a page that was only printed that it was made here, and of no register entry', async () => {
    await issued(notice(1));
    const printed = await verifyPaper(fake.ports, codeOf(3));
    expect(printed).toMatchObject({ verdict: 'GENUINE', version: 3 });
    expect(printed).not.toHaveProperty('issued');
  });

  it('cannot be asked to void what was never issued', async () => {
    const paper = { projectNo: PROJECT, kind: 'A2', version: 1 } as const;
    const outcome = await proposeVoiding(fake.ports, { actor: DRB, register: series, paper, reason: '误发' });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
  });
});
