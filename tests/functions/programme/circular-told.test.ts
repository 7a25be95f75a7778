// The second person of a circular is told as those of a voiding and of a repair are; who returns it says why; and what is overdue
// reads in both languages.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import { canonicalJson } from '../../../domain/json.ts';
import type { Actor } from '../../../domain/parties.ts';
import { circularContents } from '../../../domain/programme/district-papers.ts';
import { noticeOf } from '../../../functions/notifications/notices.ts';
import { writeDigest } from '../../../functions/notifications/send-digests.ts';
import { listTasks } from '../../../functions/portal/list-tasks.ts';
import { takeFigures } from '../../../functions/programme/circular-figures.ts';
import { at } from '../../domain/projects/funding/step-four.ts';
import { inApprovals } from '../../domain/projects/works/building-site.ts';
import { askRoute, personOf } from '../../support/http/ask-route.ts';
import { fakePorts } from '../../support/ports/fake-ports.ts';
import { putInLedger } from '../funding/project-in-ledger.ts';
import { ask } from './ask.ts';
import { openProgrammeDesk, type ProgrammeDesk, YEAR } from './programme-desk.ts';

const OFFICE = { role: 'RENOVATION_OFFICE', unit: 'RENOVATION_OFFICE' } as const;
const FIRST: Actor = { ...OFFICE, id: 'office-1' };
const SECOND: Actor = { ...OFFICE, id: 'office-2' };
const LETTERHEAD = { site: 'https://jiugai.example', rehearsal: false };
const REASON = '第二段开工率请再核。';

let desk: Pick<ProgrammeDesk, 'ports' | 'ask' | 'close'>;
beforeEach(async () => {
  desk = await openProgrammeDesk();
});
afterEach(() => desk.close());

const asks = (by: Actor, name: string, body?: object) =>
  desk.ask(name, { by, path: { ...YEAR, no: '1' }, ...(body && { body }) });
const draft = () => desk.ask('draftCircular', { by: FIRST, path: YEAR, body: { month: '2026-03' } });
async function propose() {
  await draft();
  return Number((await asks(FIRST, 'proposeCircular')).json.seq);
}
async function circularsOf({ role, unit, id }: Actor) {
  const { body } = await askRoute(desk.ports, listTasks, { by: personOf(role, unit, id) });
  return body.circulars as { title: string }[];
}
const messages = async () =>
  (await desk.ports.outbox.claim(100, desk.ports.clock.now())).filter(
    ({ template }) => template === 'circular-proposed',
  );
const digest = async () =>
  (await writeDigest(desk.ports, OFFICE, 'digest-1', LETTERHEAD))?.text ?? { zh: 'nothing', en: 'nothing' };

describe('a proposed circular', () => {
  it('stands on the list of the colleagues with a day to answer by, not on that of who proposed it, nor of others', async () => {
    await propose();
    expect(await circularsOf(SECOND)).toEqual([
      {
        ...{ year: '2026', no: 1, month: '2026-03', title: '关于2026年3月全区老旧小区改造工作进展情况的通报' },
        ...{ proposedOn: '2026-03-09', dueOn: '2026-03-12' },
      },
    ]);
    for (const other of [FIRST, { role: 'AUDIT', unit: 'AUDIT', id: 'audit-1' } as const])
      expect(await circularsOf(other)).toEqual([]);
  });

  it('is a message to the office, once, with number, day and link, in both languages', async () => {
    await propose();
    const [told, ...others] = await messages();
    expect(others).toEqual([]);
    expect(told).toMatchObject({
      ...{ messageId: 'circular-2026-1-2', to: OFFICE },
      values: { year: '2026', no: '1', month: '2026-03', dueOn: '2026-03-12' },
    });
    const notice = told && noticeOf(told, desk.ports.clock.now(), LETTERHEAD);
    expect(notice?.subject).toEqual({
      zh: '2026-03 进度通报（2026 年第 1 期）待复核印发（2026-03-12 前）',
      en: 'Progress circular of 2026-03 (no. 1 of 2026) to be looked at and issued, second person (by 2026-03-12)',
    });
    for (const text of [notice?.text.zh, notice?.text.en]) {
      expect(text).toContain('https://jiugai.example/notices/circulars/2026-1');
      expect(text).not.toContain(FIRST.id);
    }
  });

  it.each([
    ['returned', (proposal: number) => asks(SECOND, 'returnCircular', { proposal, reason: REASON })],
    ['taken back', (proposal: number) => asks(FIRST, 'returnCircular', { proposal })],
    ['changed', () => asks(FIRST, 'editCircular', { title: '三月份通报', paragraphs: ['进展平稳。'] })],
    [
      'issued',
      (proposal: number) =>
        asks(SECOND, 'issueCircular', { proposal, reference: '鹿旧改办〔2026〕3号', issuedOn: '2026-03-09' }),
    ],
  ])(
    'leaves the list and the digest when it is %s',
    async (_, answer: (proposal: number) => ReturnType<typeof asks>) => {
      const proposal = await propose();
      expect((await digest()).zh).toContain('待复核印发：2026-03 进度通报');
      expect((await digest()).en).toContain('to be looked at and issued: progress circular of 2026-03');
      expect((await answer(proposal)).status).toBe(200);
      expect(await circularsOf(SECOND)).toEqual([]);
      expect((await digest()).zh).not.toContain('进度通报');
    },
  );
});

describe('a circular that is returned', () => {
  const read = async (by: Actor) => (await asks(by, 'readCircular')).json.circular as Record<string, unknown>;

  it('needs a reason from the second person, and none from who takes it back', async () => {
    const proposal = await propose();
    const refused = await asks(SECOND, 'returnCircular', { proposal });
    expect(refused).toMatchObject({ status: 422, json: { code: 'MALFORMED', fields: [{ path: '/reason' }] } });
    expect((await asks(FIRST, 'returnCircular', { proposal })).status).toBe(200);
    expect(await read(SECOND)).toMatchObject({ returned: { by: FIRST.id, mine: false } });
  });

  it('keeps the reason in the ledger and shows it, also beside the words that are proposed anew', async () => {
    const proposal = await propose();
    expect((await asks(SECOND, 'returnCircular', { proposal, reason: REASON })).status).toBe(200);
    const entries = await desk.ports.ledger.read({ kind: 'PROGRAMME', id: '2026' });
    expect(entries.at(-1)).toMatchObject({ act: 'return-circular', payload: { no: 1, proposal, reason: REASON } });
    const returned = { by: SECOND.id, on: '2026-03-09', reason: REASON };
    expect(await read(FIRST)).toMatchObject({ returned: { ...returned, mine: false }, may: ['EDIT', 'PROPOSE'] });
    await asks(FIRST, 'proposeCircular');
    expect(await read(SECOND)).toMatchObject({ returned: { ...returned, mine: true }, proposed: { mine: false } });
  });
});

describe('what is overdue', () => {
  async function draftWithOverdue() {
    const { ports, close } = fakePorts({ now: at('2026-09-01') });
    desk.close();
    desk = { ports, close, ask: (name, asked) => ask(ports, name, asked) };
    await putInLedger(ports, inApprovals());
    const { json } = await draft();
    return json.circular as { figures: string };
  }
  const stuck = async () => {
    const { json } = await asks(SECOND, 'readCircular');
    return {
      figures: (json.figures as { stuck: readonly object[] }).stuck,
      paper: (json.contents as { stuck: readonly object[] }).stuck,
    };
  };

  it('is frozen in both languages: the page reads in each, the paper in Chinese', async () => {
    await draftWithOverdue();
    const { figures, paper } = await stuck();
    expect(figures).toMatchObject([
      {
        step: { zh: expect.stringMatching(/^第\d步 /), en: expect.stringMatching(/^Step \d: [A-Z]/) },
        responsible: { zh: expect.stringMatching(/[社区街道]/), en: expect.stringMatching(/^[A-Z]/) },
      },
    ]);
    expect(paper).toMatchObject([
      { step: expect.stringMatching(/^第\d步 /), responsible: expect.stringMatching(/[社区街道]/) },
    ]);
  });

  it('that was frozen as text before reads as it is, and its paper says the same words', async () => {
    const { figures: sha256 } = await draftWithOverdue();
    const bytes = await desk.ports.papers.get(sha256);
    const kept = JSON.parse(new TextDecoder().decode(bytes)) as { stuck: { step: object; responsible: object }[] };
    const asBefore = {
      ...kept,
      stuck: kept.stuck.map((row) => ({ ...row, step: '第1步 摸底', responsible: '五马街道' })),
    };
    const old = await desk.ports.papers.put(new TextEncoder().encode(canonicalJson(asBefore)), {
      ...{ mediaType: 'application/json', paperClass: 'FILED', storedAt: instantOf(0) },
    });
    const figures = await takeFigures(desk.ports, old.sha256);
    expect(figures.stuck).toMatchObject([
      { step: { zh: '第1步 摸底', en: '第1步 摸底' }, responsible: { zh: '五马街道' } },
    ]);
    const paper = circularContents({ no: 1, month: '2026-03', paragraphs: ['进展。', '要求。'] }, figures);
    expect(paper.stuck).toMatchObject([{ step: '第1步 摸底', responsible: '五马街道' }]);
  });
});
