// The look at the publicity that the machine takes again and again: what it is told, when it looks next, what it writes.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { type CalendarOverride, shippedCalendar } from '../../../domain/calendar/working-days.ts';
import { EMPTY_HEAD, sealEntry } from '../../../domain/ledger.ts';
import { type Issued, issuedRow, registerLedger } from '../../../domain/paper/issue-register.ts';
import { SYSTEM } from '../../../domain/parties.ts';
import { NO_CONSEQUENCES, type Ports } from '../../../domain/ports.ts';
import { closePublicity } from '../../../functions/publicity/close-publicity.ts';
import { CALENDAR_LEDGER } from '../../../functions/runtime/current-calendar.ts';
import {
  GATE,
  notice,
  openStage,
  PROJECT_ID,
  STAIRWELL,
  type Stage,
} from '../../domain/projects/consent/neighbourhood-on-stage.ts';

const FAR_AHEAD = '2026-11-07T01:00:00.000Z';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const look = (renewAt = FAR_AHEAD, ports: Ports = stage.ports) => {
  const silent = () => {};
  return closePublicity.over(ports, silent)({ projectId: PROJECT_ID, renewAt }, {});
};

/** An operator moves one day of the calendar. */
async function override(day: string, kind: CalendarOverride['kind']): Promise<void> {
  const ref = CALENDAR_LEDGER;
  const head = (await stage.ports.ledger.read(ref)).at(-1) ?? EMPTY_HEAD;
  const entry = sealEntry(ref, head, {
    at: stage.ports.clock.now(),
    act: 'override-day',
    actor: SYSTEM,
    payload: { date: plainDateOf(day), kind, source: '浙政办通知', enteredBy: 'operator-1' },
    findings: [],
    rulebook: 'calendar@1',
    calendar: shippedCalendar.version,
  });
  await stage.ports.ledger.append(ref, entry, NO_CONSEQUENCES);
}

const confirm = async (place: string, postedOn: string) =>
  stage.perform('confirm-posting', 'BODY', { place, postedOn, photo: await stage.paper(place) });

const objection = async (raisedOn: string) => ({
  objectionId: 'YY-0001',
  unit: 'd'.repeat(64),
  raisedBy: 'OWNER',
  raisedOn,
  paper: await stage.paper('不同意', 'VAULT'),
});

describe('closing the publicity', () => {
  it('names the instant to look again while the period runs, and writes nothing', async () => {
    const { head } = await stage.playUntil('PUBLICITY_RUNNING');
    expect(await look()).toEqual({ outcome: 'running', until: '2026-03-09T16:00:00.000Z' });
    expect((await stage.project()).head).toEqual(head);
  });

  it('is satisfied from 00:00 after the fifth working day, not one millisecond before', async () => {
    const { publicity } = await stage.playUntil('PUBLICITY_RUNNING');
    stage.goTo('2026-03-09');
    expect(await look()).toMatchObject({ outcome: 'running' });
    stage.setNow(publicity.opensAt ?? stage.ports.clock.now());
    expect(await look()).toMatchObject({ outcome: 'satisfied' });
    const project = await stage.project();
    expect(project.state).toBe('PUBLICITY_SATISFIED');
    expect(project.publicity.endsOn).toBe('2026-03-09');
    expect(await look()).toMatchObject({ outcome: 'satisfied' });
    expect((await stage.project()).head).toEqual(project.head);
  });

  it('runs longer when a day is declared off, and never shorter than announced when one is declared a working day', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    await override('2026-03-05', 'OFF');
    expect(await look()).toEqual({ outcome: 'running', until: '2026-03-10T16:00:00.000Z' });
    await override('2026-03-05', 'WORK');
    await override('2026-03-07', 'WORK');
    expect(await look()).toEqual({ outcome: 'running', until: '2026-03-09T16:00:00.000Z' });
  });

  it('looks again every day while the calendar is not published', async () => {
    await stage.playUntil('PLAN_APPROVED');
    await stage.perform('post-notice', 'BODY', await notice(stage));
    stage.goTo('2026-12-25');
    await confirm(GATE, '2026-12-25');
    await confirm(STAIRWELL, '2026-12-25');
    const renewAt = '2027-06-01T00:00:00.000Z';
    expect(await look(renewAt)).toEqual({ outcome: 'pending-calendar', until: '2026-12-26T01:00:00.000Z' });
  });

  it('never waits beyond the life of the execution, and asks for a new one then', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    const renewAt = '2026-03-05T01:00:00.000Z';
    expect(await look(renewAt)).toEqual({ outcome: 'running', until: renewAt });
    stage.goTo('2026-03-05');
    expect(await look(renewAt)).toMatchObject({ outcome: 'renew' });
  });

  const noticePaper = (sha256: string): Issued => ({
    ...{ projectNo: PROJECT_ID, kind: 'F3', version: 1, title: '居民意见公示书', issuer: '月季小区自治小组' },
    ...{ issuedOn: plainDateOf('2026-03-02'), sha256, pages: 1 },
  });
  /** As two persons voided it while the project could not be told. */
  const voided = (voidedOn: string) => {
    const paper = noticePaper('a'.repeat(64));
    const row = issuedRow(registerLedger(PROJECT_ID), 1, { paper, voidedOn: plainDateOf(voidedOn) });
    return stage.ports.views.write([row]);
  };

  it('does not end by days on which its notice was void: it tells the project, and waits for the posting again', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    await voided('2026-03-05');
    stage.goTo('2026-03-10');
    expect(await look()).toEqual({ outcome: 'interrupted', until: '2026-03-10T01:00:00.000Z' });
    const { state, publicity, head } = await stage.project();
    expect(state).toBe('PUBLICITY_INTERRUPTED');
    expect(publicity.voided).toEqual([{ kind: 'F3', version: 1, sha256: 'a'.repeat(64), on: '2026-03-05' }]);
    const again = { ...noticePaper('b'.repeat(64)), printing: 2 };
    await stage.ports.views.write([issuedRow(registerLedger(PROJECT_ID), 2, { paper: again })]);
    // Issued again is not hung up again.
    expect(await look()).toMatchObject({ outcome: 'interrupted' });
    expect((await stage.project()).head).toEqual(head);
  });

  it('ends by its days where the notice was voided after the last of them', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    stage.goTo('2026-03-10');
    await voided('2026-03-10');
    expect(await look()).toMatchObject({ outcome: 'satisfied' });
  });

  it('is interrupted by a paper voided on the very last day, and hears the objections to it', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    await stage.perform('file-objection', 'RESIDENT', await objection('2026-03-02'));
    await voided('2026-03-09');
    stage.goTo('2026-03-10');
    expect(await look()).toMatchObject({ outcome: 'interrupted' });
    expect((await stage.project()).publicity.objections).toHaveLength(1);
  });

  it('is interrupted by a void file that was handed in itself, whatever was printed since', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    const { notice: hung } = (await stage.project()).publicity;
    const paper = noticePaper(hung?.F3 ?? '');
    const again = { ...noticePaper('b'.repeat(64)), printing: 2 };
    await stage.ports.views.write([
      issuedRow(registerLedger(PROJECT_ID), 1, { paper, voidedOn: plainDateOf('2026-03-03') }),
      issuedRow(registerLedger(PROJECT_ID), 2, { paper: again }),
    ]);
    stage.goTo('2026-03-10');
    expect(await look()).toMatchObject({ outcome: 'interrupted' });
  });

  it('waits for the posting again after a poster was found down or the project was suspended', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    await stage.perform('report-poster-down', 'BODY', { place: GATE, foundDownOn: '2026-03-02' });
    expect(await look()).toMatchObject({ outcome: 'interrupted' });
    await stage.perform('suspend-project', 'STREET', { reason: '现场核查' });
    expect(await look()).toMatchObject({ outcome: 'interrupted' });
  });

  it('opens mediation when an objection has no outcome, and is satisfied once it has', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    await stage.perform('file-objection', 'RESIDENT', await objection('2026-03-02'));
    stage.goTo('2026-03-10');
    expect(await look()).toMatchObject({ outcome: 'objections-open' });
    const { state, head } = await stage.project();
    expect(state).toBe('OBJECTION');
    expect(await look()).toMatchObject({ outcome: 'objections-open' });
    expect((await stage.project()).head).toEqual(head);

    await stage.perform('record-mediation', 'BODY', {
      objectionId: 'YY-0001',
      outcome: 'UNRESOLVED_RECORDED',
      mediatedOn: '2026-03-10',
      record: await stage.paper(),
      materialChange: false,
    });
    expect(await look()).toMatchObject({ outcome: 'satisfied' });
  });

  it('looks afresh when somebody objects at the very moment of closing', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    stage.goTo('2026-03-10');
    const { ledger } = stage.ports;
    let objected = false;
    const busy: Ports['ledger'] = {
      read: (ref, after) => ledger.read(ref, after),
      list: (kind, page) => ledger.list(kind, page),
      async append(ref, entry, consequences) {
        if (!objected) {
          objected = true;
          await stage.perform('file-objection', 'BODY', await objection('2026-03-09'));
        }
        return ledger.append(ref, entry, consequences);
      },
    };
    expect(await look(FAR_AHEAD, { ...stage.ports, ledger: busy })).toMatchObject({ outcome: 'objections-open' });
  });

  it('is sent back when the plan was revised meanwhile', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    await stage.perform('revise-plan', 'STREET', { reason: '居民要求增加停车位' });
    expect(await look()).toMatchObject({ outcome: 'sent-back' });
  });
});
