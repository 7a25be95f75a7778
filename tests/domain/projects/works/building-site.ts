// A project with an approved plan, taken through steps 5 to 9 in memory: each act as table, decision and fold have it.
import type { Actor, Role } from '../../../../domain/parties.ts';
import type { Act } from '../../../../domain/projects/act.ts';
import type { ActName } from '../../../../domain/projects/act-names.ts';
import { ACTS } from '../../../../domain/projects/acts.ts';
import { permission } from '../../../../domain/projects/allowed-acts.ts';
import type { Project } from '../../../../domain/projects/project.ts';
import { type Did, decideAndApply } from '../decide-and-apply.ts';
import { at, projectIn } from '../funding/step-four.ts';

export const PAPER = 'a'.repeat(64);

/** The day on which everything happens that does not say otherwise. */
export const TODAY = '2026-03-09';

export const actor = (role: Role, unit: string = role, id = `${role}-1`): Actor => ({ role, unit, id });

export type Done = Extract<Did<unknown>, { ok: true }>;

function perform(project: Project, by: Role | Actor, name: ActName, input: unknown, day: string): Did<unknown> {
  const who = typeof by === 'string' ? actor(by) : by;
  const permitted = permission(name, who.role, project.state);
  if (permitted !== 'ALLOWED') throw new Error(`${name} by ${who.role} in ${project.state}: ${permitted}`);
  const act: Act = ACTS[name];
  return decideAndApply(act, project, { input, facts: undefined, actor: who, at: at(day) });
}

/** The act done; throws if it was refused. */
export function did(project: Project, by: Role | Actor, name: ActName, input: unknown, day = TODAY): Done {
  const done = perform(project, by, name, input, day);
  if (!done.ok) throw new Error(`${name} refused: ${JSON.stringify(done.refusal)}`);
  return done;
}

/** What a refusal says: its code, and the fields or findings behind it; throws if the act was done. */
export function refusalOf(project: Project, by: Role | Actor, name: ActName, input: unknown, day = TODAY) {
  const done = perform(project, by, name, input, day);
  if (done.ok) throw new Error(`${name} was done: ${done.outcome}`);
  const { code, fields = [], findings = [], says } = done.refusal;
  return { code, names: [...fields.map(({ path }) => path), ...findings.map((finding) => finding.code)], says };
}

/** What a machine waiting for the act is told. */
export const told = (project: Project, name: ActName): string | undefined => {
  const act: Act = ACTS[name];
  return act.outcome?.(project);
};

type Scene = readonly [by: Role | Actor, name: ActName, input: unknown, day?: string];

export const play = (project: Project, scenes: readonly Scene[]): Project =>
  scenes.reduce((before, [by, name, input, day]) => did(before, by, name, input, day).project, project);

export const MODE = { mode: 'DESIGN_BID_BUILD', projectCode: '2020-330302-78-01-123456' };
export const CONTRACTS = [
  { contractNo: 'SG-1', type: 'WORKS', estimate: '5000000', price: '4600000' },
  { contractNo: 'JL-1', type: 'SERVICES', estimate: '120000', price: '110000' },
];
export const APPROVED = { decision: 'APPROVED', approval: PAPER, approvedEstimate: '5775000' };

export const STUDY: readonly Scene[] = [
  ['STREET', 'file-feasibility-study', { study: PAPER, estimate: '5775000' }],
  ['DRB', 'decide-feasibility-study', APPROVED],
];
export const REVIEW: readonly Scene[] = [
  ['RENOVATION_OFFICE', 'convene-joint-review', { parties: ['HOUSING'] }],
  ['HOUSING', 'give-review-opinion', { opinion: 'APPROVE' }],
  ['RENOVATION_OFFICE', 'issue-review-minutes', { heldOn: TODAY, minutes: PAPER }],
];
export const DESIGN: readonly Scene[] = [
  ['STREET', 'file-preliminary-design', { design: PAPER, estimate: '5775000' }],
  ['DRB', 'decide-preliminary-design', APPROVED],
];
export const DRAWINGS: readonly Scene[] = [['STREET', 'file-drawings', { documents: { A4: PAPER, A5: PAPER } }]];
export const PERMIT: readonly Scene[] = [
  ['STREET', 'file-combined-permit', { conditionsMet: true, citation: '浙建〔2019〕9号第二条' }],
  ['HOUSING', 'decide-combined-permit', { decision: 'GRANTED', permit: PAPER }],
];
export const TENDER: readonly Scene[] = [
  ['STREET', 'record-tender', { route: 'OPEN_TENDER', contracts: CONTRACTS, record: PAPER }],
];

export const inApprovals = (): Project =>
  play(projectIn('IN_INVESTMENT_PLAN'), [['STREET', 'choose-delivery-mode', MODE]]);

export const underConstruction = (): Project =>
  play(inApprovals(), [
    ...STUDY,
    ...REVIEW,
    ...DESIGN,
    ...DRAWINGS,
    ...PERMIT,
    ...TENDER,
    ['STREET', 'start-works', { startedOn: TODAY }],
  ]);

export const completed = (): Project =>
  play(underConstruction(), [['STREET', 'report-completion', { completedOn: TODAY }]]);

export const ALL_PASS = ['SURVEY', 'DESIGN', 'CONSTRUCTION', 'SUPERVISION', 'DEPARTMENT'].map((kind) => ({
  kind,
  result: 'PASS',
}));

export const accepted = (): Project =>
  play(completed(), [['STREET', 'record-acceptance', { acceptedOn: TODAY, units: ALL_PASS, report: PAPER }]]);
