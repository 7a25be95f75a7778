// The story of one neighbourhood of the demo district, told through the same acts as any other.
import {
  addDays,
  dateInShanghai,
  epochMillisecondsOf,
  type Instant,
  instantOf,
  type PlainDate,
  startOfDay,
} from '../../domain/calendar/plain-date.ts';
import { Fault, type Outcome } from '../../domain/errors.ts';
import type { Actor, Neighbourhood, Role } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import type { Project } from '../../domain/projects/project.ts';
import { isClosed } from '../../domain/projects/states.ts';
import { stepToAwait } from '../../domain/projects/step-to-await.ts';
import { freezeRoll } from '../../functions/intake/freeze-roll.ts';
import { keepRoster } from '../../functions/intake/import-roster.ts';
import { openNeighbourhood } from '../../functions/portal/open-project.ts';
import { putLetter } from '../../functions/programme/letters-in-vault.ts';
import { loadFrozenRoll } from '../../functions/runtime/load-frozen-roll.ts';
import { performAct } from '../../functions/runtime/perform-act.ts';
import { putInVault } from '../../functions/runtime/vault-papers.ts';
import { acts } from '../acts.ts';
import { actorOf } from './actors.ts';
import { COURSE } from './course.ts';
import type { Move, Stage } from './move.ts';
import type { Planned } from './neighbourhoods.ts';
import { residentsOf } from './residents.ts';

/** SHA-256 of the sample paper of a kind. */
export type Papers = (kind: string) => string;

const NINE_O_CLOCK = 9 * 3_600_000;
const MINUTE = 60_000;

/** Where the course turns aside. */
const ASIDE: ReadonlySet<string | undefined> = new Set(['excluded', 'needs-determination', 'failed', undefined]);

/** One neighbourhood, at its own time: its clock is set by hand, and no machine hears of it before the story is told. */
export class Story {
  readonly #ports: Ports;
  readonly #live: Ports;
  readonly #plan: Planned;
  readonly #papers: Papers;
  readonly #residents: ReturnType<typeof residentsOf>;
  #now: Instant;
  #project: Project | undefined;
  #roll = '';
  #votes = '';
  #letter = '';
  #ids = 0;
  #turnedAside = false;

  constructor(live: Ports, plan: Planned, papers: Papers) {
    this.#live = live;
    this.#plan = plan;
    this.#papers = papers;
    this.#residents = residentsOf(plan.size);
    this.#now = nineOn(plan.openedOn);
    const { ledger } = live;
    this.#ports = {
      ...live,
      clock: { now: () => this.#now },
      // The same district gives the same ledgers.
      newId: () => {
        this.#ids += 1;
        return `${plan.neighbourhood.code}-${this.#ids}`;
      },
      ledger: {
        ...ledger,
        append: (ref, entry, consequences) =>
          ledger.append(ref, entry, { views: consequences.views, messages: [], signals: [] }),
      },
    };
  }

  /** Every move of the story with the moment at which it is made, one minute apart on the same day. */
  schedule(): readonly { readonly move: Move; readonly at: Instant }[] {
    let at = this.#now;
    return COURSE.slice(0, this.#plan.moves).map((move) => {
      const on = addDays(dateInShanghai(at), move.after);
      at = instantOf(Math.max(epochMillisecondsOf(nineOn(on)), epochMillisecondsOf(at) + MINUTE));
      return { move, at };
    });
  }

  async open(): Promise<void> {
    const { neighbourhood } = this.#plan;
    this.#project = expectGranted(
      await openNeighbourhood(this.#ports, this.#actor('STREET'), neighbourhood, undefined),
    );
  }

  /** The whole story at once. */
  async tell(): Promise<void> {
    for (const { move, at } of this.schedule()) await this.make(move, at);
    await this.end();
  }

  /** Nothing, once the story has turned aside. */
  async make(move: Move, at: Instant): Promise<void> {
    if (this.#turnedAside) return;
    this.#now = at;
    if (move.when && !move.when(this.#stage())) return;
    await this.#prepare(move);
    const input = this.#turned(move.act, move.input(this.#stage()));
    this.#turnedAside = ASIDE.has(await this.#act(move, input));
  }

  /** What the plan has for the end, and the machine that goes on from there. */
  async end(): Promise<void> {
    if (this.#plan.turn === 'SUSPENDED') {
      await this.#act({ role: 'STREET', act: 'suspend-project' }, { reason: '区块规划调整，等待区政府研究' });
    }
    const { project, projectId } = this;
    if (isClosed(project.state)) return;
    // The machine starts at the step that the ledger has come to, and finds done what is done.
    await this.#live.workflow.signal([{ kind: 'START', projectId, step: stepToAwait(project), generation: 1 }]);
  }

  get project(): Project {
    if (this.#project === undefined) throw new Fault('INTERNAL', 'a story begins with its opening');
    return this.#project;
  }

  get projectId(): string {
    return this.project.projectId;
  }

  get turnedAside(): boolean {
    return this.#turnedAside;
  }

  #stage(): Stage {
    return {
      project: this.project,
      on: dateInShanghai(this.#now),
      residents: this.#residents,
      // Without a place in the district nothing happens that happens to some only.
      index: this.#plan.index ?? -1,
      paper: this.#papers,
      rates: this.#rates(),
      roll: this.#roll,
      votes: this.#votes,
      letter: this.#letter,
    };
  }

  async #prepare({ act, before }: Move): Promise<void> {
    const { turn, neighbourhood } = this.#plan;
    switch (before) {
      case 'FREEZE_WILLINGNESS':
        return this.#freeze('WILLINGNESS');
      case 'FREEZE_PLAN':
        return this.#freeze('PLAN');
      case 'VOTE': {
        const failing = turn === 'UNWILLING' || (turn === 'PLAN_REJECTED' && act === 'tally-plan-ballot');
        return this.#vote(neighbourhood, failing ? 0.55 : 0.86);
      }
      case 'LETTER':
        return this.#write('来信人希望公开出资标准和停车位分配办法。');
      case 'ANSWER':
        return this.#write('出资标准见公示书；停车位分配由业主大会决定。');
      case undefined:
        return;
    }
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

  async #act({ role, act, unit }: Pick<Move, 'role' | 'act' | 'unit'>, input: unknown): Promise<string | undefined> {
    const human = acts[act];
    if (human === undefined) throw new Fault('INTERNAL', `no act ${act}`);
    const request = { projectId: this.projectId, actor: this.#actor(role, unit), input };
    const done = await performAct(this.#ports, human, request);
    // A notice that hangs into a year that is not published yet stays where it is: the machine goes on with it.
    if (!done.ok && act === 'close-publicity') return undefined;
    // Its turn has not come, or the money does not reach: it waits in the queue.
    if (!done.ok && act === 'reserve-subsidy') return undefined;
    const { outcome, project } = expectGranted(done);
    this.#project = project;
    return outcome;
  }

  async #freeze(ballot: 'WILLINGNESS' | 'PLAN'): Promise<void> {
    const { neighbourhood } = this.#plan;
    const street = { actor: this.#actor('STREET'), neighbourhood };
    // The roster is imported once, and in force for both ballots.
    if (ballot === 'WILLINGNESS') {
      expectGranted(await keepRoster(this.#ports, { ...street, sha256: this.#papers('ROSTER') }, this.#residents));
    }
    const frozen = expectGranted(await freezeRoll(this.#ports, { ...street, projectId: this.projectId, ballot }));
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

  async #write(text: string): Promise<void> {
    this.#letter = await putLetter(this.#ports, this.projectId, text);
  }

  /** Yuan for each ㎡: between 250 and 470 in all, so that some reach the cap of 400 and others do not. */
  #rates() {
    const scale = 60 + ((Number(this.projectId.slice(-4)) * 37) % 50);
    return {
      MANDATORY: scale * 2,
      BASIC: Math.round(scale * 1.6),
      IMPROVEMENT: Math.round(scale * 0.6),
      UPGRADE: Math.round(scale * 0.15),
    };
  }

  #actor(role: Role, unit?: string): Actor {
    return actorOf(this.#plan.neighbourhood, role, unit);
  }
}

export const nineOn = (on: PlainDate): Instant => instantOf(epochMillisecondsOf(startOfDay(on)) + NINE_O_CLOCK);

/** The demo district asks for nothing that the rules refuse: a refusal is our mistake. */
export function expectGranted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, says, fields } = outcome.refusal;
  throw new Fault('INTERNAL', `the demo district was refused: ${code} ${says.en} ${JSON.stringify(fields ?? [])}`);
}
