// The one table that says which role may do which act in which state: the API, the workflow and the buttons all ask it.
import type { Role } from '../parties.ts';
import type { ActName } from './act-names.ts';
import { REVIEW_DEPARTMENTS } from './approvals/review-departments.ts';
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
/** What two persons void in the register of papers hangs no more: only the system tells the project of it. */
const VOIDED = { 'interrupt-publicity': ['SYSTEM'] } as const satisfies Allowed;
const MONEY = {
  'book-contributions': ['STREET'],
  'reverse-contribution': ['STREET'],
} as const satisfies Allowed;
const RESERVE = { 'reserve-subsidy': ['FINANCE'] } as const satisfies Allowed;
const SEVEN_APPROVALS = {
  'file-feasibility-study': ['STREET'],
  'decide-feasibility-study': ['DRB'],
  'convene-joint-review': ['RENOVATION_OFFICE'],
  'give-review-opinion': [...REVIEW_DEPARTMENTS, 'UTILITY'],
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

/** Somebody may write at any time while the project is open, also while it is held up (D-04). */
const PETITIONS = {
  'register-petition': ['PETITION_BUREAU', 'STREET'],
  'answer-petition': ['PETITION_BUREAU', 'STREET'],
  'extend-petition': ['PETITION_BUREAU'],
} as const satisfies Allowed;
const ROUND = { 'apply-for-round': ['STREET'] } as const satisfies Allowed;
const SPECIAL_LINES = {
  'list-special-line': ['STREET', 'RENOVATION_OFFICE', 'HOUSING'],
  'gain-premises': ['STREET'],
} as const satisfies Allowed;
const DUTIES = {
  'declare-contents': ['STREET'],
  'discharge-duty': [
    'PUBLIC_SECURITY',
    'CIVIL_AFFAIRS',
    'TRANSPORT',
    'LAW_ENFORCEMENT',
    'HOUSING_MGMT_CENTRE',
    'NATURAL_RESOURCES',
    'ECOLOGY',
    'TRAFFIC_POLICE',
    'FIRE',
    'UTILITY',
  ],
} as const satisfies Allowed;
const DEFECTS = {
  'report-defect': ['BODY', 'COMMUNITY', 'STREET'],
  'close-defect': ['STREET'],
  'review-management': ['STREET'],
} as const satisfies Allowed;
/** Before the works: money and duties are prepared, places in the round are sought. */
const PREPARING = { ...ROUND, ...DUTIES, ...SPECIAL_LINES, ...PETITIONS } as const satisfies Allowed;
const BUILDING = {
  ...DUTIES,
  ...SPECIAL_LINES,
  'pay-special-line': ['FINANCE'],
  'record-representatives-visit': ['RENOVATION_OFFICE', 'STREET'],
  ...PETITIONS,
} as const satisfies Allowed;
const KEEPING = {
  'discharge-duty': DUTIES['discharge-duty'],
  'pay-special-line': ['FINANCE'],
  'record-representatives-visit': ['RENOVATION_OFFICE', 'STREET'],
  ...DEFECTS,
  ...PETITIONS,
} as const satisfies Allowed;

export const ALLOWED_ACTS = {
  POOL: { 'record-survey': ['STREET'], ...PETITIONS },
  NEEDS_DETERMINATION: {
    'determine-eligibility': ['RENOVATION_OFFICE', 'LEADING_GROUP'],
    'record-survey': ['STREET'],
    ...PETITIONS,
  },
  SURVEYED: { 'start-consultation': ['COMMUNITY'], ...FORM_BODY, ...RECHECK, ...PETITIONS },
  CONSULTING: { 'tally-willingness': ['COMMUNITY'], ...FORM_BODY, ...RECHECK, ...PETITIONS },
  WILLINGNESS_FAILED: { 'start-consultation': ['COMMUNITY'], ...FORM_BODY, ...RECHECK, ...PETITIONS },
  WILLINGNESS_PASSED: { 'submit-willingness': ['COMMUNITY', 'BODY'], ...FORM_BODY, ...RECHECK, ...PETITIONS },
  WILLINGNESS_SUBMITTED: { ...FORM_BODY, ...RECHECK, ...PETITIONS },
  BODY_FORMED: { 'commission-design': ['STREET'], ...RECHECK, ...PREPARING },
  DESIGNING: { 'submit-design': ['STREET'], ...RECHECK, ...PREPARING },
  DESIGN_READY: { 'publish-plan': ['BODY'], ...REVISE, ...RECHECK, ...PREPARING },
  PLAN_PUBLISHED: { 'open-ballot': ['BODY'], ...REVISE, ...RECHECK, ...PREPARING },
  VOTING: { 'tally-plan-ballot': ['BODY'], ...REVISE, ...RECHECK, ...PREPARING },
  PLAN_REJECTED: { ...REVISE, ...RECHECK, ...PREPARING },
  PLAN_APPROVED: {
    'post-notice': ['BODY'],
    'confirm-posting': ['BODY'],
    ...VOIDED,
    ...REVISE,
    ...RECHECK,
    ...PREPARING,
  },
  PUBLICITY_INTERRUPTED: {
    'confirm-posting': ['BODY'],
    'post-notice': ['BODY'],
    ...VOIDED,
    ...WATCH_NOTICE,
    ...REVISE,
    ...RECHECK,
    ...PREPARING,
  },
  PUBLICITY_RUNNING: { 'close-publicity': ['SYSTEM'], ...VOIDED, ...WATCH_NOTICE, ...REVISE, ...RECHECK, ...PREPARING },
  OBJECTION: { 'record-mediation': ['BODY'], 'close-publicity': ['SYSTEM'], ...REVISE, ...RECHECK, ...PREPARING },
  PUBLICITY_SATISFIED: { 'submit-application': ['BODY'], ...REVISE, ...RECHECK, ...PREPARING },
  APPLICATION_SUBMITTED: { 'open-account': ['STREET'], ...REVISE, ...RECHECK, ...PREPARING },
  ACCOUNT_OPENED: { ...MONEY, ...REVISE, ...RECHECK, ...PREPARING },
  FUNDED: { 'confirm-project': ['STREET'], ...RESERVE, ...MONEY, ...REVISE, ...RECHECK, ...PREPARING },
  CONFIRMED: { 'report-project': ['STREET'], ...RESERVE, ...REVISE, ...RECHECK, ...PREPARING },
  REPORTED: { 'consent-start': ['PRINCIPAL_LEADER'], ...RESERVE, ...REVISE, ...RECHECK, ...PREPARING },
  LEADER_CONSENTED: { 'list-in-investment-plan': ['DRB'], ...RESERVE, ...REVISE, ...RECHECK, ...PREPARING },
  IN_INVESTMENT_PLAN: { 'choose-delivery-mode': ['STREET'], ...RESERVE, ...REVISE, ...RECHECK, ...PREPARING },
  APPROVALS: { ...SEVEN_APPROVALS, ...SITE, 'start-works': ['STREET'], ...RESERVE, ...REVISE, ...RECHECK, ...BUILDING },
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
    'keep-site-log': ['STREET'],
    'publish-progress': ['STREET'],
    ...BUILDING,
  },
  COMPLETED: {
    'record-acceptance': ['STREET'],
    'resolve-site-problem': ['STREET'],
    'record-progress-payment': ['STREET'],
    'close-review-findings': ['STREET'],
    ...BUILDING,
  },
  ACCEPTED: { ...CLOSING, 'hand-over': ['STREET'], 'record-progress-payment': ['STREET'], ...KEEPING },
  HANDED_OVER: { ...CLOSING, 'record-progress-payment': ['STREET'], ...KEEPING },
  IN_WARRANTY: { ...CLOSING, 'end-warranty': ['SYSTEM'], ...KEEPING },
  OWNER_MAINTENANCE: {},
  SUSPENDED: { 'resume-project': ['RENOVATION_OFFICE'], 'recheck-eligibility': ['STREET'], ...PETITIONS },
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
