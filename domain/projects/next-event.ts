// What happens next in a project, whose turn it is and by when: every open project has an answer at every moment.
import type { Bilingual } from '../bilingual.ts';
import { addDays, dateInShanghai, type PlainDate } from '../calendar/plain-date.ts';
import type { Role } from '../parties.ts';
import type { ActName } from './act-names.ts';
import { ACTS } from './acts.ts';
import type { Project } from './project.ts';
import { voidNow } from './publicity/record.ts';
import { isClosed, type OrderedState } from './states.ts';

export interface NextEvent {
  readonly act: ActName;
  readonly title: Bilingual;
  readonly owner: Role;
  /** Unit of the owner: street, community or neighbourhood code, or the party's name. */
  readonly unit: string;
  readonly dueOn: PlainDate;
}

interface Turn {
  readonly act: ActName;
  readonly owner: Role;
  /**
   * Calendar days from entering the state. The text sets almost no limits for acts: these are service targets of the
   * district, shown as such, and never a reason to refuse an act.
   */
  readonly days: number;
}

const TURNS: Record<Exclude<OrderedState, 'OWNER_MAINTENANCE'> | 'SUSPENDED', Turn> = {
  POOL: { act: 'record-survey', owner: 'STREET', days: 30 },
  NEEDS_DETERMINATION: { act: 'determine-eligibility', owner: 'RENOVATION_OFFICE', days: 15 },
  SURVEYED: { act: 'start-consultation', owner: 'COMMUNITY', days: 30 },
  CONSULTING: { act: 'tally-willingness', owner: 'COMMUNITY', days: 60 },
  WILLINGNESS_FAILED: { act: 'start-consultation', owner: 'COMMUNITY', days: 180 },
  WILLINGNESS_PASSED: { act: 'submit-willingness', owner: 'COMMUNITY', days: 15 },
  WILLINGNESS_SUBMITTED: { act: 'form-body', owner: 'STREET', days: 60 },
  BODY_FORMED: { act: 'commission-design', owner: 'STREET', days: 30 },
  DESIGNING: { act: 'submit-design', owner: 'STREET', days: 60 },
  DESIGN_READY: { act: 'publish-plan', owner: 'BODY', days: 15 },
  PLAN_PUBLISHED: { act: 'open-ballot', owner: 'BODY', days: 15 },
  VOTING: { act: 'tally-plan-ballot', owner: 'BODY', days: 45 },
  PLAN_REJECTED: { act: 'revise-plan', owner: 'STREET', days: 60 },
  PLAN_APPROVED: { act: 'confirm-posting', owner: 'BODY', days: 10 },
  PUBLICITY_INTERRUPTED: { act: 'confirm-posting', owner: 'BODY', days: 3 },
  PUBLICITY_RUNNING: { act: 'close-publicity', owner: 'SYSTEM', days: 30 },
  OBJECTION: { act: 'record-mediation', owner: 'BODY', days: 15 },
  PUBLICITY_SATISFIED: { act: 'submit-application', owner: 'BODY', days: 30 },
  APPLICATION_SUBMITTED: { act: 'open-account', owner: 'STREET', days: 10 },
  ACCOUNT_OPENED: { act: 'book-contributions', owner: 'STREET', days: 90 },
  FUNDED: { act: 'confirm-project', owner: 'STREET', days: 10 },
  CONFIRMED: { act: 'report-project', owner: 'STREET', days: 10 },
  REPORTED: { act: 'consent-start', owner: 'PRINCIPAL_LEADER', days: 20 },
  LEADER_CONSENTED: { act: 'list-in-investment-plan', owner: 'DRB', days: 20 },
  IN_INVESTMENT_PLAN: { act: 'choose-delivery-mode', owner: 'STREET', days: 20 },
  APPROVALS: { act: 'start-works', owner: 'STREET', days: 120 },
  UNDER_CONSTRUCTION: { act: 'report-completion', owner: 'STREET', days: 365 },
  COMPLETED: { act: 'record-acceptance', owner: 'STREET', days: 30 },
  ACCEPTED: { act: 'hand-over', owner: 'STREET', days: 90 },
  HANDED_OVER: { act: 'set-management-mode', owner: 'STREET', days: 60 },
  IN_WARRANTY: { act: 'end-warranty', owner: 'SYSTEM', days: 1826 },
  SUSPENDED: { act: 'resume-project', owner: 'RENOVATION_OFFICE', days: 90 },
};

/** A notice that is void is issued and made ready again before it can be hung up again. */
const POST_AGAIN: Turn = { act: 'post-notice', owner: 'BODY', days: 3 };
const AWAITS_POSTING: ReadonlySet<string> = new Set<OrderedState>(['PLAN_APPROVED', 'PUBLICITY_INTERRUPTED']);

/** The next event of an open project; undefined only when it is closed. */
export function nextEvent(project: Project): NextEvent | undefined {
  if (isClosed(project.state) || project.state === 'OWNER_MAINTENANCE' || project.state === 'EXCLUDED')
    return undefined;
  const voided = voidNow(project.publicity).at(-1);
  if (voided !== undefined && AWAITS_POSTING.has(project.state)) {
    const { act, owner, days } = POST_AGAIN;
    const unit = unitOf(owner, project);
    return { act, title: ACTS[act].title, owner, unit, dueOn: addDays(voided.on, days) };
  }
  const { act, owner, days } = TURNS[project.state];
  const dueOn =
    project.publicity.endsOn !== undefined && project.state === 'PUBLICITY_RUNNING'
      ? project.publicity.endsOn
      : addDays(dateInShanghai(project.since), days);
  return { act, title: ACTS[act].title, owner, unit: unitOf(owner, project), dueOn };
}

/** Where the task list of a role keeps the tasks of this project. */
export function unitOf(role: Role, project: Project): string {
  switch (role) {
    case 'STREET':
      return project.neighbourhood.street;
    case 'COMMUNITY':
      return project.neighbourhood.community;
    case 'BODY':
      return project.neighbourhood.code;
    default:
      return role;
  }
}
