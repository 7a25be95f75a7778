// The story of one neighbourhood of the demo district, told through the same acts as any other.
import {
  addDays,
  dateInShanghai,
  epochMillisecondsOf,
  type Instant,
  instantOf,
  startOfDay,
} from '../../domain/calendar/plain-date.ts';
import { Fault, type Outcome } from '../../domain/errors.ts';
import type { Actor, Neighbourhood, Role } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import { isClosed } from '../../domain/projects/states.ts';
import { stepToAwait } from '../../domain/projects/waits.ts';
import { freezeRoll } from '../../functions/intake/freeze-roll.ts';
import { keepRoster } from '../../functions/intake/import-roster.ts';
import { openNeighbourhood } from '../../functions/portal/open-project.ts';
import { loadFrozenRoll } from '../../functions/runtime/load-frozen-roll.ts';
import { requireProject } from '../../functions/runtime/load-project.ts';
import { performAct } from '../../functions/runtime/perform-act.ts';
import { putInVault } from '../../functions/runtime/vault-papers.ts';
import { acts } from '../acts.ts';
import { COURSE } from './course.ts';
import type { Move } from './move.ts';
import type { Planned } from './neighbourhoods.ts';
import { residentsOf } from './residents.ts';

/** SHA-256 of the sample paper of a kind. */
export type Papers = (kind: string) => string;

export const NINE_O_CLOCK = 9 * 3_600_000;
const MINUTE = 60_000;

/** One neighbourhood, at its own time: its clock is set by hand, and no machine hears of it before the story is told. */
export class Story {
  readonly #ports: Ports;
  readonly #live: Ports;
  readonly #plan: Planned;
  readonly #papers: Papers;
  readonly #residents: ReturnType<typeof residentsOf>;
  #now: Instant;
  #projectId = '';
  #roll = '';
  #votes = '';

  constructor(live: Ports, plan: Planned, papers: Papers) {
    this.#live = live;
    this.#plan = plan;
    this.#papers = papers;
    this.#residents = residentsOf(plan.size);
    this.#now = instantOf(epochMillisecondsOf(startOfDay(plan.openedOn)) + NINE_O_CLOCK);
    const { ledger } = live;
    this.#ports = {
      ...live,
      clock: { now: () => this.#now },
      ledger: {
        ...ledger,
        append: (ref, entry, consequences) =>
          ledger.append(ref, entry, { views: consequences.views, messages: [], signals: [] }),
      },
    };
  }

  async open(): Promise<void> {
    const { neighbourhood } = this.#plan;
    const project = expectGranted(
      await openNeighbourhood(this.#ports, this.#actor('STREET'), neighbourhood, undefined),
    );
    this.#projectId = project.projectId;
  }

  async tell(): Promise<void> {
    const { turn, moves } = this.#plan;
    for (const move of COURSE.slice(0, moves)) {
      if (!(await this.#make(move))) break;
    }
    if (turn === 'SUSPENDED') await this.#act('STREET', 'suspend-project', { reason: '区块规划调整，等待区政府研究' });
    await this.#wakeMachine();
  }

  /** False: the course turned aside here. */
  async #make(move: Move): Promise<boolean> {
    const { turn, neighbourhood } = this.#plan;
    const on = addDays(dateInShanghai(this.#now), move.after);
    this.#now = instantOf(
      Math.max(epochMillisecondsOf(startOfDay(on)) + NINE_O_CLOCK, epochMillisecondsOf(this.#now) + MINUTE),
    );
    if (move.before === 'FREEZE_WILLINGNESS') await this.#freeze('WILLINGNESS');
    if (move.before === 'FREEZE_PLAN') await this.#freeze('PLAN');
    const failing = turn === 'UNWILLING' || (turn === 'PLAN_REJECTED' && move.act === 'tally-plan-ballot');
    if (move.before === 'VOTE') await this.#vote(neighbourhood, failing ? 0.55 : 0.86);
    const project = await requireProject(this.#ports, this.#projectId);
    const input = move.input({
      project,
      on,
      residents: this.#residents,
      paper: this.#papers,
      roll: this.#roll,
      votes: this.#votes,
      rates: this.#rates(),
    });
    const outcome = await this.#act(move.role, move.act, this.#turned(move.act, input));
    return !['excluded', 'needs-determination', 'failed', undefined].includes(outcome);
  }

  /** Surveys that find something else than the ordinary. */
  #turned(act: ActName, input: unknown): unknown {
    const { turn } = this.#plan;
    if (act !== 'record-survey' || (turn !== 'EXCLUDED' && turn !== 'UNDETERMINED')) return input;
    const survey = input as { eligibility: object };
    const { eligibility } = survey;
    if (turn === 'EXCLUDED') return { ...survey, eligibility: { ...eligibility, kind: 'URBAN_VILLAGE' } };
    return { ...survey, eligibility: { ...eligibility, dangerGrade: undefined, hollowCoreSlabHazard: undefined } };
  }

  async #act(role: Role, act: ActName, input: unknown): Promise<string | undefined> {
    const human = acts[act];
    if (human === undefined) throw new Fault('INTERNAL', `no act ${act}`);
    const request = { projectId: this.#projectId, actor: this.#actor(role), input };
    const done = await performAct(this.#ports, human, request);
    // A notice that hangs into a year that is not published yet stays where it is: the machine goes on with it.
    if (!done.ok && act === 'close-publicity') return undefined;
    return expectGranted(done).outcome;
  }

  async #freeze(ballot: 'WILLINGNESS' | 'PLAN'): Promise<void> {
    const { neighbourhood } = this.#plan;
    const street = { actor: this.#actor('STREET'), neighbourhood };
    expectGranted(await keepRoster(this.#ports, { ...street, sha256: this.#papers('ROSTER') }, this.#residents));
    const frozen = expectGranted(await freezeRoll(this.#ports, { ...street, projectId: this.#projectId, ballot }));
    this.#roll = frozen.rollHash;
  }

  async #vote(neighbourhood: Neighbourhood, share: number): Promise<void> {
    const { units } = expectGranted(await loadFrozenRoll(this.#ports, neighbourhood.code, this.#roll));
    const agreeing = Math.ceil(units.length * share);
    this.#votes = await putInVault(this.#ports, {
      holds: 'VOTES',
      rollHash: this.#roll,
      source: this.#papers('ROSTER'),
      votes: units.map(({ unit }, index) => ({
        unit,
        vote: index < agreeing ? 'AGREE' : index % 2 === 0 ? 'DISAGREE' : 'NOT_RETURNED',
        publishRoom: index % 3 !== 0,
      })),
    });
  }

  /** The machine starts at the step that the ledger has come to, and finds done what is done. */
  async #wakeMachine(): Promise<void> {
    const project = await requireProject(this.#live, this.#projectId);
    if (isClosed(project.state)) return;
    const step = stepToAwait(project);
    await this.#live.workflow.signal([{ kind: 'START', projectId: this.#projectId, step, generation: 1 }]);
  }

  /** Yuan for each ㎡: between 250 and 470 in all, so that some reach the cap of 400 and others do not. */
  #rates() {
    const scale = 60 + ((Number(this.#projectId.slice(-4)) * 37) % 50);
    return {
      MANDATORY: scale * 2,
      BASIC: Math.round(scale * 1.6),
      IMPROVEMENT: Math.round(scale * 0.6),
      UPGRADE: Math.round(scale * 0.15),
    };
  }

  #actor(role: Role): Actor {
    const { neighbourhood } = this.#plan;
    const street = neighbourhood.street.slice(-2);
    switch (role) {
      case 'STREET':
        return { role, id: `street-${street}`, unit: neighbourhood.street };
      case 'COMMUNITY':
        return { role, id: `community-${street}`, unit: neighbourhood.community };
      case 'BODY':
        return { role, id: `body-${street}-${Number(neighbourhood.code.slice(-2))}`, unit: neighbourhood.code };
      default:
        return { role, id: role.toLowerCase().replaceAll('_', '-'), unit: role };
    }
  }
}

/** The demo district asks for nothing that the rules refuse: a refusal is our mistake. */
export function expectGranted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, says, fields } = outcome.refusal;
  throw new Fault('INTERNAL', `the demo district was refused: ${code} ${says.en} ${JSON.stringify(fields ?? [])}`);
}
