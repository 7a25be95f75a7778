// Notices over HTTP for those who only receive them: each unit finds what it was told itself, and nothing of anybody else.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import { granted } from '../../../domain/errors.ts';
import { ROLES, type Role } from '../../../domain/parties.ts';
import { listNotices } from '../../../functions/dashboard/list-notices.ts';
import { readNotice } from '../../../functions/dashboard/read-notice.ts';
import { sendNoticeAgain } from '../../../functions/dashboard/send-notice-again.ts';
import { type Channel, DELIVERED } from '../../../functions/notifications/channels/channel.ts';
import { sendDigests } from '../../../functions/notifications/send-digests.ts';
import { sendDueMessages } from '../../../functions/notifications/send-due-messages.ts';
import { notificationSettings } from '../../../functions/notifications/settings.ts';
import type { Sender } from '../../../functions/notifications/tell-recipients.ts';
import { serveRoutes } from '../../local/http/serve-routes.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';

const DAY = '2026-03-02';
const NOW: Instant = instantOf(Date.UTC(2026, 2, 2, 1, 0));

/** Everybody who is told: a role, and the unit where it is not the only one of its role. */
const UNITS: readonly string[] = [
  ...['STREET.330302001', 'STREET.330302002'],
  ...['COMMUNITY.330302001001', 'COMMUNITY.330302001002', 'COMMUNITY.330302002001'],
  ...['BODY.330302001001-01', 'BODY.330302001001-02'],
  ...['DRB', 'FINANCE', 'HOUSING', 'FIRE', 'CIVIL_DEFENCE', 'ARCHIVES', 'LEADING_GROUP'],
  ...['UTILITY.鹿城供电', 'UTILITY.温州燃气'],
];

const partyOf = (who: string): { role: Role; unit: string } => {
  const [name = '', unit = name] = who.split('.');
  const role = ROLES.find((each) => each === name);
  if (role === undefined) throw new Error(`no role ${name}`);
  return { role, unit };
};
/** Of the notice that a unit is told. */
const idFor = (who: string): string => `330302-2026-${String(UNITS.indexOf(who) + 1).padStart(4, '0')}-9`;

/** Every desk but those of communities and companies is of one unit; these have one desk for all of them. */
const settings = notificationSettings.parse({
  site: 'https://jiugai.example.cn',
  channels: { mail: { kind: 'SMTP', host: '127.0.0.1', port: 25, security: 'NONE', from: 'jiugai@example.cn' } },
  recipients: [
    ...UNITS.filter((who) => !/^(COMMUNITY|UTILITY)/.test(who)).map((who, index) => ({
      ...{ id: `desk-${index}`, ...partyOf(who), channel: 'mail', address: `desk-${index}@example.cn` },
    })),
    ...['COMMUNITY', 'UTILITY'].map((role) => ({
      ...{ id: `all-${role.toLowerCase()}`, role, channel: 'mail', address: 'all@example.cn', digest: false },
    })),
  ],
});
const REFUSING: Channel = {
  send: async (_notice, { role }) => (role === 'FIRE' ? { result: 'REFUSED', code: 'SMTP_550' } : DELIVERED),
};
const SENDER: Sender = {
  settings,
  channels: new Map([['mail', REFUSING]]),
  letterhead: { site: settings.site, rehearsal: false },
};

let fake: FakePorts;
let origin: string;
beforeEach(async () => {
  fake = fakePorts({ now: NOW });
  const verifyToken = async (token: string) => {
    const { role, unit } = partyOf(decodeURIComponent(token));
    return granted({ sub: `p-${role}`, role, unit });
  };
  origin = (await serveRoutes([listNotices, readNotice, sendNoticeAgain], { ports: fake.ports, verifyToken })).origin;
  await tell(UNITS.map((who) => ({ who, messageId: idFor(who) })));
});
afterEach(() => fake.close());

async function tell(
  messages: readonly { readonly who: string; readonly messageId: string }[],
  sender: Sender = SENDER,
): Promise<void> {
  await fake.ports.outbox.enqueue(
    messages.map(({ who, messageId }) => ({
      ...{ messageId, to: partyOf(who), template: 'task-opened' },
      values: { projectId: messageId.slice(0, 16), act: 'submit-design', dueOn: '2026-05-01' },
    })),
  );
  await sendDueMessages(fake.ports, sender);
}

async function call(who: string, path: string, body?: object) {
  const answer = await fetch(new URL(path, origin), {
    headers: { authorization: `Bearer ${encodeURIComponent(who)}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  const { instance: _, ...said } = await answer.json();
  return { status: answer.status, body: said };
}
interface Row {
  readonly noticeId: string;
}
const idsIn = ({ body }: Awaited<ReturnType<typeof call>>): readonly string[] =>
  body.deliveries.map(({ noticeId }: Row) => noticeId);
const list = (who: string, cursor = '') =>
  call(who, `/api/notices?day=${DAY}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
const open = (who: string, id: string) => call(who, `/api/notices/${encodeURIComponent(id)}`);

describe('the notices of a unit', () => {
  it.each(UNITS)('are those that went to %s itself', async (who) => {
    expect(idsIn(await list(who))).toEqual([idFor(who)]);
    expect(await open(who, idFor(who))).toMatchObject({ status: 200, body: { noticeId: idFor(who) } });
  });

  it('of another unit, another street or another department are as if there were none', async () => {
    const none = await open('FINANCE', '330302-2026-0099-1');
    expect(none).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    const strange = UNITS.flatMap((who) =>
      UNITS.filter((other) => other !== who).map((other) => [who, other] as const),
    );
    const answers = await Promise.all(strange.map(([who, other]) => open(who, idFor(other))));
    expect(answers.filter((answer) => JSON.stringify(answer) !== JSON.stringify(none))).toEqual([]);
    expect(answers).toHaveLength(UNITS.length * (UNITS.length - 1));
  });

  it('of a unit that was never told, or of a role by another’s name, are none', async () => {
    const strangers = ['STREET.330302003', 'COMMUNITY.330302001', 'BODY.330302001001', 'UTILITY', 'UTILITY.FINANCE'];
    for (const who of [...strangers, 'TRANSPORT', 'CONTRACTOR', 'FINANCE.DRB']) {
      expect(await list(who)).toMatchObject({ status: 200, body: { deliveries: [] } });
    }
  });

  it('are all there for the office, the operator and audit, and for the principal leader there is no such page', async () => {
    for (const who of ['RENOVATION_OFFICE', 'OPERATOR', 'AUDIT']) {
      expect(new Set(idsIn(await list(who)))).toEqual(new Set(UNITS.map(idFor)));
    }
    for (const answer of [await list('PRINCIPAL_LEADER'), await open('PRINCIPAL_LEADER', idFor('DRB'))]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN_ROLE' } });
    }
  });

  it('say whether they arrived and by what kind of channel, not which one of the settings, and are not sent again', async () => {
    const { body } = await open('FIRE', idFor('FIRE'));
    expect(body.deliveries).toMatchObject([{ state: 'FAILED', code: 'SMTP_550', kind: 'SMTP', attempts: 1 }]);
    for (const row of [...body.deliveries, ...(await list('FIRE')).body.deliveries]) {
      expect(Object.keys(row)).not.toContain('channel');
      expect(Object.keys(row)).not.toContain('sendBy');
    }
    const asked = { recipient: body.deliveries[0].recipient, channel: 'mail' };
    for (const who of ['FIRE', 'COMMUNITY.330302001001', 'BODY.330302001001-01', 'UTILITY.鹿城供电']) {
      for (const id of [idFor('FIRE'), '330302-2026-0099-1']) {
        const refused = await call(who, `/api/notices/${id}/deliveries`, asked);
        expect(refused).toMatchObject({ status: 403, body: { code: 'FORBIDDEN_ROLE' } });
      }
    }
    expect(await fake.ports.outbox.pending()).toBe(0);
  });
});

describe('a notice to more desks than one page of rows has', () => {
  it('is shown with all of them', async () => {
    const desks = Array.from({ length: 120 }, (_, index) => ({
      ...{ id: `gate-${index}`, role: 'HOUSING', unit: 'HOUSING', channel: 'mail', address: 'gate@example.cn' },
    }));
    const many = notificationSettings.parse({ ...settings, recipients: desks });
    await tell([{ who: 'HOUSING', messageId: '330302-2026-0700-1' }], { ...SENDER, settings: many });
    expect((await open('HOUSING', '330302-2026-0700-1')).body.deliveries).toHaveLength(120);
  });
});

describe('a digest, which goes to every desk under one name', () => {
  it('is each unit’s own row, with its own count', async () => {
    const rowsOf = (desk: string, acts: readonly string[]) =>
      acts.map((act, index) => ({
        ...{ view: 'tasks', partition: desk, sort: `2026-03-09#330302-2026-002${index}` },
        ...{ value: { projectId: `330302-2026-002${index}`, dueOn: '2026-03-09', act } },
        ...{ watermark: { ledger: `PROJECT/330302-2026-002${index}`, seq: 1 } },
      }));
    await fake.ports.views.write([
      ...rowsOf('DRB#DRB', ['list-in-investment-plan', 'list-in-investment-plan']),
      ...rowsOf('BODY#330302001001-02', ['publish-plan']),
    ]);
    await sendDigests(fake.ports, SENDER);
    const digest = `digest-${DAY}`;
    const { body } = await open('BODY.330302001001-02', digest);
    expect(body).toMatchObject({ subject: { zh: `${DAY} 待办汇总：1 件，逾期 0 件` }, deliveries: [{ role: 'BODY' }] });
    expect((await open('DRB', digest)).body).toMatchObject({ subject: { zh: `${DAY} 待办汇总：2 件，逾期 0 件` } });
    expect((await open('BODY.330302001001-01', digest)).status).toBe(404);
    expect(idsIn(await list('BODY.330302001001-02'))).toEqual([digest, idFor('BODY.330302001001-02')]);
  });
});

describe('a long day', () => {
  const PAGE = 100;
  const manyFor = (who: string, count: number, of: string) => {
    const numbers = Array.from({ length: count }, (_, index) => String(index + 1).padStart(4, '0'));
    return tell(numbers.map((number) => ({ who, messageId: `330302-2026-${of}-${number}` })));
  };

  it('of others gives a unit its own on one page, and nothing to go on from', async () => {
    await manyFor('FINANCE', PAGE + 20, '0900');
    const { body } = await list('DRB');
    expect(body.deliveries.map(({ noticeId }: Row) => noticeId)).toEqual([idFor('DRB')]);
    expect(body).not.toHaveProperty('cursor');
  });

  it('of its own is read page by page, by what is its own', async () => {
    await manyFor('DRB', PAGE / 2, '0800');
    await manyFor('FINANCE', PAGE, '0900');
    await manyFor('DRB', PAGE / 2, '0910');
    const first = await list('DRB');
    expect(new Set(idsIn(first)).size).toBe(PAGE);
    expect(Buffer.from(first.body.cursor, 'base64url').toString()).toContain(idsIn(first).at(-1));
    const rest = await list('DRB', first.body.cursor);
    expect(rest.body).not.toHaveProperty('cursor');
    const all = [...idsIn(first), ...idsIn(rest)];
    expect(all).toHaveLength(PAGE + 1);
    expect(all.filter((id) => id.includes('-0900-'))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });
});
