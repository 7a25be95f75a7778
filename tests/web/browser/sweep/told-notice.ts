// One notice on its way to three desks, as the sender of an installation writes it down: arrived, to be tried again, refused.
import type { Ports } from '../../../../domain/ports.ts';
import { type Channel, channelDown, DELIVERED } from '../../../../functions/notifications/channels/channel.ts';
import { deliver } from '../../../../functions/notifications/delivery.ts';
import { noticeOf } from '../../../../functions/notifications/notices.ts';
import type { Recipient } from '../../../../functions/notifications/settings.ts';
import { writeOffers } from '../../../../functions/runtime/offered-channels.ts';

const SENDING: Channel = {
  async send(_notice, { id }) {
    if (id === 'desk-1') return DELIVERED;
    return id === 'desk-2' ? channelDown('HTTP_503') : { result: 'REFUSED', code: 'SMTP_550' };
  },
};

const desk = (no: number): Recipient => ({
  ...{ id: `desk-${no}`, role: 'STREET', unit: '330302001', channel: 'mail' },
  ...{ language: 'zh', immediate: true, digest: false },
});

/** The id of the notice; its link stands on the page of notices on the day of the server's clock. */
export async function tellNotice(ports: Ports, projectId: string): Promise<string> {
  const [messageId, now] = [`${projectId}-9`, ports.clock.now()];
  const values = { projectId, act: 'submit-design', dueOn: '2026-05-01' };
  const message = { messageId, to: { role: 'STREET', unit: '330302001' }, template: 'task-opened', values } as const;
  const notice = noticeOf(message, now, { site: 'https://jiugai.example.cn', rehearsal: true });
  if (notice === undefined) throw new Error('no such template');
  // Two of them can be told by their group too.
  const channels = [
    { name: 'mail', kind: 'SMTP' },
    { name: 'desk', kind: 'DINGTALK' },
  ] as const;
  await writeOffers(ports, { desks: { 'desk-1': [channels[0]], 'desk-2': [...channels], 'desk-3': [...channels] } });
  for (const no of [1, 2, 3]) await deliver(ports, new Map([['mail', SENDING]]), desk(no), notice, now);
  return messageId;
}
