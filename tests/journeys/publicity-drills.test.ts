// Drills of the peers' breaks while a notice hangs, over the whole system with its machines.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { shippedCalendar } from '../../domain/calendar/working-days.ts';
import { EMPTY_HEAD, sealEntry } from '../../domain/ledger.ts';
import { NO_CONSEQUENCES } from '../../domain/ports.ts';
import { CALENDAR_LEDGER } from '../../functions/runtime/current-calendar.ts';
import { GATE, PROJECT_ID } from '../domain/projects/consent/neighbourhood-on-stage.ts';
import { openStagedSystem, type StagedSystem } from '../support/journey/staged-system.ts';

const MINUTES_A_DAY = 24 * 60;

let staged: StagedSystem;
beforeEach(async () => {
  staged = await openStagedSystem();
});
afterEach(() => staged.close());

const entries = () => staged.system.ports.ledger.read({ kind: 'PROJECT', id: PROJECT_ID });

it('notice photo missing: it is not posted without, nor with one that is not on file', async () => {
  await staged.stage.playUntil('PLAN_APPROVED');
  const posting = { place: GATE, postedOn: '2026-03-02' };
  const without = await staged.stage.refusal('confirm-posting', 'BODY', posting);
  expect(without.fields?.map(({ path }) => path)).toContain('/photo');
  const strange = await staged.stage.refusal('confirm-posting', 'BODY', { ...posting, photo: '0'.repeat(64) });
  expect(['MALFORMED', 'GATE_SHUT']).toContain(strange.code);
});

it('plan replaced during publicity: the old period never counts', async () => {
  await staged.stage.playUntil('PUBLICITY_RUNNING');
  await staged.system.idle();
  await staged.stage.perform('revise-plan', 'STREET', { reason: '停车位位置调整' });
  await staged.pass(9 * MINUTES_A_DAY);
  expect((await staged.stage.project()).state).not.toBe('PUBLICITY_SATISFIED');
  expect(await staged.waiting()).toEqual(['submit-design']);
});

it('a later notice must not shorten the period: hung up again, it is counted anew from there', async () => {
  await staged.stage.playUntil('PUBLICITY_RUNNING');
  await staged.system.idle();
  const before = (await staged.stage.project()).publicity.endsOn ?? '';
  await staged.pass(2 * MINUTES_A_DAY);
  const on = dateInShanghai(staged.system.ports.clock.now());
  await staged.stage.perform('report-poster-down', 'BODY', { place: GATE, foundDownOn: on });
  const photo = await staged.stage.paper('posted again');
  await staged.stage.perform('confirm-posting', 'BODY', { place: GATE, postedOn: on, photo });
  const { publicity } = await staged.stage.project();
  expect([before, publicity.runsFrom, publicity.endsOn]).toEqual(['2026-03-09', on, '2026-03-11']);
  // One that is said to have hung before the other came down is no way to a shorter period.
  await staged.stage.perform('report-poster-down', 'BODY', { place: GATE, foundDownOn: on });
  const early = await staged.stage.refusal('confirm-posting', 'BODY', { place: GATE, postedOn: '2026-03-02', photo });
  expect(early.fields?.map(({ path }) => path)).toContain('/postedOn');
  await staged.pass(6 * MINUTES_A_DAY);
  expect((await staged.stage.project()).state).not.toBe('PUBLICITY_SATISFIED');
});

it('holiday list changed during publicity: it runs longer by a day that is off now, and never ends before the day announced', async () => {
  const operator = { role: 'OPERATOR', id: 'o-1', unit: 'OPERATOR' } as const;
  const enter = async (date: string, kind: 'OFF' | 'WORK') => {
    const ref = CALENDAR_LEDGER;
    const { ports } = staged.system;
    const head = (await ports.ledger.read(ref)).at(-1) ?? EMPTY_HEAD;
    const content = {
      at: ports.clock.now(),
      act: 'override-day',
      actor: operator,
      findings: [],
      rulebook: 'calendar@1',
    };
    const payload = { date, kind, source: '浙政办通知第 1 号', enteredBy: operator.id };
    const entry = sealEntry(ref, head, { ...content, payload, calendar: shippedCalendar.version });
    expect(await ports.ledger.append(ref, entry, NO_CONSEQUENCES)).toBe('APPENDED');
  };
  const closedOn = async () => {
    const closing = (await entries()).find(({ act }) => act === 'close-publicity');
    return closing && dateInShanghai(closing.at);
  };
  await staged.stage.playUntil('PUBLICITY_RUNNING');
  await staged.system.idle();
  expect((await staged.stage.project()).publicity.endsOn).toBe('2026-03-09');
  await enter('2026-03-05', 'OFF');
  // A Saturday that is worked now would end it a day before the day that hangs on the wall.
  await enter('2026-03-07', 'WORK');
  await enter('2026-03-06', 'OFF');
  await staged.pass(8 * MINUTES_A_DAY);
  expect(await closedOn()).toBeUndefined();
  await staged.pass(1 * MINUTES_A_DAY);
  expect(await closedOn()).toBe('2026-03-11');
});
