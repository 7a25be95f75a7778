// The one table that says which role may do which act in which state: the API, the workflow and the buttons all ask it.
import type { Role } from '../parties.ts';
import type { ActName } from './act-names.ts';
import { ALL_STATES, isClosed, type State } from './states.ts';

/** Acts by state, in the words of 二(三) and 二(四). Whether the conditions are met is decided by the act itself. */
type Allowed = Partial<Record<ActName, readonly Role[]>>;

const RECHECK = {
  'suspend-project': ['STREET', 'RENOVATION_OFFICE'],
  'recheck-eligibility': ['STREET'],
} as const satisfies Allowed;
const FORM_BODY = { 'form-body': ['STREET'] } as const satisfies Allowed;
/** A changed plan is voted on and posted again, however far the project has come (二(三)3, SU-05). */
const REVISE = { 'revise-plan': ['STREET'] } as const satisfies Allowed;
const WATCH_NOTICE = {
  'file-objection': ['RESIDENT', 'BODY'],
  'record-mediation': ['BODY'],
  'report-poster-down': ['BODY', 'COMMUNITY', 'STREET'],
} as const satisfies Allowed;
const MONEY = {
  'book-contributions': ['STREET'],
  'reverse-contribution': ['STREET'],
} as const satisfies Allowed;
const RESERVE = { 'reserve-subsidy': ['FINANCE'] } as const satisfies Allowed;
const SEVEN_APPROVALS = {
  'file-feasibility-study': ['STREET'],
  'decide-feasibility-study': ['DRB'],
  'convene-joint-review': ['RENOVATION_OFFICE'],
  'give-review-opinion': [
    'DRB',
    'FINANCE',
    'HOUSING',
    'FIRE',
    'CIVIL_DEFENCE',
    'NATURAL_RESOURCES',
    'LAW_ENFORCEMENT',
    'TRANSPORT',
    'PUBLIC_SECURITY',
    'TRAFFIC_POLICE',
    'ECOLOGY',
    'HOUSING_MGMT_CENTRE',
    'URBAN_VILLAGE_CENTRE',
    'CIVIL_AFFAIRS',
    'SERVICE_HALL',
    'UTILITY',
  ],
  'remove-review-party': ['RENOVATION_OFFICE'],
  'issue-review-minutes': ['RENOVATION_OFFICE'],
  'file-preliminary-design': ['STREET'],
  'decide-preliminary-design': ['DRB'],
  'file-drawings': ['STREET'],
  'record-ex-post-review': ['DRAWING_REVIEWER'],
  'close-review-findings': ['STREET'],
  'file-combined-permit': ['STREET'],
  'decide-combined-permit': ['HOUSING'],
  'record-tender': ['STREET'],
} as const satisfies Allowed;
const SITE = {
  'establish-site-platform': ['STREET'],
  'register-resident-supervisors': ['STREET', 'COMMUNITY'],
  'engage-tracking-audit': ['STREET'],
  'log-site-problem': ['STREET', 'COMMUNITY', 'BODY'],
  'resolve-site-problem': ['STREET'],
  'record-inspection': ['HOUSING', 'RENOVATION_OFFICE'],
} as const satisfies Allowed;
const CLOSING = {
  'file-fire-acceptance': ['STREET'],
  'file-completion': ['STREET'],
  'submit-final-accounts': ['STREET'],
  'approve-final-accounts': ['FINANCE'],
  'settle-contributions': ['STREET'],
  'complete-settlement': ['STREET'],
  'archive-project': ['ARCHIVES'],
  'transfer-utility': ['UTILITY', 'STREET'],
  'set-management-mode': ['STREET'],
  'close-review-findings': ['STREET'],
} as const satisfies Allowed;

export const ALLOWED_ACTS = {
  POOL: { 'record-survey': ['STREET'] },
  NEEDS_DETERMINATION: { 'determine-eligibility': ['RENOVATION_OFFICE', 'LEADING_GROUP'], 'record-survey': ['STREET'] },
  SURVEYED: { 'start-consultation': ['COMMUNITY'], ...FORM_BODY, ...RECHECK },
  CONSULTING: { 'tally-willingness': ['COMMUNITY'], ...FORM_BODY, ...RECHECK },
  WILLINGNESS_FAILED: { 'start-consultation': ['COMMUNITY'], ...FORM_BODY, ...RECHECK },
  WILLINGNESS_PASSED: { 'submit-willingness': ['COMMUNITY', 'BODY'], ...FORM_BODY, ...RECHECK },
  WILLINGNESS_SUBMITTED: { ...FORM_BODY, ...RECHECK },
  BODY_FORMED: { 'commission-design': ['STREET'], ...RECHECK },
  DESIGNING: { 'submit-design': ['STREET'], ...RECHECK },
  DESIGN_READY: { 'publish-plan': ['BODY'], ...REVISE, ...RECHECK },
  PLAN_PUBLISHED: { 'open-ballot': ['BODY'], ...REVISE, ...RECHECK },
  VOTING: { 'tally-plan-ballot': ['BODY'], ...REVISE, ...RECHECK },
  PLAN_REJECTED: { ...REVISE, ...RECHECK },
  PLAN_APPROVED: { 'post-notice': ['BODY'], 'confirm-posting': ['BODY'], ...REVISE, ...RECHECK },
  PUBLICITY_INTERRUPTED: { 'confirm-posting': ['BODY'], ...WATCH_NOTICE, ...REVISE, ...RECHECK },
  PUBLICITY_RUNNING: { 'close-publicity': ['SYSTEM'], ...WATCH_NOTICE, ...REVISE, ...RECHECK },
  OBJECTION: { 'record-mediation': ['BODY'], 'close-publicity': ['SYSTEM'], ...REVISE, ...RECHECK },
  PUBLICITY_SATISFIED: { 'submit-application': ['BODY'], ...REVISE, ...RECHECK },
  APPLICATION_SUBMITTED: { 'open-account': ['STREET'], ...REVISE, ...RECHECK },
  ACCOUNT_OPENED: { ...MONEY, ...REVISE, ...RECHECK },
  FUNDED: { 'confirm-project': ['STREET'], ...RESERVE, ...MONEY, ...REVISE, ...RECHECK },
  CONFIRMED: { 'report-project': ['STREET'], ...RESERVE, ...REVISE, ...RECHECK },
  REPORTED: { 'consent-start': ['PRINCIPAL_LEADER'], ...RESERVE, ...REVISE, ...RECHECK },
  LEADER_CONSENTED: { 'list-in-investment-plan': ['DRB'], ...RESERVE, ...REVISE, ...RECHECK },
  IN_INVESTMENT_PLAN: { 'choose-delivery-mode': ['STREET'], ...RESERVE, ...REVISE, ...RECHECK },
  APPROVALS: { ...SEVEN_APPROVALS, ...SITE, 'start-works': ['STREET'], ...RESERVE, ...REVISE, ...RECHECK },
  UNDER_CONSTRUCTION: {
    ...SITE,
    'record-ex-post-review': ['DRAWING_REVIEWER'],
    'close-review-findings': ['STREET'],
    'request-change-order': ['STREET'],
    'decide-change-order': ['RENOVATION_OFFICE'],
    'record-progress-payment': ['STREET'],
    'report-completion': ['STREET'],
    ...REVISE,
    'suspend-project': ['STREET', 'RENOVATION_OFFICE'],
  },
  COMPLETED: {
    'record-acceptance': ['STREET'],
    'resolve-site-problem': ['STREET'],
    'record-progress-payment': ['STREET'],
    'close-review-findings': ['STREET'],
  },
  ACCEPTED: { ...CLOSING, 'hand-over': ['STREET'], 'record-progress-payment': ['STREET'] },
  HANDED_OVER: { ...CLOSING, 'record-progress-payment': ['STREET'] },
  IN_WARRANTY: { ...CLOSING, 'end-warranty': ['SYSTEM'] },
  OWNER_MAINTENANCE: {},
  SUSPENDED: { 'resume-project': ['RENOVATION_OFFICE'], 'recheck-eligibility': ['STREET'] },
  EXCLUDED: {},
} as const satisfies Record<State, Allowed>;

const table: Record<State, Allowed> = ALLOWED_ACTS;

export type Permission = 'ALLOWED' | 'NOT_NOW' | 'FORBIDDEN_ROLE';

/** May `role` do `act` in `state`? An act that is never the role's is forbidden; one that is, but not in this state, is not now. */
export function permission(act: ActName, role: Role, state: State): Permission {
  if (table[state][act]?.includes(role)) return 'ALLOWED';
  const everTheRoles = ALL_STATES.some((other) => table[other][act]?.includes(role));
  return everTheRoles ? 'NOT_NOW' : 'FORBIDDEN_ROLE';
}

/** The acts that `role` may do in `state`, in the order of the table. */
export function allowedActs(role: Role, state: State): readonly ActName[] {
  if (isClosed(state)) return [];
  return actsOf(state).filter((act) => table[state][act]?.includes(role));
}

export const actsOf = (state: State): readonly ActName[] => Object.keys(table[state]) as ActName[];
export const rolesOf = (state: State, act: ActName): readonly Role[] => table[state][act] ?? [];
