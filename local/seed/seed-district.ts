// Fills a new data folder with the demo district: sixty-four ledgers that happened in order, while the server is already up.
import { hash } from 'node:crypto';
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
import { isClosed } from '../../domain/projects/states.ts';
import { stepToAwait } from '../../domain/projects/waits.ts';
import { setBudget } from '../../functions/funding/set-budget.ts';
import { freezeRoll } from '../../functions/intake/freeze-roll.ts';
import { keepRoster } from '../../functions/intake/import-roster.ts';
import { openNeighbourhood } from '../../functions/portal/open-project.ts';
import { loadFrozenRoll } from '../../functions/runtime/load-frozen-roll.ts';
import { requireProject } from '../../functions/runtime/load-project.ts';
import { performAct } from '../../functions/runtime/perform-act.ts';
import { putInVault } from '../../functions/runtime/vault-papers.ts';
import { acts } from '../acts.ts';
import { COURSE, type Move } from './course.ts';
import { type Planned, plannedNeighbourhoods } from './neighbourhoods.ts';
import { type HousingSize, residentsOf } from './residents.ts';
import { samplePdf } from './sample-pdf.ts';

const NINE_O_CLOCK = 9 * 3_600_000;
const MINUTE = 60_000;
const SIDE_BY_SIDE = 8;
const BUDGET = '400000000.00';

export interface Seeded {
  readonly projects: number;
}

/** `today`: the day up to which things have happened. `progress` hears how many of how many are done. */
export async function seedDistrict(
  ports: Ports,
  today: PlainDate,
  progress: (done: number, of: number) => void = () => {},
): Promise<Seeded> {
  const papers = await samplePapers(ports);
  const planned = plannedNeighbourhoods(today);
  for (const year of yearsOf(planned, today)) await setYear(ports, year, papers);
  // Numbers are given in order of opening; the rest of the stories is told side by side.
  const stories: Story[] = [];
  for (const plan of planned.toSorted((a, b) => a.openedOn.localeCompare(b.openedOn))) {
    const story = new Story(ports, plan, papers);
    await story.open();
    stories.push(story);
  }
  let done = 0;
  const queue = [...stories];
  const tell = async () => {
    for (let story = queue.shift(); story; story = queue.shift()) {
      await story.tell();
      done += 1;
      progress(done, stories.length);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, tell));
  return { projects: stories.length };
}

type Papers = (kind: string) => string;

async function samplePapers(ports: Ports): Promise<Papers> {
  const known = new Map<string, string>();
  const kinds = [
    'E1',
    'F1',
    'W1',
    'B1',
    'DC',
    'P1',
    'F2',
    'F3',
    'F4',
    'P2',
    'PHOTO-1',
    'PHOTO-2',
    'M1',
    'M3',
    'M4',
    'DP',
    'X1',
    'X2',
    'X3',
    'A1',
    'A1B',
    'A2',
    'A2B',
    'A3',
    'A4',
    'A5',
    'A6',
    'A7',
    'TA',
    'PP',
    'K1',
    'K2',
    'K3',
    'K4',
    'K5',
    'K6',
    'K7',
    'K8',
    'K8D',
    'K9',
    'HO',
    'PM',
    'BU',
    'ROSTER',
  ];
  for (const kind of kinds) {
    const bytes = samplePdf(`${kind}  sample paper of the demo district`);
    const { sha256 } = await ports.papers.put(bytes, {
      mediaType: 'application/pdf',
      paperClass: 'FILED',
      storedAt: ports.clock.now(),
    });
    known.set(kind, sha256);
  }
  return (kind) => known.get(kind) ?? hash('sha256', kind, 'hex');
}

const yearsOf = (planned: readonly Planned[], today: PlainDate): readonly string[] => {
  const first = Math.min(...planned.map(({ openedOn }) => Number(openedOn.slice(0, 4))));
  const last = Number(today.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
};

async function setYear(ports: Ports, year: string, papers: Papers): Promise<void> {
  const finance: Actor = { role: 'FINANCE', id: 'finance', unit: 'FINANCE' };
  const at = instantOf(epochMillisecondsOf(startOfDay(`${year}-01-05` as PlainDate)) + NINE_O_CLOCK);
  expectGranted(
    await setBudget({ ...ports, clock: { now: () => at } }, finance, { year, amount: BUDGET, document: papers('BU') }),
  );
}

/** One neighbourhood, at its own time: its clock is set by hand, and no machine hears of it before the story is told. */
class Story {
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
    this.#residents = residentsOf(plan.size satisfies HousingSize);
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

function expectGranted<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, says, fields } = outcome.refusal;
  throw new Fault('INTERNAL', `the demo district was refused: ${code} ${says.en} ${JSON.stringify(fields ?? [])}`);
}
