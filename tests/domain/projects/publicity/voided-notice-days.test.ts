// Whatever is voided or comes down while a notice hangs, in whatever order: five full working days are counted after the last
// posting, and nobody gets through earlier (二(三)3, PB-03, PB-04).
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addDays,
  dateInShanghai,
  type PlainDate,
  plainDateOf,
  startOfDay,
} from '../../../../domain/calendar/plain-date.ts';
import { shippedCalendar } from '../../../../domain/calendar/working-days.ts';
import type { PlanPrinting } from '../../../../domain/paper/printings-of-plan.ts';
import { SYSTEM } from '../../../../domain/parties.ts';
import { lucheng2020 } from '../../../../domain/policy/packs.ts';
import { type PostingEvent, publicityRunsFrom } from '../../../../domain/policy/rules/publicity.ts';
import type { Act } from '../../../../domain/projects/act.ts';
import type { Project } from '../../../../domain/projects/project.ts';
import { closePublicity } from '../../../../domain/projects/publicity/close-publicity.ts';
import { confirmPosting } from '../../../../domain/projects/publicity/confirm-posting.ts';
import { interruptPublicity } from '../../../../domain/projects/publicity/interrupt-publicity.ts';
import { postNotice } from '../../../../domain/projects/publicity/post-notice.ts';
import { NOTICE_KINDS } from '../../../../domain/projects/publicity/record.ts';
import { reportPosterDown } from '../../../../domain/projects/publicity/report-poster-down.ts';
import { GATE, openStage, STAIRWELL, type Stage } from '../consent/neighbourhood-on-stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** One act at the beginning of one day, decided and applied without ports. */
function act<Input, Facts, Result extends object>(
  project: Project,
  done: Act<string, Input, Facts, Result>,
  on: PlainDate,
  input: Input,
  facts: Facts,
): Project {
  const at = startOfDay(on);
  const deciding = { project, input, facts, actor: SYSTEM, at, on, pack: lucheng2020, calendar: shippedCalendar };
  const decided = done.decide(deciding);
  if (!decided.ok) throw new Error(`${done.name} on ${on}: ${JSON.stringify(decided.refusal)}`);
  const { outcome, result } = decided.value;
  return done.apply(project, { input, outcome, result, actor: SYSTEM, seq: 1, at, on });
}

const mayClose = (project: Project, on: PlainDate): boolean =>
  closePublicity.decide({
    ...{ project, input: {}, facts: undefined, actor: SYSTEM, at: startOfDay(on), on },
    ...{ pack: lucheng2020, calendar: shippedCalendar },
  }).ok;

const days = fc.integer({ min: 0, max: 8 });
const mishap = fc.record({
  after: days,
  what: fc.constantFrom('F3' as const, 'F4' as const, 'P2' as const, 'DOWN' as const),
  issuedAfter: days,
  hungAfter: fc.tuple(days, days),
});
type Mishap = typeof mishap extends fc.Arbitrary<infer Value> ? Value : never;

const digest = (number: number): string => String(number).padStart(64, '0');
const MARCH_2 = plainDateOf('2026-03-02');

/** What hung when, told act by act; nothing more goes wrong once the period is over. */
function play(running: Project, mishaps: readonly Mishap[]) {
  let project = running;
  let today = MARCH_2;
  let number = 1;
  let printed: readonly PlanPrinting[] = [];
  const announced = [project.publicity.endsOn ?? today];
  const events: PostingEvent[] = [{ kind: 'POSTED', on: today, plan: '1' }];
  for (const { after, what, issuedAfter, hungAfter } of mishaps) {
    const mishapOn = addDays(today, after);
    if (mishapOn > (announced.at(-1) ?? today)) break;
    today = mishapOn;
    if (what === 'DOWN') {
      project = act(project, reportPosterDown, today, { place: GATE, foundDownOn: today }, undefined);
      events.push({ kind: 'FOUND_DOWN', on: today });
      today = addDays(today, hungAfter[0]);
      const again = { place: GATE, postedOn: today, photo: digest(0) };
      project = act(project, confirmPosting, today, again, undefined);
    } else {
      const voidPaper = project.publicity.notice?.[what] ?? '';
      const told = { voidPaper, kind: what, version: 1, voidedOn: today };
      project = act(project, interruptPublicity, today, told, undefined);
      events.push({ kind: 'VOIDED', on: today });
      today = addDays(today, issuedAfter);
      number += 1;
      const documents = { ...project.publicity.notice, [what]: digest(number) };
      printed = [...printed, { kind: what, sha256: digest(number), issuedOn: today }];
      const places = [GATE, STAIRWELL].map((place) => ({ place, conspicuous: true }));
      project = act(project, postNotice, today, { documents, places }, printed);
      for (const [index, place] of [GATE, STAIRWELL].entries()) {
        expect(project.state).toBe('PUBLICITY_INTERRUPTED');
        today = addDays(today, hungAfter[index] ?? 0);
        project = act(project, confirmPosting, today, { place, postedOn: today, photo: digest(0) }, undefined);
      }
    }
    events.push({ kind: 'POSTED', on: today, plan: String(number) });
    announced.push(project.publicity.endsOn ?? today);
  }
  return { project, events, announced };
}

/** Counted by hand, a day at a time. */
function fifthWorkingDayAfter(day: PlainDate): PlainDate {
  let [date, left] = [day, 5];
  while (left > 0) {
    date = addDays(date, 1);
    if (shippedCalendar.dayKind(date) === 'WORK') left -= 1;
  }
  return date;
}

describe('whatever is voided and comes down, in whatever order', () => {
  const everyCourse = async (holds: (course: ReturnType<typeof play>) => void) => {
    const running = await stage.playUntil('PUBLICITY_RUNNING');
    fc.assert(fc.property(fc.array(mishap, { maxLength: 5 }), (mishaps) => holds(play(running, mishaps))));
  };

  it('five full working days are counted after the last posting, and the period only gets longer', () =>
    everyCourse(({ project, events, announced }) => {
      const runsFrom = publicityRunsFrom(events);
      expect(project.publicity.runsFrom).toBe(runsFrom);
      const fifth = fifthWorkingDayAfter(runsFrom ?? MARCH_2);
      expect(announced.toSorted()).toEqual(announced);
      expect(project.publicity.endsOn).toBe([...announced.slice(0, -1), fifth].toSorted().at(-1));
    }));

  it('it is closed on the day after its last and not a day before, and no day counts on which anything was void', () =>
    everyCourse(({ project, events }) => {
      const { endsOn = MARCH_2, runsFrom = MARCH_2 } = project.publicity;
      for (let day = runsFrom; day <= endsOn; day = addDays(day, 1)) expect(mayClose(project, day), day).toBe(false);
      expect(mayClose(project, addDays(endsOn, 1))).toBe(true);
      const mishaps = events.filter(({ kind }) => kind !== 'POSTED');
      for (const { on } of mishaps) expect(on <= runsFrom, `${on} ${runsFrom}`).toBe(true);
    }));

  it('it cannot be closed while nothing valid hangs, however much later', async () => {
    const running = await stage.playUntil('PUBLICITY_RUNNING');
    fc.assert(
      fc.property(fc.constantFrom(...NOTICE_KINDS), fc.integer({ min: 0, max: 7 }), days, (kind, after, later) => {
        const on = addDays(MARCH_2, after);
        const told = { voidPaper: digest(7), kind, version: 1, voidedOn: on };
        const project = act(running, interruptPublicity, on, told, undefined);
        expect(mayClose(project, addDays(on, later * 30))).toBe(false);
        expect(dateInShanghai(project.since)).toBe(on);
      }),
    );
  });
});
