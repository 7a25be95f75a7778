// Voiding over HTTP: one person proposes and says why, another one of the same office confirms; then everybody who checks the paper learns it.
import { describe, expect, it } from 'vitest';
import { findChainBreak } from '../../../domain/ledger.ts';
import type { DocumentCode } from '../../../domain/paper/catalogue.ts';
import { readableCode } from '../../../domain/paper/filing-code.ts';
import { foldIssueRegister, projectRegister, registerLedger } from '../../../domain/paper/issue-register.ts';
import { verifyPaper } from '../../../functions/portal/public/verify/verify-paper.ts';
import { GATE, PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { RECOGNITION } from '../../support/papers/typed-contents.ts';
import { openPrintingCounter, type PrintingCounter } from './printing-counter.ts';

const PROXY = { proxyFrom: '2026-03-02', proxyTo: '2026-03-09' };
const REASON = '成员人数写错';
const SERIES = registerLedger('五马街办-2026');

interface Desk extends PrintingCounter {
  readonly paper: string;
  verify(kind: DocumentCode): ReturnType<typeof verifyPaper>;
}

/** The street has issued the recognition of a body. */
async function withIssued(): Promise<Desk> {
  const counter = await openPrintingCounter();
  const { body } = await counter.ask('STREET', 'POST', 'papers', { kind: 'B1', contents: RECOGNITION });
  return {
    ...counter,
    paper: `papers/${body.sha256}`,
    verify: (kind) =>
      verifyPaper(
        counter.stage.ports,
        readableCode(counter.stage.ports.seal, { projectNo: PROJECT_ID, kind, version: 1, page: 1 }),
      ),
  };
}

const propose = ({ ask, paper }: Desk) => ask('STREET', 'POST', `${paper}/voiding`, { reason: REASON });
const listed = async ({ ask }: Pick<Desk, 'ask'>) =>
  ((await ask('STREET', 'GET', 'papers')).body.papers as Record<string, unknown>[])[0];

describe('an issued paper', () => {
  it('is void when one person has proposed it and another one of the office confirms, and says so to whoever checks it', async () => {
    const desk = await withIssued();
    expect(await listed(desk)).toMatchObject({ may: ['PROPOSE'] });
    const proposed = await propose(desk);
    expect(proposed).toMatchObject({
      status: 200,
      body: { voiding: { proposal: 2, on: '2026-03-02', reason: REASON, namedBy: [], mine: true }, may: ['DECLINE'] },
    });
    // One person alone has changed nothing for anybody.
    expect(await desk.verify('B1')).toMatchObject({ verdict: 'GENUINE' });
    expect(await listed(desk.colleague)).toMatchObject({ voiding: { mine: false }, may: ['CONFIRM', 'DECLINE'] });
    desk.stage.goTo('2026-03-05');
    const confirmed = await desk.colleague.ask('STREET', 'POST', `${desk.paper}/voiding/decision`, {
      decision: 'CONFIRM',
      proposal: 2,
    });
    expect(confirmed).toMatchObject({ status: 200, body: { voidedOn: '2026-03-05', may: [] } });
    expect(await desk.verify('B1')).toMatchObject({ verdict: 'VOID', because: 'VOIDED', voidedOn: '2026-03-05' });
  });

  it('leaves three entries of two persons in one unbroken chain, from which the row can be computed again', async () => {
    const desk = await withIssued();
    await propose(desk);
    await desk.colleague.ask('STREET', 'POST', `${desk.paper}/voiding/decision`, { decision: 'CONFIRM', proposal: 2 });
    const entries = await desk.stage.ports.ledger.read(SERIES);
    expect(entries.map(({ act, actor }) => [act, actor.id])).toEqual([
      ['issue-paper', 'street-1'],
      ['propose-voiding', 'street-1'],
      ['void-paper', 'street-2'],
    ]);
    expect(entries[1]?.payload).toMatchObject({ kind: 'B1', reason: REASON, proposedOn: '2026-03-02', namedBy: [] });
    expect(entries[2]?.payload).toMatchObject({ kind: 'B1', proposal: 2, voidedOn: '2026-03-02' });
    expect(findChainBreak(SERIES, entries)).toBeUndefined();
    const [again] = projectRegister(SERIES, entries);
    const row = await desk.stage.ports.views.get('issued-papers', PROJECT_ID, again?.sort ?? '');
    expect(row?.value).toEqual(again?.value);
    // The number stays taken.
    expect(foldIssueRegister(entries).issued).toHaveLength(1);
  });

  it('is not voided by one person, whichever way they try', async () => {
    const desk = await withIssued();
    const confirm = (proposal: number) =>
      desk.ask('STREET', 'POST', `${desk.paper}/voiding/decision`, { decision: 'CONFIRM', proposal });
    expect((await confirm(1)).body.code).toBe('NOT_NOW');
    await propose(desk);
    expect(await confirm(2)).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN_ROLE', detailZh: '本人提出的作废须由本单位另一名经办人确认。' },
    });
    expect((await propose(desk)).body.code).toBe('NOT_NOW');
    expect(
      (await desk.ask('STREET', 'POST', `${desk.paper}/void`, {}).catch(({ message }) => message)) as string,
    ).toMatch(/no route/);
    expect(await desk.verify('B1')).toMatchObject({ verdict: 'GENUINE' });
  });

  it('is voided by the office that issued it only', async () => {
    const desk = await withIssued();
    for (const role of ['RENOVATION_OFFICE', 'DRB', 'AUDIT', 'COMMUNITY', 'BODY'] as const) {
      const proposed = await desk.ask(role, 'POST', `${desk.paper}/voiding`, { reason: REASON });
      expect([role, proposed.status, proposed.body.code]).toEqual([role, 403, 'FORBIDDEN_ROLE']);
    }
    await propose(desk);
    const decision = { decision: 'CONFIRM', proposal: 2 };
    for (const role of ['RENOVATION_OFFICE', 'DRB', 'AUDIT', 'COMMUNITY', 'BODY'] as const) {
      const { status } = await desk.ask(role, 'POST', `${desk.paper}/voiding/decision`, decision);
      expect([role, status]).toEqual([role, 403]);
    }
    // Operators have to do with no paper, whichever it is.
    expect((await desk.ask('OPERATOR', 'POST', `${desk.paper}/voiding`, { reason: REASON })).status).toBe(403);
    expect(await desk.verify('B1')).toMatchObject({ verdict: 'GENUINE' });
  });

  it('of a body, which may have one account only, is voided with its street as the second person', async () => {
    const desk = await openPrintingCounter();
    await desk.stage.playUntil('PLAN_PUBLISHED');
    const issued = await desk.ask('BODY', 'POST', 'papers', { kind: 'F2P', contents: PROXY });
    const path = `papers/${issued.body.sha256}/voiding`;
    const { body } = await desk.ask('BODY', 'POST', path, { reason: '日期写错' });
    const { proposal } = body.voiding as { proposal: number };
    const confirmed = await desk.ask('STREET', 'POST', `${path}/decision`, { decision: 'CONFIRM', proposal });
    expect([confirmed.status, confirmed.body.voidedOn]).toEqual([200, '2026-03-02']);
  });

  it('stands again when the second person declines or the first withdraws, and can be proposed anew', async () => {
    const desk = await withIssued();
    await propose(desk);
    const declined = await desk.colleague.ask('STREET', 'POST', `${desk.paper}/voiding/decision`, {
      decision: 'DECLINE',
      proposal: 2,
    });
    expect(declined.body).not.toHaveProperty('voiding');
    expect((await propose(desk)).body.voiding).toMatchObject({ proposal: 4 });
    const withdrawn = { decision: 'DECLINE', proposal: 4 };
    expect((await desk.ask('STREET', 'POST', `${desk.paper}/voiding/decision`, withdrawn)).status).toBe(200);
    expect(await desk.verify('B1')).toMatchObject({ verdict: 'GENUINE' });
  });

  it('is not voided for a reason that the second person has not seen', async () => {
    const desk = await withIssued();
    await propose(desk);
    await desk.ask('STREET', 'POST', `${desk.paper}/voiding/decision`, { decision: 'DECLINE', proposal: 2 });
    await desk.ask('STREET', 'POST', `${desk.paper}/voiding`, { reason: '另一个理由' });
    const late = { decision: 'CONFIRM', proposal: 2 };
    const { status, body } = await desk.colleague.ask('STREET', 'POST', `${desk.paper}/voiding/decision`, late);
    expect([status, body.code]).toEqual([409, 'STALE']);
  });

  it('is void once, however many confirm at the same moment', async () => {
    const desk = await withIssued();
    await propose(desk);
    const decision = { decision: 'CONFIRM', proposal: 2 };
    const confirm = () => desk.colleague.ask('STREET', 'POST', `${desk.paper}/voiding/decision`, decision);
    const answers = await Promise.all([confirm(), confirm(), confirm()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect((await desk.stage.ports.ledger.read(SERIES)).map(({ act }) => act)).toEqual([
      'issue-paper',
      'propose-voiding',
      'void-paper',
    ]);
    expect((await confirm()).body.code).toBe('NOT_NOW');
    expect((await propose(desk)).body.code).toBe('NOT_NOW');
  });

  it('needs a reason in words', async () => {
    const desk = await withIssued();
    for (const body of [{}, { reason: ' ' }, { reason: REASON, more: 1 }]) {
      expect((await desk.ask('STREET', 'POST', `${desk.paper}/voiding`, body)).status).toBe(422);
    }
  });

  it('that decisions rest on says so to both persons, with the clause under which it stays in the archive', async () => {
    const desk = await openPrintingCounter();
    await desk.stage.playUntil('DESIGN_READY');
    const { body } = await desk.ask('STREET', 'POST', 'papers', { kind: 'B1', contents: RECOGNITION });
    const planVersion = 1;
    await desk.stage.perform('publish-plan', 'BODY', { publishedOn: '2026-03-02', planVersion, place: GATE });
    const rollHash = await desk.stage.roll('PLAN');
    const input = { openedOn: '2026-03-02', rollHash, form: String(body.sha256) };
    await desk.stage.perform('open-ballot', 'BODY', input);
    const { seq } = (await desk.stage.project()).head;
    const proposed = await desk.ask('STREET', 'POST', `papers/${body.sha256}/voiding`, { reason: REASON });
    expect(proposed.body.voiding).toMatchObject({ namedBy: [seq] });
    const entry = (await desk.stage.ports.ledger.read(SERIES)).at(-1);
    expect(entry?.findings).toMatchObject([
      {
        rule: 'AP-11',
        verdict: 'WARN',
        code: 'PAPER_NAMED_BY_DECISIONS',
        clause: '二(四)7',
        facts: { namedBy: [seq] },
      },
    ]);
  });
});

describe('a paper of the district', () => {
  it('is voided by two persons of the district office, and by nobody else', async () => {
    const counter = await openPrintingCounter();
    const contents = { inspectorCount: 3, inspectors: '区人大代表' };
    const papers = '/api/programme/2026/papers';
    const issued = await counter.ask('RENOVATION_OFFICE', 'POST', papers, { kind: 'C4', serial: 1, contents });
    const path = `${papers}/${issued.body.sha256}/voiding`;
    expect((await counter.ask('STREET', 'POST', path, { reason: REASON })).status).toBe(403);
    const { body } = await counter.ask('RENOVATION_OFFICE', 'POST', path, { reason: REASON });
    const { proposal } = body.voiding as { proposal: number };
    const decision = { decision: 'CONFIRM', proposal };
    expect((await counter.ask('RENOVATION_OFFICE', 'POST', `${path}/decision`, decision)).status).toBe(403);
    expect(await counter.colleague.ask('RENOVATION_OFFICE', 'POST', `${path}/decision`, decision)).toMatchObject({
      status: 200,
      body: { voidedOn: '2026-03-02' },
    });
  });
});
