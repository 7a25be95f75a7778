// A project (改造项目) as the fold of its ledger makes it: plain JSON, so that it can be stored as a snapshot.
import type { Instant } from '../calendar/plain-date.ts';
import type { Head } from '../ledger.ts';
import type { Neighbourhood } from '../parties.ts';
import { type ApprovalsRecord, NO_APPROVALS } from './approvals/record.ts';
import { type ConsentRecord, NO_CONSENT } from './consent/record.ts';
import { type FundingRecord, NO_FUNDING } from './funding/record.ts';
import type { Filers } from './held-back.ts';
import { NO_PROGRAMME, type ProgrammeRecord } from './programme/record.ts';
import { NO_PUBLICITY, type PublicityRecord } from './publicity/record.ts';
import { NO_START, type StartRecord } from './start/record.ts';
import { type OrderedState, STATES, type State, type Step } from './states.ts';
import { NO_WORKS, type WorksRecord } from './works/record.ts';

export interface Project {
  readonly projectId: string;
  readonly head: Head;
  readonly neighbourhood: Neighbourhood;
  /** Rule pack that decides, by id. */
  readonly pack: string;
  readonly state: State;
  /** When the state was entered. */
  readonly since: Instant;
  readonly openedAt: Instant;
  readonly suspended?: { readonly from: OrderedState; readonly reason: string; readonly at: Instant };
  readonly consent: ConsentRecord;
  readonly publicity: PublicityRecord;
  readonly start: StartRecord;
  readonly funding: FundingRecord;
  readonly approvals: ApprovalsRecord;
  readonly works: WorksRecord;
  readonly programme: ProgrammeRecord;
  /** Absent before the first such act, and in snapshots of older days; a refusal asks the ledger itself. */
  readonly filedBy?: Filers;
}

/** A project of which nothing is known but its name: where the fold begins. */
export function newProject(
  identity: Pick<Project, 'projectId' | 'neighbourhood' | 'pack' | 'openedAt' | 'head'>,
): Project {
  return {
    ...identity,
    state: 'POOL',
    since: identity.openedAt,
    consent: NO_CONSENT,
    publicity: NO_PUBLICITY,
    start: NO_START,
    funding: NO_FUNDING,
    approvals: NO_APPROVALS,
    works: NO_WORKS,
    programme: NO_PROGRAMME,
  };
}

/** The step of 二(三) that the project stands in; a suspended one keeps the step it was held up in. */
export function stepOf(project: Pick<Project, 'state' | 'suspended'>): Step {
  if (project.state === 'SUSPENDED') return STATES[project.suspended?.from ?? 'POOL'].step;
  if (project.state === 'EXCLUDED') return 1;
  return STATES[project.state].step;
}

/** The project in another state from `at` on; staying where it is keeps the date it came there. */
export function moveTo(project: Project, state: State, at: Instant): Project {
  return project.state === state ? project : { ...project, state, since: at };
}
