// The settings of channels: what is wrong is said field by field, and never with what was written there.
import { describe, expect, it } from 'vitest';
import { openChannels } from '../../../functions/notifications/channels/open-channels.ts';
import { notificationSettings, readNotificationSettings } from '../../../functions/notifications/settings.ts';

const SETTINGS = {
  site: 'https://jiugai.example.cn',
  channels: {
    mail: { kind: 'SMTP', host: 'smtp.example.cn', port: 587, from: 'jiugai@example.cn' },
    hook: { kind: 'WEBHOOK', url: 'https://example.cn/hook', secret: 'do-not-repeat-me' },
  },
  recipients: [{ id: 'finance', role: 'FINANCE', unit: 'FINANCE', channel: 'mail', address: 'cz@example.cn' }],
};

const refusalOf = (settings: unknown): string => {
  const read = readNotificationSettings(typeof settings === 'string' ? settings : JSON.stringify(settings));
  return read.ok ? '' : `${read.refusal.says.zh} / ${read.refusal.says.en}`;
};

describe('notification settings', () => {
  it('need little: Chinese, at once and as a digest at 08:30, over an encrypted connection', () => {
    expect(notificationSettings.parse(SETTINGS)).toMatchObject({
      digestAt: '08:30',
      channels: { mail: { security: 'STARTTLS' }, hook: { allowPrivate: false } },
      recipients: [{ language: 'zh', immediate: true, digest: true }],
    });
  });

  it('refuse an unknown channel, a desk named twice, e-mail without address and a digest of every unit', () => {
    const [desk] = SETTINGS.recipients;
    const recipients = [
      desk,
      { ...desk, channel: 'fax' },
      { id: 'audit', role: 'AUDIT', unit: 'AUDIT', channel: 'mail' },
      { id: 'streets', role: 'STREET', channel: 'hook' },
    ];
    expect(refusalOf({ ...SETTINGS, recipients })).toBe(
      '通知设置有误：/recipients/1/id 编号重复；/recipients/1/channel 没有这个通道；' +
        '/recipients/2/address 电子邮件须填地址；/recipients/3/unit 每日汇总须指明单位' +
        ' / The notification settings have mistakes: /recipients/1/id the id is used twice; ' +
        '/recipients/1/channel there is no such channel; /recipients/2/address e-mail needs an address; ' +
        '/recipients/3/unit a digest is of one unit',
    );
  });

  it('refuse another channel that there is not or that is named twice, and e-mail as another one without address', () => {
    const [{ address: _, ...desk } = {}] = SETTINGS.recipients.map((each) => ({ ...each, channel: 'hook' }));
    const refused = (otherChannels: string[]) => refusalOf({ ...SETTINGS, recipients: [{ ...desk, otherChannels }] });
    expect(refused(['fax'])).toContain('/recipients/0/otherChannels 没有这个通道');
    expect(refused(['hook'])).toContain('/recipients/0/otherChannels 通道重复');
    expect(refused(['mail'])).toContain('/recipients/0/address 电子邮件须填地址');
    expect(
      refusalOf({ ...SETTINGS, recipients: [{ ...desk, address: 'cz@example.cn', otherChannels: ['mail'] }] }),
    ).toBe('');
  });

  it('refuse a webhook without encryption', () => {
    const hook = { ...SETTINGS.channels.hook, url: 'http://example.cn/hook' };
    expect(refusalOf({ ...SETTINGS, channels: { ...SETTINGS.channels, hook } })).toContain('/channels/hook/url');
  });

  it('never repeat what was written, secrets least of all', () => {
    const hook = { ...SETTINGS.channels.hook, secret: ['do-not-repeat-me'] };
    expect(refusalOf({ ...SETTINGS, channels: { hook } })).not.toContain('do-not-repeat-me');
    expect(refusalOf('{"secret": do-not-repeat-me}')).toBe(
      '通知设置不是有效的 JSON。 / The notification settings are not JSON.',
    );
  });

  it('refuse a topic of SNS where there is no AWS', () => {
    const news = { kind: 'SNS', topicArn: 'arn:aws-cn:sns:cn-north-1:123456789012:news' };
    const settings = notificationSettings.parse({ ...SETTINGS, channels: { ...SETTINGS.channels, news } });
    expect(openChannels(settings)).toMatchObject({ ok: false, refusal: { code: 'MALFORMED' } });
    expect(openChannels(settings, async () => {})).toMatchObject({ ok: true });
  });
});
