// Who holds which posts: the operator gives and takes away, and sees no personal data beyond the name they enter.
import * as z from 'zod';
import { dateInShanghai, type PlainDate } from '../../domain/calendar/plain-date.ts';
import {
  type GrantContext,
  grantPost,
  type NextEntry,
  noteInvitation,
  revokeEveryPost,
  revokePost,
} from '../../domain/directory/give-posts.ts';
import {
  foldGrants,
  type Grant,
  type Grants,
  grantPostPayload,
  grantRolePayload,
  revokePostPayload,
  revokeRolePayload,
} from '../../domain/directory/grants.ts';
import { type HeldPost, isHeldOn, isSamePost } from '../../domain/directory/post.ts';
import { permitJoining } from '../../domain/directory/posts-apart.ts';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Entry } from '../../domain/ledger.ts';
import { type Actor, ROLES } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { fieldsRefused } from '../../domain/projects/act-input.ts';
import { askedBefore } from '../runtime/asked-before.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { type Route, route } from '../runtime/route.ts';

export const GRANTS_LEDGER = { kind: 'GRANTS', id: 'district' } as const;
/** Under the first, each grant took the place of whatever the person held; since the third, some posts stand alone. */
const RULEBOOK = 'grants@3';
const MOST_ATTEMPTS = 20;
/** Posts of one person; more are a slip of a script. */
const MOST_POSTS = 20;

const grantRoute = route({
  name: 'grantRole',
  summary: { zh: '授予岗位', en: 'Give a person a post' },
  method: 'POST',
  path: '/api/grants',
  access: ['OPERATOR'],
  status: 201,
  input: { body: grantPostPayload.extend({ role: z.enum(ROLES).exclude(['SYSTEM', 'RESIDENT']) }) },
  output: z.object({ seq: z.int() }),
  async handle({ body, actor, request }, ports) {
    if (body.personId === actor.id) {
      return refused('FORBIDDEN_ROLE', {
        zh: '不能给自己授予岗位，请由另一名系统管理员办理。',
        en: 'Nobody grants a role to themselves: another operator has to.',
      });
    }
    const today = dateInShanghai(ports.clock.now());
    if (body.until !== undefined && body.until < today) {
      const says = { zh: '最后一日不能早于今日', en: 'The last day must not be over already' };
      return fieldsRefused([{ path: '/until', says }]);
    }
    // What a demo account holds stands in no ledger.
    const known = await ports.directory.find(body.personId);
    const joined = permitJoining(known?.posts ?? [], body, today);
    return joined.ok ? appendGrant(ports, actor, body, request) : joined;
  },
});

const MOST_LISTED = 200;

const listedGrant = z.object({
  seq: z.int(),
  at: z.string(),
  act: z.enum(['grant-post', 'revoke-post', 'grant-role', 'revoke-role', 'invite-person']),
  personId: z.string(),
  role: z.enum(ROLES).optional(),
  unit: z.string().optional(),
  until: z.iso.date().optional(),
  by: z.string(),
});

const heldPost = z.object({
  personId: z.string(),
  role: z.enum(ROLES),
  unit: z.string(),
  until: z.iso.date().optional(),
  /** Its last day is behind us: it admits to nothing. */
  over: z.boolean(),
  /** With another post of the same person that it must not be joined with: given before that was refused. */
  apart: z.boolean(),
});

const listGrantsRoute = route({
  name: 'listGrants',
  summary: { zh: '岗位台账', en: 'The posts that are held, and the ledger of grants, the latest first' },
  method: 'GET',
  path: '/api/grants',
  access: ['OPERATOR', 'AUDIT'],
  output: z.object({
    /** How many people hold a post now. */
    holders: z.int(),
    /** In order of people; with those that are over by their day and were not taken away. */
    posts: z.array(heldPost).readonly(),
    entries: z.array(listedGrant).readonly(),
  }),
  async handle(_request, ports) {
    const entries = await ports.ledger.read(GRANTS_LEDGER);
    const today = dateInShanghai(ports.clock.now());
    const posts = [...foldGrants(entries)]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([personId, held]) => held.map((post) => ({ personId, ...post, ...standingOf(post, held, today) })));
    const listed = entries.slice(-MOST_LISTED).toReversed();
    return granted({
      holders: new Set(posts.filter(({ over }) => !over).map(({ personId }) => personId)).size,
      posts,
      entries: listed.flatMap(listedOf),
    });
  },
});

const standingOf = (post: HeldPost, held: readonly HeldPost[], today: PlainDate) => ({
  over: !isHeldOn(post, today),
  apart: isHeldOn(post, today) && !permitJoining(held, post, today).ok,
});

function listedOf({ seq, at, act, actor, payload }: Entry): readonly z.output<typeof listedGrant>[] {
  const written = { seq, at, by: actor.id };
  switch (act) {
    case 'grant-post':
      return [{ ...written, act, ...grantPostPayload.parse(payload) }];
    case 'revoke-post':
      return [{ ...written, act, ...revokePostPayload.parse(payload) }];
    case 'grant-role':
      return [{ ...written, act, ...grantRolePayload.parse(payload) }];
    case 'revoke-role':
    case 'invite-person':
      return [{ ...written, act, ...revokeRolePayload.parse(payload) }];
    default:
      return [];
  }
}

const onePost = revokePostPayload.omit({ personId: true });

const revokeRoute = route({
  name: 'revokeRole',
  summary: { zh: '撤销一个岗位，或某人的全部岗位', en: 'Take one post away, or every post of a person' },
  method: 'POST',
  path: '/api/grants/{id}/revoke',
  access: ['OPERATOR'],
  input: {
    params: z.strictObject({ id: z.string().min(1).max(200) }),
    /** Nothing, or no fields: every post. */
    body: z.union([onePost, z.strictObject({})]).optional(),
  },
  output: z.object({ seq: z.int() }),
  handle({ params: { id }, body, actor, request }, ports) {
    const post = onePost.safeParse(body).data;
    return append(ports, { actor, request }, (grants, entries, context) => {
      const held = grants.get(id) ?? [];
      if (!held.some((each) => post === undefined || isSamePost(each, post))) {
        return refused('NOT_FOUND', {
          zh: '没有这个账号，或其没有这个岗位。',
          en: 'No such account, or it does not hold this post.',
        });
      }
      return granted(
        post === undefined
          ? revokeEveryPost(GRANTS_LEDGER, entries, id, context)
          : revokePost(GRANTS_LEDGER, entries, { personId: id, ...post }, context),
      );
    });
  },
});

interface Asked {
  readonly actor: Actor;
  /** The mark of the request, if it came with an Idempotency-Key. */
  readonly request?: string | undefined;
}

/** Writes a grant into the district's ledger; also for the first operator. */
export const appendGrant = (
  ports: Ports,
  actor: Actor,
  grant: Grant,
  request?: string,
): Promise<Outcome<{ seq: number }>> =>
  append(ports, { actor, request }, (grants, entries, context) => {
    const others = (grants.get(grant.personId) ?? []).filter((held) => !isSamePost(held, grant));
    const joined = permitJoining(others, grant, dateInShanghai(context.at));
    if (!joined.ok) return joined;
    if (others.length < MOST_POSTS) return granted(grantPost(GRANTS_LEDGER, entries, grant, context));
    return refused('NOT_NOW', {
      zh: `一人最多 ${MOST_POSTS} 个岗位，请先撤销不再担任的。`,
      en: `Nobody holds more than ${MOST_POSTS} posts: take away those that are over first.`,
    });
  });

/** Writes that a link was made for somebody who holds a post; where there is an issuer of the installation's own. */
export const appendInvitation = (ports: Ports, asked: Asked, personId: string): Promise<Outcome<{ seq: number }>> =>
  append(ports, asked, (grants, entries, context) => {
    if (grants.has(personId)) return granted(noteInvitation(GRANTS_LEDGER, entries, personId, context));
    return refused('NOT_FOUND', {
      zh: '这个账号没有岗位，请先授予岗位。',
      en: 'This account holds no post: give it one first.',
    });
  });

async function append(
  ports: Ports,
  { actor, request }: Asked,
  make: (grants: Grants, entries: readonly Entry[], context: GrantContext) => Outcome<NextEntry>,
): Promise<Outcome<{ seq: number }>> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const entries = await ports.ledger.read(GRANTS_LEDGER);
    const before = askedBefore(entries, request);
    if (!before.ok) return before;
    if (before.value) return granted({ seq: before.value.seq });
    const calendar = (await currentCalendar(ports)).version;
    const context = {
      ...{ at: ports.clock.now(), actor, rulebook: RULEBOOK, calendar },
      ...(request !== undefined && { request }),
    };
    const next = make(foldGrants(entries), entries, context);
    if (!next.ok) return next;
    const { ref, entry, consequences } = next.value;
    if ((await ports.ledger.append(ref, entry, consequences)) === 'APPENDED') return granted({ seq: entry.seq });
  }
  throw new Fault('CONTENTION', 'grants are being written by too many at once');
}

export const GRANT_ROUTES: readonly Route[] = [grantRoute, revokeRoute, listGrantsRoute];
