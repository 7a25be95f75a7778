// POST /api/tasks/delegations: one's task given to a colleague of the same unit until a day, and taken back. The colleague
// acts by their own account and right, so that whoever must be a second person still has to be one.
import * as z from 'zod';
import { addDays, dateInShanghai } from '../../domain/calendar/plain-date.ts';
import {
  delegateTaskPayload,
  delegationsLedger,
  foldDelegations,
  isFairUntil,
  isInForce,
  projectDelegations,
  type TaskRef,
  takeBackTaskPayload,
  taskKey,
} from '../../domain/delegations/delegations.ts';
import { mayHandOver } from '../../domain/delegations/may-hand-over.ts';
import { isSamePost } from '../../domain/directory/post.ts';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import type { JsonObject } from '../../domain/json.ts';
import { EMPTY_HEAD, sealEntry } from '../../domain/ledger.ts';
import type { Actor } from '../../domain/parties.ts';
import { NO_CONSEQUENCES, type Ports } from '../../domain/ports.ts';
import { fieldsRefused } from '../../domain/projects/act-input.ts';
import { nextEvent } from '../../domain/projects/next-event.ts';
import { askedBefore } from '../runtime/asked-before.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';

const RULEBOOK = 'delegations@1';
const MOST_ATTEMPTS = 20;
/** A task that is away for longer wants another grant of roles, not a colleague's help. */
const MOST_DAYS = 90;

/** An entry in the ledger of the asker's unit, by its number. */
const ENTERED = { method: 'POST', access: 'SIGNED_IN', status: 201, output: z.object({ seq: z.int() }) } as const;

const delegateTaskRoute = route({
  ...ENTERED,
  name: 'delegateTask',
  summary: { zh: '交接待办', en: 'Hand a task to a colleague' },
  path: '/api/tasks/delegations',
  input: { body: delegateTaskPayload },
  async handle({ body, actor, request }, ports) {
    const on = dateInShanghai(ports.clock.now());
    const mine = await requireOwnTask(ports, actor, body);
    if (!mine.ok) return mine;
    if (!mayHandOver(actor.role)) {
      return refused(
        'FORBIDDEN_ROLE',
        {
          zh: '主要领导的同意须本人作出，不能交给他人。',
          en: 'The consent of the principal leader is the leader’s own.',
        },
        { clause: '二(三)4' },
      );
    }
    const latest = addDays(on, MOST_DAYS);
    if (!isFairUntil(body.until, on, latest)) {
      const says = { zh: `应在今日至 ${latest} 之间`, en: `Must lie between today and ${latest}` };
      return fieldsRefused([{ path: '/until', says }]);
    }
    const colleague = await requireColleague(ports, actor, body.to);
    if (!colleague.ok) return colleague;
    return enter(ports, { actor, task: body, request }, (isAway) =>
      isAway
        ? refused('NOT_NOW', {
            zh: '这件事已经交给同事，请先收回再交给别人。',
            en: 'This task is with a colleague; take it back before giving it to another.',
          })
        : granted({ act: 'delegate-task', payload: { ...body } }),
    );
  },
});

const takeBackTaskRoute = route({
  ...ENTERED,
  name: 'takeBackTask',
  summary: { zh: '收回或退回交接的待办', en: 'Take a task back, or give it back' },
  path: '/api/tasks/delegations/take-back',
  input: { body: takeBackTaskPayload },
  handle: ({ body, actor, request }, ports) =>
    // Everybody of the unit may: whoever gave it may be away.
    enter(ports, { actor, task: body, request }, (isAway) =>
      isAway
        ? granted({ act: 'take-back-task', payload: { ...body } })
        : refused('NOT_NOW', { zh: '这件事没有交给同事。', en: 'This task is with nobody else.' }),
    ),
});

/** The next act of the project must be the asker's unit's: nobody gives away what is not theirs. */
async function requireOwnTask(ports: Ports, actor: Actor, { projectId, act }: TaskRef): Promise<Outcome<undefined>> {
  const project = await findOwnProject(ports, projectId, actor);
  if (!project.ok) return project;
  const next = nextEvent(project.value);
  if (next?.act === act && next.owner === actor.role && next.unit === actor.unit) return granted(undefined);
  return refused('NOT_NOW', {
    zh: '这件事现在不在本单位的待办里。',
    en: 'This is not a task of your unit now.',
  });
}

/** Same role, same unit: handing over widens nobody's rights. */
async function requireColleague(
  { directory }: Pick<Ports, 'directory'>,
  actor: Actor,
  to: string,
): Promise<Outcome<undefined>> {
  if (to === actor.id) {
    return fieldsRefused([{ path: '/to', says: { zh: '不能交给自己', en: 'Not to yourself' } }]);
  }
  const person = await directory.find(to);
  if (person?.posts.some((post) => isSamePost(post, actor))) return granted(undefined);
  return refused('FORBIDDEN_UNIT', {
    zh: '只能交给本单位同一岗位的同事。',
    en: 'A task goes to a colleague of the same role and unit only.',
  });
}

type Delegating = Outcome<{ readonly act: 'delegate-task' | 'take-back-task'; readonly payload: JsonObject }>;

interface Asked {
  readonly actor: Actor;
  readonly task: TaskRef;
  readonly request: string | undefined;
}

/** Decided on whether the task is with a colleague as the entry is written. */
async function enter(
  ports: Ports,
  { actor, task, request }: Asked,
  decide: (isAway: boolean) => Delegating,
): Promise<Outcome<{ seq: number }>> {
  const ref = delegationsLedger(actor);
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const entries = await ports.ledger.read(ref);
    const before = askedBefore(entries, request);
    if (!before.ok) return before;
    if (before.value) return granted({ seq: before.value.seq });
    const at = ports.clock.now();
    const today = dateInShanghai(at);
    const given = foldDelegations(entries).get(taskKey(task));
    const decided = decide(given !== undefined && isInForce(given, today));
    if (!decided.ok) return decided;
    const entry = sealEntry(ref, entries.at(-1) ?? EMPTY_HEAD, {
      ...decided.value,
      at,
      actor,
      findings: [],
      rulebook: RULEBOOK,
      calendar: (await currentCalendar(ports)).version,
      ...(request !== undefined && { request }),
    });
    const views = projectDelegations(ref, [...entries, entry]);
    if ((await ports.ledger.append(ref, entry, { ...NO_CONSEQUENCES, views })) === 'APPENDED') {
      return granted({ seq: entry.seq });
    }
  }
  throw new Fault('CONTENTION', 'tasks are being handed over by too many at once');
}

export const DELEGATE_ROUTES: readonly Route[] = [delegateTaskRoute, takeBackTaskRoute];
