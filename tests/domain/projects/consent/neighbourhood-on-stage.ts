// A small neighbourhood with a project in it, taken through steps 1 to 3 by performing acts over ports in memory.
import {
  epochMillisecondsOf,
  type Instant,
  instantOf,
  plainDateOf,
  startOfDay,
} from '../../../../domain/calendar/plain-date.ts';
import { shippedCalendar } from '../../../../domain/calendar/working-days.ts';
import type { Refusal } from '../../../../domain/errors.ts';
import { EMPTY_HEAD, type LedgerRef, sealEntry } from '../../../../domain/ledger.ts';
import type { Actor, Role } from '../../../../domain/parties.ts';
import { lucheng2020 } from '../../../../domain/policy/packs.ts';
import type { Vote } from '../../../../domain/policy/rules/double-majority.ts';
import type { Ports } from '../../../../domain/ports.ts';
import type { ActName } from '../../../../domain/projects/act-names.ts';
import { consequencesOf } from '../../../../domain/projects/consequences.ts';
import { applyEntry } from '../../../../domain/projects/fold.ts';
import type { Project } from '../../../../domain/projects/project.ts';
import type { State } from '../../../../domain/projects/states.ts';
import type { Ballot } from '../../../../domain/roster/roster-ledger.ts';
import { CONSENT } from '../../../../functions/consent/acts.ts';
import { PUBLICITY } from '../../../../functions/publicity/acts.ts';
import type { ActTable } from '../../../../functions/runtime/human-act.ts';
import { requireProject } from '../../../../functions/runtime/load-project.ts';
import { type Performed, performAct } from '../../../../functions/runtime/perform-act.ts';
import { putInVault } from '../../../../functions/runtime/vault-papers.ts';
import { STANDING } from '../../../../functions/standing/acts.ts';
import { type FakePorts, fakePorts } from '../../../support/ports/fake-ports.ts';
import { appendToRoster, NEIGHBOURHOOD, ROSTER, UNITS } from './nine-units.ts';

const ACTS: ActTable = { ...CONSENT, ...PUBLICITY, ...STANDING };

export const PROJECT_ID = '330302-2026-0017';
const UNIT_OF: Partial<Record<Role, string>> = {
  STREET: NEIGHBOURHOOD.street,
  COMMUNITY: NEIGHBOURHOOD.community,
  BODY: NEIGHBOURHOOD.code,
  RESIDENT: NEIGHBOURHOOD.code,
};
const actorOf = (role: Role): Actor => ({ role, id: `${role.toLowerCase()}-1`, unit: UNIT_OF[role] ?? role });

export class Stage {
  readonly ports: Ports;
  readonly #world: Pick<FakePorts, 'setNow' | 'close'>;
  #played = 0;

  constructor(world: Pick<FakePorts, 'ports' | 'setNow' | 'close'>) {
    this.#world = world;
    this.ports = world.ports;
  }

  /** 09:00 in Wenzhou of the day. */
  goTo(day: string): void {
    this.setNow(instantOf(epochMillisecondsOf(startOfDay(plainDateOf(day))) + 9 * 3_600_000));
  }

  setNow(now: Instant): void {
    this.#world.setNow(now);
  }

  close(): void {
    this.#world.close();
  }

  project(): Promise<Project> {
    return requireProject(this.ports, PROJECT_ID);
  }

  /** SHA-256 of a stored paper. */
  async paper(text = 'paper', paperClass: 'FILED' | 'VAULT' = 'FILED'): Promise<string> {
    const stored = { mediaType: 'application/pdf', paperClass, storedAt: this.ports.clock.now() };
    return (await this.ports.papers.put(new TextEncoder().encode(text), stored)).sha256;
  }

  attempt(act: ActName, role: Role, input: unknown) {
    const human = ACTS[act];
    if (human === undefined) throw new Error(`no act ${act}`);
    return performAct(this.ports, human, { projectId: PROJECT_ID, actor: actorOf(role), input });
  }

  async perform(act: ActName, role: Role, input: unknown): Promise<Performed> {
    const outcome = await this.attempt(act, role, input);
    if (outcome.ok) return outcome.value;
    throw new Error(`${act}: ${JSON.stringify(outcome.refusal)}`);
  }

  /** The refusal; throws if the act was done. */
  async refusal(act: ActName, role: Role, input: unknown): Promise<Refusal> {
    const outcome = await this.attempt(act, role, input);
    if (!outcome.ok) return outcome.refusal;
    throw new Error(`${act} was done: ${outcome.value.outcome}`);
  }

  /** Hash of the roll, frozen for the ballot. */
  async roll(ballot: Ballot): Promise<string> {
    await appendToRoster(this.ports, actorOf('STREET'), 'freeze-roll', {
      projectId: PROJECT_ID,
      ballot,
      rosterSeq: 1,
      rollHash: ROSTER.hash,
      ...ROSTER.totals,
    });
    return ROSTER.hash;
  }

  /** Imported votes, in the order of the units; units beyond the list have not returned theirs. */
  votes(rollHash: string, votes: readonly Vote[]): Promise<string> {
    const cast = UNITS.map(({ unit }, index) => ({ unit, vote: votes[index] ?? 'NOT_RETURNED', publishRoom: true }));
    return putInVault(this.ports, { holds: 'VOTES', rollHash, source: 'f'.repeat(64), votes: cast });
  }

  /** Plays the ordinary course on from where it was left, until the project stands in `state`. */
  async playUntil(state: State): Promise<Project> {
    for (;;) {
      const project = await this.project();
      if (project.state === state) return project;
      const play = COURSE[this.#played];
      if (play === undefined) throw new Error(`the course ends in ${project.state}`);
      this.#played += 1;
      await play(this);
    }
  }
}

/** A project just opened, at 09:00 on Monday, 2 March 2026, with a roster of nine units. */
export async function openStage(world: ConstructorParameters<typeof Stage>[0] = fakePorts()): Promise<Stage> {
  const { ports } = world;
  const ref: LedgerRef = { kind: 'PROJECT', id: PROJECT_ID };
  const opening = sealEntry(ref, EMPTY_HEAD, {
    at: ports.clock.now(),
    act: 'open-project',
    actor: actorOf('STREET'),
    payload: { input: { neighbourhood: NEIGHBOURHOOD }, outcome: 'opened', result: {} },
    findings: [],
    rulebook: lucheng2020.version,
    calendar: shippedCalendar.version,
  });
  await ports.ledger.append(ref, opening, consequencesOf(undefined, applyEntry(undefined, opening)));
  const vault = await putInVault(ports, { holds: 'ROSTER', neighbourhood: NEIGHBOURHOOD.code, units: [...UNITS] });
  const source = 'e'.repeat(64);
  await appendToRoster(ports, actorOf('STREET'), 'import-roster', {
    source,
    vault,
    rosterHash: ROSTER.hash,
    ...ROSTER.totals,
  });
  return new Stage(world);
}

export const ELIGIBLE = {
  completionYear: 1996,
  inDemolitionPlan: false,
  dangerGrade: 'B',
  comprehensivelyRenovable: true,
};

export const survey = async (stage: Stage, eligibility: object = ELIGIBLE) => ({
  surveyedOn: '2026-03-02',
  record: await stage.paper(),
  needsRenovation: true,
  renovatedBefore: 0,
  eligibility,
});

export const design = async (stage: Stage) => ({
  designedOn: '2026-03-02',
  document: await stage.paper(),
  basedOn: ['SITE_FACTS', 'RESIDENT_CHOICES', 'MANAGEMENT_NEEDS'],
  parts: ['ENGINEERING', 'RESOURCES', 'BUDGET', 'FUNDING_PLAN', 'MANAGEMENT'],
  items: [
    item('M-1', 'PIPE_NETWORK', 'MANDATORY', '2000000'),
    item('B-1', 'BUILDING', 'BASIC', '1500000'),
    item('I-1', 'LANDSCAPE_GREENING', 'IMPROVEMENT', '1000000'),
    item('U-1', 'COMMUNITY_SERVICE', 'UPGRADE', '500000'),
  ],
  otherCosts: '500000',
  contingency: '275000',
  titleArea: '10000',
  designedTogether: { lifts: true, wasteSorting: true, fireSafety: true },
});

const item = (id: string, aspect: string, category: string, directCost: string) => ({
  id,
  name: `改造内容 ${id}`,
  aspect,
  category,
  directCost,
  chosen: true,
});

export const SIX_AGREE: readonly Vote[] = ['AGREE', 'AGREE', 'AGREE', 'AGREE', 'AGREE', 'AGREE'];
export const FIVE_AGREE: readonly Vote[] = SIX_AGREE.slice(1);

export const notice = async (stage: Stage) => ({
  documents: { F3: await stage.paper('F3'), F4: await stage.paper('F4'), P2: await stage.paper('P2') },
  places: [
    { place: '小区大门公告栏', conspicuous: true },
    { place: '1 幢 1 单元楼道', conspicuous: false },
  ],
});

export const GATE = '小区大门公告栏';
export const STAIRWELL = '1 幢 1 单元楼道';

const COURSE: readonly ((stage: Stage) => Promise<unknown>)[] = [
  async (stage) => stage.perform('record-survey', 'STREET', await survey(stage)),
  async (stage) => {
    const rollHash = await stage.roll('WILLINGNESS');
    const input = { startedOn: '2026-03-02', rollHash, form: await stage.paper() };
    return stage.perform('start-consultation', 'COMMUNITY', input);
  },
  async (stage) => {
    const votes = await stage.votes(await stage.roll('WILLINGNESS'), SIX_AGREE);
    return stage.perform('tally-willingness', 'COMMUNITY', { heldOn: '2026-03-02', votes });
  },
  async (stage) =>
    stage.perform('submit-willingness', 'COMMUNITY', { submittedOn: '2026-03-02', statement: await stage.paper() }),
  async (stage) =>
    stage.perform('form-body', 'STREET', {
      kind: 'SELF_GOVERNANCE_GROUP',
      formedOn: '2026-03-02',
      recognition: await stage.paper(),
    }),
  async (stage) =>
    stage.perform('commission-design', 'STREET', {
      commissionedOn: '2026-03-02',
      designer: '温州某设计院',
      contract: await stage.paper(),
    }),
  async (stage) => stage.perform('submit-design', 'STREET', await design(stage)),
  async (stage) => stage.perform('publish-plan', 'BODY', { publishedOn: '2026-03-02', planVersion: 1, place: GATE }),
  async (stage) => {
    const rollHash = await stage.roll('PLAN');
    return stage.perform('open-ballot', 'BODY', { openedOn: '2026-03-02', rollHash, form: await stage.paper() });
  },
  async (stage) => {
    const votes = await stage.votes(await stage.roll('PLAN'), SIX_AGREE);
    return stage.perform('tally-plan-ballot', 'BODY', { heldOn: '2026-03-02', votes });
  },
  async (stage) => stage.perform('post-notice', 'BODY', await notice(stage)),
  async (stage) =>
    stage.perform('confirm-posting', 'BODY', { place: GATE, postedOn: '2026-03-02', photo: await stage.paper() }),
  async (stage) =>
    stage.perform('confirm-posting', 'BODY', { place: STAIRWELL, postedOn: '2026-03-02', photo: await stage.paper() }),
];
