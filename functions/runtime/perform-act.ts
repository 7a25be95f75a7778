// Performs one act on one project: allowed? gather facts, decide, append. The only writer of project ledgers.

import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import type { Calendar } from '../../domain/calendar/working-days.ts';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import { fieldProblems } from '../../domain/field-problems.ts';
import type { JsonObject } from '../../domain/json.ts';
import { type Entry, type LedgerRef, sealEntry } from '../../domain/ledger.ts';
import { type Actor, belongsTo, PARTIES } from '../../domain/parties.ts';
import type { Finding } from '../../domain/policy/finding.ts';
import { packById } from '../../domain/policy/packs.ts';
import type { Ports } from '../../domain/ports.ts';
import { fieldsRefused } from '../../domain/projects/act-input.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import { permission } from '../../domain/projects/allowed-acts.ts';
import { ANOTHER_DECIDES } from '../../domain/projects/another-person.ts';
import { consequencesOf } from '../../domain/projects/consequences.ts';
import { decidesOnOthers, hasFiledIt } from '../../domain/projects/decided-by-others.ts';
import { applyEntry } from '../../domain/projects/fold.ts';
import type { Project } from '../../domain/projects/project.ts';
import { titleOfState } from '../../domain/projects/states.ts';
import { askedBefore } from './asked-before.ts';
import { currentCalendar } from './current-calendar.ts';
import type { HumanAct } from './human-act.ts';
import { loadProject } from './load-project.ts';
import { noSuchProject, notYours } from './own-project.ts';

export interface ActRequest {
  readonly projectId: string;
  readonly actor: Actor;
  readonly input: unknown;
  /** The seq that the actor saw last (If-Match); a step of the system has none and takes what is there. */
  readonly expectedSeq?: number | undefined;
  /** The mark of the request, if it came with an Idempotency-Key. */
  readonly request?: string | undefined;
}

export interface Performed {
  readonly project: Project;
  readonly entry: Entry;
  readonly outcome: string;
  readonly findings: readonly Finding[];
  /** The same request had been performed before; nothing was written now. */
  readonly replayed: boolean;
}

export async function performAct(ports: Ports, human: HumanAct, request: ActRequest): Promise<Outcome<Performed>> {
  const { actor, projectId } = request;
  const ref: LedgerRef = { kind: 'PROJECT', id: projectId };
  const project = await loadProject(ports, projectId);
  if (project === undefined) return noSuchProject();
  const repeated = await findRepeated(ports, ref, request);
  if (!repeated.ok) return repeated;
  if (repeated.value) return granted(performed(project, repeated.value, true));

  const permitted = permit(human.act.name as ActName, actor, project);
  if (!permitted.ok) return permitted;
  if (request.expectedSeq !== undefined && request.expectedSeq !== project.head.seq) return stale(project);

  const another = await byAnother(ports, ref, human.act.name as ActName, actor);
  if (!another.ok) return another;

  const parsed = human.act.input.safeParse(request.input, { reportInput: true });
  if (!parsed.success) return fieldsRefused(fieldProblems(parsed.error), human.act.clause);
  const facts = await human.gather(ports, { project, input: parsed.data, actor });
  if (!facts.ok) return facts;

  const at = ports.clock.now();
  const pack = packById(project.pack);
  if (pack === undefined) throw new Fault('CORRUPT', `no rule pack ${project.pack}`);
  const calendar: Calendar = await currentCalendar(ports);
  const decision = human.act.decide({
    project,
    input: parsed.data,
    facts: facts.value,
    actor,
    at,
    on: dateInShanghai(at),
    pack,
    calendar,
  });
  if (!decision.ok) return decision;

  const { outcome, result, findings } = decision.value;
  const entry = sealEntry(ref, project.head, {
    at,
    act: human.act.name,
    actor,
    payload: { input: parsed.data, outcome, result } as JsonObject,
    findings,
    rulebook: pack.version,
    calendar: calendar.version,
    ...(request.request && { request: request.request }),
  });
  const after = applyEntry(project, entry);
  const appended = await ports.ledger.append(ref, entry, consequencesOf(project, after));
  if (appended === 'STALE') {
    const fresh = (await loadProject(ports, projectId)) ?? project;
    const twin = await findRepeated(ports, ref, request);
    if (!twin.ok) return twin;
    return twin.value ? granted(performed(fresh, twin.value, true)) : stale(fresh);
  }
  return granted(performed(after, entry, false));
}

/** Somebody with two posts would else decide under the one what they have filed under the other. */
async function byAnother(
  { ledger }: Pick<Ports, 'ledger'>,
  ref: LedgerRef,
  act: ActName,
  actor: Actor,
): Promise<Outcome<undefined>> {
  if (!decidesOnOthers(act) || !hasFiledIt(act, actor, await ledger.read(ref))) return granted(undefined);
  return refused('FORBIDDEN_ROLE', ANOTHER_DECIDES);
}

/** Role, unit and state, in that order: a stranger learns nothing of the state. */
export function permit(act: ActName, actor: Actor, project: Project): Outcome<undefined> {
  if (!belongsTo(actor, project.neighbourhood)) return notYours();
  switch (permission(act, actor.role, project.state)) {
    case 'ALLOWED':
      return granted(undefined);
    case 'FORBIDDEN_ROLE':
      return refused('FORBIDDEN_ROLE', {
        zh: `该事项不由${PARTIES[actor.role].zh}办理。`,
        en: `This act is not one of the ${PARTIES[actor.role].en}.`,
      });
    case 'NOT_NOW': {
      const state = titleOfState(project.state);
      return refused('NOT_NOW', {
        zh: `项目处于“${state.zh}”阶段，现在不能办理该事项。`,
        en: `The project is in the state “${state.en}”, in which this act cannot be done.`,
      });
    }
  }
}

const stale = (project: Project): Outcome<never> =>
  refused(
    'STALE',
    {
      zh: `项目台账已到第 ${project.head.seq} 条，这一步可能已由他人办过。`,
      en: `The ledger of the project has come to entry ${project.head.seq}; somebody may have done this already.`,
    },
    { seq: project.head.seq },
  );

/** How far before the seq that was seen: who lost an answer may have looked again, and seen their own entry. */
const LOOK_BACK = 8;

/** The entry that the same request wrote when it came the first time: near the seq it expected, anywhere if it said none. */
async function findRepeated(
  { ledger }: Pick<Ports, 'ledger'>,
  ref: LedgerRef,
  { expectedSeq, request }: Pick<ActRequest, 'expectedSeq' | 'request'>,
): Promise<Outcome<Entry | undefined>> {
  if (request === undefined) return granted(undefined);
  return askedBefore(await ledger.read(ref, Math.max(0, (expectedSeq ?? 0) - LOOK_BACK)), request);
}

function performed(project: Project, entry: Entry, replayed: boolean): Performed {
  const { outcome } = entry.payload;
  return { project, entry, outcome: String(outcome), findings: entry.findings, replayed };
}
