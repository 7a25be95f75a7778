// A street sends a notice that did not arrive by another channel and sees it arrive without reloading, a community and a department
// find what they were told themselves; a colleague of the street proposed to void a paper, and she answers from her list of tasks.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '../../../local/demo/desk.ts';
import { DEMO_PASSWORD } from '../../../local/seed/district.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { CERTIFICATE } from '../../functions/notifications/localhost-certificate.ts';
import { type HttpsSink, httpsSink, type SmtpSink, smtpSink } from '../../functions/notifications/sinks.ts';
import { RECOGNITION } from '../../support/papers/typed-contents.ts';
import { type OfficeDesk, signIn } from './desk.ts';
import { SIZES } from './sizes.ts';
import { type StageServer, stageServer } from './stage-server.ts';
import { overflowOn, picture, violationsOn } from './visit.ts';

const MAILBOX = 'wuma@street.example.cn';

let server: StageServer;
let mail: SmtpSink;
let group: HttpsSink;
beforeAll(async () => {
  [mail, group] = await Promise.all([smtpSink(), httpsSink()]);
  mail.mailboxes.set(MAILBOX, 550);
  const folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
  const network = { allowPrivate: true, certificateAuthority: CERTIFICATE };
  const settings = {
    site: 'https://jiugai.example.cn',
    digestAt: '23:59',
    channels: {
      mail: { kind: 'SMTP', host: '127.0.0.1', port: mail.port, security: 'NONE', from: 'jiugai@example.cn' },
      ding: { kind: 'DINGTALK', url: group.url, secret: 'SECkey', ...network },
    },
    recipients: [
      { id: 'wuma', role: 'STREET', unit: '330302001', channel: 'mail', address: MAILBOX, otherChannels: ['ding'] },
      { id: 'sangli', role: 'COMMUNITY', unit: '330302001001', channel: 'ding' },
      { id: 'finance', role: 'FINANCE', unit: 'FINANCE', channel: 'mail', address: MAILBOX },
    ],
  };
  writeFileSync(join(folder, 'channels.json'), JSON.stringify(settings));
  server = await stageServer({ folder, tellEvery: 200 });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
});
afterAll(() => Promise.all([mail.close(), group.close()]));

/** In both sizes, in that of the window last. */
async function look({ page, errors }: OfficeDesk, name: string, size: 'desk' | 'phone'): Promise<void> {
  for (const each of size === 'desk' ? (['phone', 'desk'] as const) : (['desk', 'phone'] as const)) {
    await page.setViewportSize(SIZES[each].viewport);
    await picture(page, `${name}-${each}`);
  }
  expect([await violationsOn(page), await overflowOn(page), errors]).toEqual([[], 0, []]);
}

describe('what an office does by hand', () => {
  it('is a notice by another channel: chosen in its row, and seen to arrive', async () => {
    const desk = await signIn(server.origin, 'street-01');
    const { page } = desk;
    await page.goto(`${server.origin}/notices`);
    const failed = page.locator('.deliveries tr', { hasText: 'SMTP_550' });
    await failed.getByRole('button', { name: '换渠道 wuma' }).click();
    expect(await page.locator('main h1').innerText()).toBe('今天发给本单位 1 条：1 条没有送到；可以重发或换渠道。');
    await look(desk, 'notices-other-channel', 'desk');
    await failed.getByRole('button', { name: '改用 钉钉' }).click();
    const arrived = page.locator('.deliveries tr', { hasText: '钉钉' });
    await arrived.getByText('已送达').waitFor();
    await failed.getByText('已改渠道').waitFor();
    expect(group.received).toHaveLength(1);
    expect(await page.locator('main h1').innerText()).toBe('今天发给本单位 1 条：1 条已送达。');
    await look(desk, 'notices-arrived', 'desk');
  });

  it.each([
    ['community-01', 'COMMUNITY', '330302001001', 'phone', '今天发给本单位 1 条：1 条已送达。', '钉钉'],
    ['finance', 'FINANCE', 'FINANCE', 'desk', '今天发给本单位 1 条：1 条没有送到。', '邮件'],
  ] as const)(
    'is nothing for %s, who finds what its own unit was told',
    async (account, role, unit, size, sentence, by) => {
      const { outbox } = server.system.ports;
      const values = { projectId: PROJECT_ID, act: 'submit-design', dueOn: '2026-05-01' };
      await outbox.enqueue([
        { messageId: `${PROJECT_ID}-7${unit}`, to: { role, unit }, template: 'task-opened', values },
      ]);
      await expect.poll(() => outbox.pending()).toBe(0);
      const desk = await signIn(server.origin, account, size);
      const { page } = desk;
      await desk.open('/notices');
      expect(await page.locator('main h1').innerText()).toBe(sentence);
      const row = page.locator('.deliveries tbody tr');
      expect(await row.allInnerTexts()).toEqual([expect.stringContaining(by)]);
      expect(await page.locator('main').innerText()).not.toMatch(/进度通报|换渠道|登记/);
      expect(await page.locator('main .card').count()).toBe(1);
      await look(desk, `notices-own-${account}`, size);
      await row.getByRole('link').click();
      await page.getByText('发给 1 个收件处').waitFor();
      await look(desk, `notice-own-${account}`, size);
    },
  );

  it('is the answer to a voiding, from the list of tasks on a phone', async () => {
    const office = new Desk(server.origin, DEMO_PASSWORD);
    const papers = `/api/projects/${PROJECT_ID}/papers`;
    const paper = { kind: 'B1', contents: RECOGNITION };
    const { sha256 } = await office.post<{ sha256: string }>('street-01-2', papers, paper);
    await office.post('street-01-2', `${papers}/${sha256}/voiding`, { reason: '成员人数写错' }, 200);
    const desk = await signIn(server.origin, 'street-01', 'phone', 'en');
    const { page } = desk;
    await page.goto(`${server.origin}/tasks`);
    await page.locator('#voidings .do-task').click();
    await page.getByText('成员人数写错').waitFor();
    await look(desk, 'tasks-voiding', 'phone');
    await page.getByRole('button', { name: 'Confirm: void' }).click();
    await page.locator('#voidings').waitFor({ state: 'detached' });
    const [voided] = (await office.get<{ papers: { voidedOn?: string }[] }>('street-01', papers)).papers;
    expect(voided?.voidedOn).toBe('2026-03-02');
    expect(desk.errors).toEqual([]);
  });
});
