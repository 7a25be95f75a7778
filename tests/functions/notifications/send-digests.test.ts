// The daily digest: once per desk and day, from the tasks as they stand, also over an outage.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import type { ViewWrite } from '../../../domain/ports.ts';
import { openChannels } from '../../../functions/notifications/channels/open-channels.ts';
import { sendDigests } from '../../../functions/notifications/send-digests.ts';
import { notificationSettings } from '../../../functions/notifications/settings.ts';
import type { Sender } from '../../../functions/notifications/tell-recipients.ts';
import { deliveriesOfNotice, listDeliveries } from '../../../functions/runtime/delivery-log.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { readMail, type SmtpSink, smtpSink } from './sinks.ts';

const STREET = '330302001';
/** A time of the day in Wenzhou, on a day of March 2026. */
const on = (day: number, hour: number, minute = 0): Instant => instantOf(Date.UTC(2026, 2, day, hour - 8, minute));

let fake: FakePorts;
let mail: SmtpSink;
let sender: Sender;
beforeEach(async () => {
  fake = fakePorts({ now: on(2, 7) });
  mail = await smtpSink();
  const settings = notificationSettings.parse({
    site: 'https://jiugai.example.cn',
    channels: {
      mail: { kind: 'SMTP', host: '127.0.0.1', port: mail.port, security: 'NONE', from: 'jiugai@example.cn' },
    },
    recipients: [{ id: 'desk', role: 'STREET', unit: STREET, channel: 'mail', address: 'desk@street.example.cn' }],
  });
  const channels = openChannels(settings);
  if (!channels.ok) throw new Error(channels.refusal.says.en);
  sender = { settings, channels: channels.value, letterhead: { site: settings.site, rehearsal: false } };
});
afterEach(async () => {
  fake.close();
  await mail.close();
});

const task = (
  projectId: string,
  dueOn: string,
  value: ViewWrite['value'] = { projectId, dueOn, act: 'submit-design', name: '桂柑小区' },
): ViewWrite => ({
  view: 'tasks',
  partition: `STREET#${STREET}`,
  sort: `${dueOn}#${projectId}`,
  value,
  watermark: { ledger: `PROJECT/${projectId}`, seq: value === null ? 2 : 1 },
});

async function at(now: Instant): Promise<string[]> {
  fake.setNow(now);
  await sendDigests(fake.ports, sender);
  return mail.mails.map((letter) => readMail(letter).subject);
}

describe('the digest', () => {
  it('SLA rule stored, shown and never executed: what is late goes out once a day after its hour, marked and counted', async () => {
    await fake.ports.views.write([task('330302-2026-0001', '2026-03-01'), task('330302-2026-0002', '2026-03-09')]);
    expect(await at(on(2, 8, 29))).toEqual([]);
    expect(await at(on(2, 8, 30))).toEqual(['2026-03-02 待办汇总：2 件，逾期 1 件']);
    expect(await at(on(2, 8, 31))).toHaveLength(1);
    expect(await at(on(2, 23, 59))).toHaveLength(1);
    expect(readMail(mail.mails[0] ?? { to: [], source: '' }).text).toContain(
      '2026-03-01（逾期） 330302-2026-0001 提交初步设计方案 https://jiugai.example.cn/projects/330302-2026-0001',
    );
    expect(await at(on(3, 8, 30))).toEqual([
      '2026-03-02 待办汇总：2 件，逾期 1 件',
      '2026-03-03 待办汇总：2 件，逾期 1 件',
    ]);
  });

  it('stays away when there is nothing to do', async () => {
    await fake.ports.views.write([task('330302-2026-0001', '2026-03-01')]);
    await fake.ports.views.write([task('330302-2026-0001', '2026-03-01', null)]);
    expect(await at(on(2, 9))).toEqual([]);
  });

  it('follows an outage within the day, and is that of the next day after a longer one', async () => {
    await fake.ports.views.write([task('330302-2026-0001', '2026-03-01')]);
    mail.out = true;
    await at(on(2, 8, 30));
    await at(on(2, 9, 30));
    mail.out = false;
    expect(await at(on(2, 10, 30))).toHaveLength(1);
    mail.out = true;
    expect(await at(on(3, 8, 30))).toHaveLength(1);
    mail.out = false;
    expect((await at(on(4, 8, 30))).slice(1)).toEqual(['2026-03-04 待办汇总：1 件，逾期 1 件']);
  });

  it('is given up when its day is over, and the log of that day says so', async () => {
    await fake.ports.views.write([task('330302-2026-0001', '2026-03-01')]);
    const logged = async (day: string) => {
      const { deliveries } = await listDeliveries(fake.ports, day, { limit: 9 });
      return deliveries.map(({ state, code, attempts }) => [state, code, attempts]);
    };
    mail.out = true;
    await at(on(2, 8, 30));
    await at(on(2, 23, 59));
    expect(await logged('2026-03-02')).toEqual([['PENDING', 'SMTP_421', 2]]);
    await at(on(3, 0));
    expect(await logged('2026-03-02')).toEqual([['FAILED', 'DAY_OVER', 2]]);
    const [notice] = await deliveriesOfNotice(fake.ports, 'digest-2026-03-02');
    expect(notice).not.toHaveProperty('notBefore');
    mail.out = false;
    expect(await at(on(3, 8, 30))).toEqual(['2026-03-03 待办汇总：1 件，逾期 1 件']);
    expect(await logged('2026-03-03')).toEqual([['DELIVERED', undefined, 1]]);
    await at(on(9, 0));
    expect([await logged('2026-03-02'), await logged('2026-03-03')]).toEqual([
      [['FAILED', 'DAY_OVER', 2]],
      [['DELIVERED', undefined, 1]],
    ]);
  });

  it('is given up also after days on which no server ran, and when nothing is left to do', async () => {
    await fake.ports.views.write([task('330302-2026-0001', '2026-03-01')]);
    mail.out = true;
    await at(on(2, 8, 30));
    await fake.ports.views.write([task('330302-2026-0001', '2026-03-01', null)]);
    await at(on(20, 7));
    const { deliveries } = await listDeliveries(fake.ports, '2026-03-02', { limit: 9 });
    expect(deliveries).toMatchObject([{ state: 'FAILED', code: 'DAY_OVER' }]);
  });

  it('that arrives later on its day is not given up', async () => {
    await fake.ports.views.write([task('330302-2026-0001', '2026-03-01')]);
    mail.out = true;
    await at(on(2, 8, 30));
    mail.out = false;
    await at(on(2, 9, 30));
    await at(on(3, 0));
    const { deliveries } = await listDeliveries(fake.ports, '2026-03-02', { limit: 9 });
    expect(deliveries).toMatchObject([{ state: 'DELIVERED' }]);
  });

  it('lists fifty tasks and says where the others are', async () => {
    await fake.ports.views.write(
      Array.from({ length: 60 }, (_, index) => task(`330302-2026-${String(index).padStart(4, '0')}`, '2026-04-01')),
    );
    expect(await at(on(2, 9))).toEqual(['2026-03-02 待办汇总：60 件，逾期 0 件']);
    const { text } = readMail(mail.mails[0] ?? { to: [], source: '' });
    expect(text.match(/330302-2026-\d{4} /g)).toHaveLength(50);
    expect(text).toContain('全部待办：https://jiugai.example.cn/tasks');
  });
});
