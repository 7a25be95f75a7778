// The second person of a voiding is told: a message to the desks of which one may answer, and a task on the list of everybody
// there but the first person, until somebody answers.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Role } from '../../../domain/parties.ts';
import { openChannels } from '../../../functions/notifications/channels/open-channels.ts';
import { sendDigests } from '../../../functions/notifications/send-digests.ts';
import { sendDueMessages } from '../../../functions/notifications/send-due-messages.ts';
import { notificationSettings } from '../../../functions/notifications/settings.ts';
import type { Sender } from '../../../functions/notifications/tell-recipients.ts';
import { listTasks } from '../../../functions/portal/list-tasks.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { askRoute, personOf } from '../../support/http/ask-route.ts';
import { RECOGNITION } from '../../support/papers/typed-contents.ts';
import { readMail, smtpSink } from '../notifications/sinks.ts';
import { openPrintingCounter, type PrintingCounter } from './printing-counter.ts';

const PROXY = { proxyFrom: '2026-03-02', proxyTo: '2026-03-09' };
const REASON = '成员张三的名字写错';
const UNITS: Partial<Record<Role, string>> = { STREET: '330302001', BODY: '330302001003-01' };

/** The street has issued the recognition of a body, and one of its people proposes to void it. */
async function withProposal() {
  const counter = await openPrintingCounter();
  const { body } = await counter.ask('STREET', 'POST', 'papers', { kind: 'B1', contents: RECOGNITION });
  const path = `papers/${body.sha256}/voiding`;
  expect((await counter.ask('STREET', 'POST', path, { reason: REASON })).status).toBe(200);
  const decide = (decision: string) =>
    counter.colleague.ask('STREET', 'POST', `${path}/decision`, { decision, proposal: 2 });
  return { ...counter, sha256: String(body.sha256), path, decide };
}

async function voidingsOf({ stage }: PrintingCounter, role: Role, person = 2, unit = UNITS[role] ?? role) {
  const by = personOf(role, unit, `${role.toLowerCase()}-${person}`);
  const { body } = await askRoute(stage.ports, listTasks, { by });
  return body.voidings;
}

const messages = ({ stage }: PrintingCounter) =>
  stage.ports.outbox
    .claim(100, stage.ports.clock.now())
    .then((items) => items.filter(({ template }) => template === 'voiding-proposed'));

describe('a proposal to void a paper', () => {
  it('stands on the list of the colleagues, with a day to answer by, and not on that of who proposed it', async () => {
    const desk = await withProposal();
    expect(await voidingsOf(desk, 'STREET')).toEqual([
      {
        ...{ projectNo: PROJECT_ID, projectId: PROJECT_ID, name: '月季小区', street: '330302001', kind: 'B1' },
        ...{ title: expect.objectContaining({ zh: expect.stringMatching(/^[^×]+$/) }), version: 1 },
        ...{ sha256: desk.sha256, proposal: 2, proposedOn: '2026-03-02', dueOn: '2026-03-07' },
        number: expect.stringContaining('2026'),
      },
    ]);
    expect(await voidingsOf(desk, 'STREET', 1)).toEqual([]);
    expect(await voidingsOf(desk, 'STREET', 3, '330302002')).toEqual([]);
    for (const role of ['RENOVATION_OFFICE', 'BODY', 'AUDIT'] as const)
      expect(await voidingsOf(desk, role)).toEqual([]);
  });

  it.each(['CONFIRM', 'DECLINE'])('leaves the list when it is answered with %s', async (decision) => {
    const desk = await withProposal();
    expect((await desk.decide(decision)).status).toBe(200);
    expect(await voidingsOf(desk, 'STREET')).toEqual([]);
    expect(await messages(desk)).toHaveLength(1);
  });

  it('is told once for each proposal', async () => {
    const desk = await withProposal();
    await desk.decide('DECLINE');
    await desk.ask('STREET', 'POST', desk.path, { reason: '另一个理由' });
    const told = await messages(desk);
    expect(told.map(({ to }) => to)).toEqual([
      { role: 'STREET', unit: '330302001' },
      { role: 'STREET', unit: '330302001' },
    ]);
    expect(new Set(told.map(({ messageId }) => messageId)).size).toBe(2);
    expect(await voidingsOf(desk, 'STREET')).toMatchObject([{ proposal: 4 }]);
  });

  it('by a body, which may have one account only, is told to its street too, and leaves both lists', async () => {
    const desk = await openPrintingCounter();
    await desk.stage.playUntil('PLAN_PUBLISHED');
    const issued = await desk.ask('BODY', 'POST', 'papers', { kind: 'F2P', contents: PROXY });
    const path = `papers/${issued.body.sha256}/voiding`;
    const { body } = await desk.ask('BODY', 'POST', path, { reason: '日期写错' });
    expect((await messages(desk)).map(({ to }) => to)).toEqual([
      { role: 'BODY', unit: '330302001003-01' },
      { role: 'STREET', unit: '330302001' },
    ]);
    expect(await voidingsOf(desk, 'STREET')).toHaveLength(1);
    expect(await voidingsOf(desk, 'BODY')).toHaveLength(1);
    const { proposal } = body.voiding as { proposal: number };
    await desk.ask('STREET', 'POST', `${path}/decision`, { decision: 'CONFIRM', proposal });
    for (const role of ['STREET', 'BODY'] as const) expect(await voidingsOf(desk, role)).toEqual([]);
  });

  it('of a paper of the district is told to the district office', async () => {
    const desk = await openPrintingCounter();
    const contents = { inspectorCount: 3, inspectors: '区人大代表' };
    const papers = '/api/programme/2026/papers';
    const issued = await desk.ask('RENOVATION_OFFICE', 'POST', papers, { kind: 'C4', serial: 1, contents });
    await desk.ask('RENOVATION_OFFICE', 'POST', `${papers}/${issued.body.sha256}/voiding`, { reason: REASON });
    const [task] = await voidingsOf(desk, 'RENOVATION_OFFICE');
    expect(task).toMatchObject({ projectNo: '330302-2026-0000', kind: 'C4' });
    expect(task).not.toHaveProperty('projectId');
    expect((await messages(desk)).map(({ to }) => to.role)).toEqual(['RENOVATION_OFFICE']);
  });
});

describe('the message', () => {
  async function toldBy(send: (sender: Sender, desk: PrintingCounter) => Promise<unknown>) {
    const mail = await smtpSink();
    onTestFinished(() => mail.close());
    const settings = notificationSettings.parse({
      site: 'https://jiugai.example.cn',
      digestAt: '08:30',
      channels: { mail: { kind: 'SMTP', host: '127.0.0.1', port: mail.port, security: 'NONE', from: 'j@example.cn' } },
      recipients: [{ id: 'wuma', role: 'STREET', unit: '330302001', channel: 'mail', address: 'wuma@example.cn' }],
    });
    const channels = openChannels(settings);
    if (!channels.ok) throw new Error(channels.refusal.says.en);
    const sender = { settings, channels: channels.value, letterhead: { site: settings.site, rehearsal: false } };
    await send(sender, await withProposal());
    return mail.mails.map(readMail);
  }

  it('says which paper of which project, by when, and where to answer; no reason and no person', async () => {
    const told = await toldBy((sender, { stage }) => sendDueMessages(stage.ports, sender));
    const [letter] = told.filter(({ subject }) => subject.includes('作废'));
    expect(letter?.subject).toMatch(/^330302-2026-0017 待确认作废：.+第 1 版（2026-03-07 前）$/);
    expect(letter?.text).toContain(`https://jiugai.example.cn/projects/${PROJECT_ID}/papers`);
    expect(JSON.stringify(told)).not.toMatch(/张三|street-1/);
  });

  it('stands in the digest of the day', async () => {
    const [digest] = await toldBy((sender, { stage }) => sendDigests(stage.ports, sender));
    expect(digest?.subject).toBe('2026-03-02 待办汇总：2 件，逾期 0 件');
    expect(digest?.text).toMatch(/2026-03-07 330302-2026-0017 待确认作废：/);
  });
});
