// What the district decides in the demo: budget, round, criteria, meetings with tasks, circulars, and what comes in or goes over by decision.
import {
  addDays,
  dateInShanghai,
  type Instant,
  type PlainDate,
  plainDateOf,
} from '../../domain/calendar/plain-date.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { decideIssueCircular } from '../../domain/programme/circulars.ts';
import { decideSetCriteria, MEASURE_CODES } from '../../domain/programme/criteria.ts';
import { decideFinishTask, decideRecordMeeting, openTasks } from '../../domain/programme/meetings.ts';
import { competesIn, decideOpenRound, decidePlace, isMember, membershipOf } from '../../domain/programme/rounds.ts';
import { readBudget } from '../../functions/funding/read-budget.ts';
import { adjustBudget, setBudget } from '../../functions/funding/set-budget.ts';
import { appendToProgramme } from '../../functions/programme/append-to-programme.ts';
import { draftFromLedgers, proposeAsItStands } from '../../functions/programme/circulars.ts';
import { readRegister } from '../../functions/programme/read-register.ts';
import { loadProgramme } from '../../functions/runtime/load-programme.ts';
import { requireProject } from '../../functions/runtime/load-project.ts';
import { STREETS } from './district.ts';
import { expectGranted, type Papers } from './story.ts';

const BUDGET = 120_000_000;
/** Added in the middle of a year where the money does not reach. */
const TOP_UP = 60_000_000;
const LAST_DAY_OF_ROUND = '10-31';

const FINANCE: Actor = { role: 'FINANCE', id: 'finance', unit: 'FINANCE' };
const OFFICE: Actor = { role: 'RENOVATION_OFFICE', id: 'renovation-office', unit: 'RENOVATION_OFFICE' };
/** The second person, who issues what the first has proposed. */
const COLLEAGUE: Actor = { ...OFFICE, id: 'renovation-office-2' };

export class DistrictYear {
  readonly #ports: Ports;
  readonly #papers: Papers;
  readonly year: string;
  #now: Instant;

  constructor(live: Ports, year: string, papers: Papers, opens: Instant) {
    this.year = year;
    this.#papers = papers;
    this.#now = opens;
    this.#ports = { ...live, clock: { now: () => this.#now } };
  }

  at(now: Instant): this {
    this.#now = now;
    return this;
  }

  get #today(): PlainDate {
    return dateInShanghai(this.#now);
  }

  async setBudget(): Promise<void> {
    const input = { year: this.year, amount: BUDGET.toFixed(2), document: this.#papers('BU') };
    expectGranted(await setBudget(this.#ports, FINANCE, input));
  }

  async open(): Promise<void> {
    const closesOn = plainDateOf(`${this.year}-${LAST_DAY_OF_ROUND}`);
    await this.#decide(OFFICE, (year) => decideOpenRound(year, { closesOn, notice: this.#papers('RN') }));
    const points = [10, 15, 20, 10, 10, 10, 10, 5, 10];
    const criteria = MEASURE_CODES.map((measure, index) => ({ measure, points: points[index] ?? 5 }));
    await this.#decide(OFFICE, () => decideSetCriteria({ criteria, document: this.#papers('CR') }));
  }

  /** Before a subsidy is reserved: a place for whoever applied too late, and money where it does not reach. */
  async makeRoom(projectId: string): Promise<void> {
    const [project, before] = await Promise.all([requireProject(this.#ports, projectId), this.#yearBefore()]);
    const programme = await loadProgramme(this.#ports, this.year);
    if (!competesIn(this.year, project, programme, before)) {
      const document = this.#papers('PD');
      const input = { projectId, decision: 'SUPPLEMENT', reason: '自筹资金已到位，年中增补', document } as const;
      await this.#decide(OFFICE, (year) => decidePlace(year, before, project, input));
    }
    const { amount, left } = expectGranted(await readBudget(this.#ports, this.year));
    const wanted = Number(project.consent.plan?.funding.subsidy ?? 0);
    if (wanted <= Number(left)) return;
    const more = { amount: (Number(amount) + TOP_UP).toFixed(2), reason: '年中追加', document: this.#papers('BU') };
    expectGranted(await adjustBudget(this.#ports, FINANCE, { year: this.year, ...more }));
  }

  /** Whoever has a place and no money yet goes over to the next year, each by a decision of its own. */
  async carryOver(): Promise<void> {
    const [before, programme, projects] = await Promise.all([
      this.#yearBefore(),
      loadProgramme(this.#ports, this.year),
      readRegister(this.#ports),
    ]);
    const toYear = String(Number(this.year) + 1);
    const document = this.#papers('PD');
    for (const project of projects) {
      const membership = membershipOf(this.year, project, programme, before);
      if (membership === undefined || !isMember(membership) || project.funding.reservation !== undefined) continue;
      const { projectId } = project;
      const input = {
        projectId,
        decision: 'CARRY_OVER',
        toYear,
        reason: '自筹资金未到位，结转下年',
        document,
      } as const;
      await this.#decide(OFFICE, (year) => decidePlace(year, before, project, input));
    }
  }

  /** Two decisions become tasks; those of the meeting before that fall due are finished, but for one. */
  async meet(turn: number): Promise<void> {
    const month = Number(this.#today.slice(5, 7));
    const minutes = this.#papers('C3');
    const decisions = [0, 1].map((which) => {
      const street = STREETS[(turn * 2 + which) % STREETS.length] ?? { code: '330302001' };
      return {
        text: which === 0 ? '协调沿街管线迁改，明确停水停电时段' : '逐户走访未交款住户，一周内报送到位计划',
        owner: { role: 'STREET', unit: street.code } as const,
        dueOn: addDays(this.#today, 14),
      };
    });
    await this.#finishOld();
    const meeting = { heldOn: this.#today, subject: `${month}月份老旧小区改造工作例会`, minutes, decisions };
    await this.#decide(OFFICE, () => decideRecordMeeting(meeting, this.#today));
  }

  async #finishOld(): Promise<void> {
    const tasks = openTasks(await loadProgramme(this.#ports, this.year)).filter(({ no }) => no % 5 !== 4);
    for (const { no, owner } of tasks) {
      const actor: Actor = { role: owner.role, unit: owner.unit, id: `street-${owner.unit.slice(-2)}` };
      const done = { finishedOn: this.#today, result: '已按会议要求办结', evidence: this.#papers('C3') };
      await this.#decide(actor, (year) => decideFinishTask(year, no, done, actor, this.#today));
    }
  }

  /** The circular of the month before. */
  async report(month: string, issued: boolean): Promise<void> {
    const asked = { year: this.year, actor: OFFICE };
    const drafted = expectGranted(await draftFromLedgers(this.#ports, asked, { month, kind: 'MONTHLY' }));
    const { no } = drafted.circular;
    const proposed = expectGranted(await proposeAsItStands(this.#ports, asked, no));
    if (!issued) return;
    const issue = {
      proposal: proposed.seq,
      reference: `鹿旧改办〔${this.year}〕${no}号`,
      issuedOn: this.#today,
    };
    const by = { actor: COLLEAGUE, on: this.#today };
    await this.#decide(COLLEAGUE, (year) => decideIssueCircular(year, no, issue, by));
  }

  #yearBefore() {
    return loadProgramme(this.#ports, String(Number(this.year) - 1));
  }

  async #decide(actor: Actor, decide: Parameters<typeof appendToProgramme>[2]): Promise<void> {
    expectGranted(await appendToProgramme(this.#ports, { year: this.year, actor }, decide));
  }
}
