// Projects for tests of the programme, folded from real entries: every figure has the entries that it needs.
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { shippedCalendar } from '../../../domain/calendar/working-days.ts';
import type { JsonObject } from '../../../domain/json.ts';
import { sealEntry } from '../../../domain/ledger.ts';
import type { Actor, Role } from '../../../domain/parties.ts';
import { lucheng2020 } from '../../../domain/policy/packs.ts';
import type { Act } from '../../../domain/projects/act.ts';
import type { ActName } from '../../../domain/projects/act-names.ts';
import { ACTS } from '../../../domain/projects/acts.ts';
import { permission } from '../../../domain/projects/allowed-acts.ts';
import type { PlanFunding } from '../../../domain/projects/consent/record.ts';
import { applyEntry } from '../../../domain/projects/fold.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { at, projectIn, V4 } from '../projects/funding/step-four.ts';

export const PAPER = 'a'.repeat(64);
export const TODAY = '2026-03-09';

export const actor = (role: Role, unit: string = role): Actor => ({ role, unit, id: `${role}-1` });

/** The act as table, decision, entry and fold have it; throws if it is refused. */
export function doAct(project: Project, role: Role | Actor, name: ActName, input: unknown, day = TODAY): Project {
  const done = tryAct(project, role, name, input, day);
  if (!done.ok) throw new Error(`${name} refused: ${JSON.stringify(done.refusal)}`);
  return done.value;
}

export function tryAct(project: Project, role: Role | Actor, name: ActName, input: unknown, day = TODAY) {
  const who = typeof role === 'string' ? actor(role) : role;
  if (permission(name, who.role, project.state) !== 'ALLOWED') throw new Error(`${name} is not for ${who.role} now`);
  const act: Act = ACTS[name];
  const parsed = act.input.parse(input);
  const moment = at(day);
  const decided = act.decide({
    project,
    input: parsed,
    facts: undefined,
    actor: who,
    at: moment,
    on: plainDateOf(day),
    pack: lucheng2020,
    calendar: shippedCalendar,
  });
  if (!decided.ok) return decided;
  const { outcome, result, findings } = decided.value;
  const entry = sealEntry({ kind: 'PROJECT', id: project.projectId }, project.head, {
    at: moment,
    act: name,
    actor: who,
    payload: { input: parsed, outcome, result } as JsonObject,
    findings,
    rulebook: lucheng2020.version,
    calendar: shippedCalendar.version,
  });
  return { ok: true, value: applyEntry(project, entry) } as const;
}

/** What a refusal names: fields, then findings; throws if the act was done. */
export function refusalOf(...args: Parameters<typeof tryAct>) {
  const done = tryAct(...args);
  if (done.ok) throw new Error(`${args[2]} was done`);
  const { code, fields = [], findings = [] } = done.refusal;
  return { code, names: [...fields.map(({ path }) => path), ...findings.map((finding) => finding.code)] };
}

interface Named {
  readonly serial?: string;
  readonly street?: string;
  readonly funding?: PlanFunding;
}

/** A project of a street, in any state. */
export function neighbourhoodIn(
  state: Parameters<typeof projectIn>[0],
  { serial = '0001', street = '330302001', funding = V4 }: Named = {},
): Project {
  const project = projectIn(state, funding, `330302-2026-${serial}`);
  const community = `${street}003`;
  const neighbourhood = { name: `小区${serial}`, street, community, code: `${community}-01` };
  return { ...project, neighbourhood };
}

/** Funded on the day, with the application of an earlier one. */
export function fundedOn(day: string, named: Named = {}): Project {
  const project = neighbourhoodIn('FUNDED', named);
  const { residents, selfRaised, excess } = project.consent.plan?.funding ?? V4;
  return {
    ...project,
    start: { application: { at: at('2026-03-02'), on: plainDateOf('2026-03-02') } },
    funding: {
      ...project.funding,
      credited: residents,
      lastCreditedOn: plainDateOf(day),
      reachedAt: at(day),
      arrival: { selfRaised, excess, required: residents, missing: '0.00', arrivalRate: '100.00', funded: true },
    },
  };
}
