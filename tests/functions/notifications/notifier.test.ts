// The notifier of the one-machine system: settings from the data folder, rounds that never overlap, faults that end nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../domain/ports.ts';
import type { LogLine } from '../../../functions/runtime/log.ts';
import { startNotifier } from '../../../local/notifier.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { type SmtpSink, smtpSink } from './sinks.ts';

const message: Message = {
  messageId: '330302-2026-0017-3',
  to: { role: 'DRB', unit: 'DRB' },
  template: 'task-opened',
  values: { projectId: '330302-2026-0017', act: 'list-in-investment-plan', dueOn: '2026-05-01' },
};

let fake: FakePorts;
let mail: SmtpSink;
let folder: string;
let logged: LogLine[];
beforeEach(async () => {
  fake = fakePorts();
  mail = await smtpSink();
  folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
  logged = [];
});
afterEach(async () => {
  fake.close();
  rmSync(folder, { recursive: true });
  await mail.close();
});

const write = (settings: object) => writeFileSync(join(folder, 'channels.json'), JSON.stringify(settings));

async function start(ports = fake.ports) {
  const notifier = await startNotifier({ ports, folder, rehearsal: false, log: (line) => logged.push(line) });
  if (!notifier.ok) throw new Error(notifier.refusal.says.en);
  return notifier.value;
}

const toDrb = () => ({
  site: 'https://jiugai.example.cn/',
  channels: { mail: { kind: 'SMTP', host: '127.0.0.1', port: mail.port, security: 'NONE', from: 'jiugai@example.cn' } },
  recipients: [{ id: 'drb', role: 'DRB', unit: 'DRB', channel: 'mail', address: 'fgj@example.cn' }],
});

describe('the notifier', () => {
  it('tells by the channels of the data folder', async () => {
    write(toDrb());
    await fake.ports.outbox.enqueue([message]);
    const notifier = await start();
    await notifier.round();
    await notifier.close();
    expect(mail.mails.map(({ to }) => to)).toEqual([['fgj@example.cn']]);
    expect(await fake.ports.outbox.pending()).toBe(0);
  });

  it('sends a message once though two rounds begin at once', async () => {
    write(toDrb());
    await fake.ports.outbox.enqueue([message]);
    const notifier = await start();
    await Promise.all([notifier.round(), notifier.round()]);
    await notifier.close();
    expect(mail.mails).toHaveLength(1);
  });

  it('empties the outbox where nobody is to be told, so that channels set up later do not tell old news', async () => {
    await fake.ports.outbox.enqueue([message]);
    const notifier = await start();
    await notifier.round();
    await notifier.close();
    expect(await fake.ports.outbox.pending()).toBe(0);
  });

  it('does not start with wrong settings', async () => {
    write({ ...toDrb(), channels: {} });
    const started = await startNotifier({ ports: fake.ports, folder, rehearsal: false });
    expect(started).toMatchObject({ ok: false, refusal: { code: 'MALFORMED' } });
  });

  it('logs a round that fails, without a word of what it carried, and goes on with the next', async () => {
    write(toDrb());
    await fake.ports.outbox.enqueue([message]);
    let broken = true;
    const outbox = {
      ...fake.ports.outbox,
      claim: (...claim: Parameters<typeof fake.ports.outbox.claim>) =>
        broken ? Promise.reject(new Error('fgj@example.cn')) : fake.ports.outbox.claim(...claim),
    };
    const notifier = await start({ ...fake.ports, outbox });
    await notifier.round();
    expect(logged).toMatchObject([{ level: 'error', route: 'sendNotifications', causes: ['Error'] }]);
    expect(JSON.stringify(logged)).not.toContain('fgj@');
    broken = false;
    await notifier.round();
    await notifier.close();
    expect(mail.mails).toHaveLength(1);
  });
});
