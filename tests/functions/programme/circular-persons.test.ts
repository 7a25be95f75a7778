// A circular over HTTP: one person of the office proposes its words, another one sets them as a paper and issues them, nobody alone.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import type { Actor } from '../../../domain/parties.ts';
import { openPrintingCounter } from '../typesetting/printing-counter.ts';
import { type Answered, ask as askRoute } from './ask.ts';

const person = (id: string): Actor => ({ role: 'RENOVATION_OFFICE', unit: 'RENOVATION_OFFICE', id });
/** As the counter of papers knows the two of them. */
const FIRST = person('renovation_office-1');
const SECOND = person('renovation_office-2');
const TODAY = '2026-03-02';
const REASON = '第二段开工率请再核。';
const PAPERS = '/api/programme/2026/papers';

interface Shown {
  readonly proposed?: { readonly proposal: number; readonly mine: boolean; readonly by: string; readonly on: string };
  readonly may: readonly string[];
  readonly issued?: { readonly reference: string; readonly by: string };
}

/** One circular is drafted, and what two persons may do with it. */
async function openOffice() {
  const counter = await openPrintingCounter();
  const { ports } = counter.stage;
  const asks = (by: Actor, name: string, body?: object, no = '1'): Promise<Answered> =>
    askRoute(ports, name, { by, path: { year: '2026', no }, ...(body && { body }) });
  await askRoute(ports, 'draftCircular', { by: FIRST, path: { year: '2026' }, body: { month: '2026-03' } });
  const read = async (by: Actor) => {
    const { json } = await asks(by, 'readCircular');
    return { circular: json.circular as Shown, contents: json.contents as JsonObject };
  };
  /** Of the paper, by the first or the second person. */
  const set = async (by: Actor, more: object = {}) => {
    const { contents } = await read(by);
    const counterOf = by === FIRST ? counter : counter.colleague;
    return counterOf.ask('RENOVATION_OFFICE', 'POST', PAPERS, { kind: 'C1', serial: 1, contents, ...more });
  };
  const issue = (by: Actor, proposal: number, more: object = {}) =>
    asks(by, 'issueCircular', { proposal, reference: '鹿旧改办〔2026〕3号', issuedOn: TODAY, ...more });
  return { ...counter, asks, read, set, issue };
}

const codes = (answers: readonly Answered[]) => answers.map(({ status, json }) => [status, json.code]);

describe('a circular', () => {
  it('that nobody has proposed is issued by nobody, neither in the ledger nor on paper', async () => {
    const { issue, set, read } = await openOffice();
    expect(codes([await issue(FIRST, 1), await issue(SECOND, 1)])).toEqual([
      [409, 'NOT_NOW'],
      [409, 'NOT_NOW'],
    ]);
    expect(await set(SECOND)).toMatchObject({ status: 409, body: { code: 'NOT_NOW' } });
    expect((await read(FIRST)).circular.may).toEqual(['EDIT', 'PROPOSE']);
  });

  it('is not issued by who proposed it: the sentence says by whom', async () => {
    const { asks, issue, set } = await openOffice();
    expect((await asks(FIRST, 'proposeCircular')).json).toMatchObject({ year: '2026', seq: 2 });
    const refused = {
      code: 'FORBIDDEN_ROLE',
      detail: expect.stringMatching(/another person|另一名经办人/),
      detailZh: '本人提请印发的通报，须由本办另一名经办人复核印发。',
    };
    expect(await issue(FIRST, 2)).toMatchObject({ status: 403, json: refused });
    expect(await set(FIRST)).toMatchObject({ status: 403, body: refused });
    expect((await asks(SECOND, 'proposeCircular')).json.code).toBe('NOT_NOW');
  });

  it('is set as a paper and issued by the second person, and both accounts stand in the ledger', async () => {
    const { asks, issue, set, read, stage } = await openOffice();
    await asks(FIRST, 'proposeCircular');
    expect((await read(FIRST)).circular).toMatchObject({
      proposed: { proposal: 2, by: FIRST.id, on: TODAY, mine: true },
      may: ['EDIT', 'RETURN'],
    });
    expect((await read(SECOND)).circular).toMatchObject({
      proposed: { mine: false },
      may: ['EDIT', 'RETURN', 'ISSUE'],
    });
    const paper = await set(SECOND);
    expect([paper.status, paper.body.number]).toEqual([201, '鹿旧改办通报〔2026〕1号']);
    const answered = await issue(SECOND, 2, { reference: paper.body.number, document: paper.body.sha256 });
    expect(answered.status).toBe(200);
    const { circular } = await read(FIRST);
    expect(circular).toMatchObject({ issued: { reference: paper.body.number, by: SECOND.id }, may: [] });
    const entries = await stage.ports.ledger.read({ kind: 'PROGRAMME', id: '2026' });
    expect(entries.map(({ act, actor }) => [act, actor.id])).toEqual([
      ['draft-circular', FIRST.id],
      ['propose-circular', FIRST.id],
      ['issue-circular', SECOND.id],
    ]);
    expect(entries[2]?.payload).toMatchObject({ no: 1, proposal: 2 });
    expect(await set(SECOND, { version: 2 })).toMatchObject({ status: 409 });
  });

  it('that is changed has to be proposed anew, and nobody issues what they have not read', async () => {
    const { asks, issue, set, read } = await openOffice();
    await asks(FIRST, 'proposeCircular');
    const { contents } = await read(SECOND);
    await asks(FIRST, 'editCircular', { title: '三月通报', paragraphs: ['进展平稳。', '请抓紧。'] });
    expect((await issue(SECOND, 2)).json.code).toBe('NOT_NOW');
    expect((await read(SECOND)).circular).not.toHaveProperty('proposed');
    await asks(FIRST, 'proposeCircular');
    expect(await issue(SECOND, 2)).toMatchObject({ status: 409, json: { code: 'STALE' } });
    expect(await set(SECOND, { contents })).toMatchObject({ status: 409, body: { code: 'STALE' } });
    expect((await issue(SECOND, 4)).status).toBe(200);
  });

  it('goes back by the second person or by the first, to be changed and proposed by either', async () => {
    const { asks, read, issue } = await openOffice();
    await asks(FIRST, 'proposeCircular');
    expect((await asks(SECOND, 'returnCircular', { proposal: 2, reason: REASON })).status).toBe(200);
    expect((await read(FIRST)).circular.may).toEqual(['EDIT', 'PROPOSE']);
    expect((await asks(SECOND, 'returnCircular', { proposal: 2, reason: REASON })).json.code).toBe('NOT_NOW');
    await asks(SECOND, 'proposeCircular');
    expect((await issue(SECOND, 4)).status).toBe(403);
    expect((await asks(FIRST, 'returnCircular', { proposal: 2, reason: REASON })).json.code).toBe('STALE');
    expect((await asks(SECOND, 'returnCircular', { proposal: 4, reason: REASON })).status).toBe(200);
    await asks(SECOND, 'proposeCircular');
    expect((await issue(FIRST, 6)).status).toBe(200);
  });

  it('is issued on its own paper only: same number, same words, not void', async () => {
    const { asks, issue, set, ask, colleague } = await openOffice();
    await asks(FIRST, 'proposeCircular');
    const { body: old } = await set(SECOND);
    const named = { document: old.sha256, reference: old.number };
    const other = await issue(SECOND, 2, { ...named, reference: '鹿旧改办〔2026〕9号' });
    expect([other.status, other.json.fields]).toMatchObject([422, [{ path: '/reference' }]]);
    await asks(SECOND, 'editCircular', { title: '三月通报', paragraphs: ['进展平稳。', '请抓紧。'] });
    await asks(SECOND, 'proposeCircular');
    const document = { code: 'MALFORMED', fields: [{ path: '/document' }] };
    expect((await issue(FIRST, 4, named)).json).toMatchObject(document);
    const { body: misprint } = await set(FIRST, { version: 2 });
    const voiding = `${PAPERS}/${misprint.sha256}/voiding`;
    const proposed = await ask('RENOVATION_OFFICE', 'POST', voiding, { reason: '日期印错' });
    const { proposal } = proposed.body.voiding as { proposal: number };
    await colleague.ask('RENOVATION_OFFICE', 'POST', `${voiding}/decision`, { decision: 'CONFIRM', proposal });
    const onVoid = { document: misprint.sha256, reference: misprint.number };
    expect((await issue(FIRST, 4, onVoid)).json).toMatchObject(document);
    const { body: paper } = await set(FIRST, { version: 3 });
    expect((await issue(FIRST, 4, { document: paper.sha256, reference: paper.number })).status).toBe(200);
  });

  it('stands among what is owed from its proposal on, until it is issued or returned', async () => {
    const { asks, issue, stage } = await openOffice();
    const owed = async (by: Actor) => {
      const { json } = await askRoute(stage.ports, 'listOwed', { by, query: { kind: 'CIRCULAR' } });
      return json.owed;
    };
    expect(await owed(SECOND)).toEqual([]);
    await asks(FIRST, 'proposeCircular');
    expect(await owed(SECOND)).toMatchObject([
      { party: 'RENOVATION_OFFICE', since: TODAY, overdue: false, entry: { programmeYear: '2026', seq: 2 } },
    ]);
    for (const role of ['STREET', 'FINANCE'] as const) {
      expect(await owed({ role, unit: role === 'STREET' ? '330302001' : role, id: 'another-1' })).toEqual([]);
    }
    await asks(FIRST, 'returnCircular', { proposal: 2 });
    expect(await owed(SECOND)).toEqual([]);
    await asks(FIRST, 'proposeCircular');
    await issue(SECOND, 4);
    expect(await owed(SECOND)).toEqual([]);
  });

  it('is read by a street once it is issued, and no sooner: no draft, no list and no entry tells its words', async () => {
    const { asks, issue, stage } = await openOffice();
    const street: Actor = { role: 'STREET', unit: '330302001', id: 'street-1' };
    const asksYear = async (name: string): Promise<Answered> =>
      askRoute(stage.ports, name, { by: street, path: { year: '2026' } });
    const words = '工作进展情况';
    expect((await asks(FIRST, 'readCircular')).json).toMatchObject({
      circular: { title: expect.stringContaining(words) },
    });
    await asks(FIRST, 'proposeCircular');
    expect(codes([await asks(street, 'readCircular')])).toEqual([[404, 'NOT_FOUND']]);
    expect((await asksYear('readProgramme')).json.circulars).toEqual([]);
    expect(JSON.stringify((await asksYear('readProgrammeLedger')).json)).not.toContain(words);
    await issue(SECOND, 2);
    expect((await asks(street, 'readCircular')).json).toMatchObject({
      circular: { issued: { by: SECOND.id }, may: [] },
    });
    expect((await asksYear('readProgramme')).json.circulars).toMatchObject([{ no: 1 }]);
  });

  it('is proposed, returned and issued by the district office alone, and shown to watchers with who waits for whom', async () => {
    const { asks, issue } = await openOffice();
    const bureau: Actor = { role: 'AUDIT', unit: 'AUDIT', id: 'audit-1' };
    expect((await asks(bureau, 'proposeCircular')).status).toBe(403);
    await asks(FIRST, 'proposeCircular');
    expect((await asks(bureau, 'returnCircular', { proposal: 2 })).status).toBe(403);
    expect((await issue(bureau, 2)).status).toBe(403);
    const { json } = await asks(bureau, 'readCircular');
    expect(json.circular).toMatchObject({ proposed: { by: FIRST.id, mine: false }, may: [] });
    expect((await asks(SECOND, 'proposeCircular', undefined, '7')).status).toBe(404);
  });
});
