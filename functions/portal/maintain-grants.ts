// Who holds which role: the operator grants and takes away, and sees no personal data beyond the name they enter.
import * as z from 'zod';
import {
  foldGrants,
  type Grant,
  grantRole,
  grantRolePayload,
  type NextEntry,
  revokeRole,
  revokeRolePayload,
} from '../../domain/directory/grants.ts';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Entry } from '../../domain/ledger.ts';
import type { Actor } from '../../domain/parties.ts';
import { ROLES } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { currentCalendar } from '../runtime/current-calendar.ts';
import { type Route, route } from '../runtime/route.ts';

export const GRANTS_LEDGER = { kind: 'GRANTS', id: 'district' } as const;
const RULEBOOK = 'grants@1';
const MOST_ATTEMPTS = 20;

const grantRoute = route({
  name: 'grantRole',
  summary: { zh: '授予岗位', en: 'Grant a role' },
  method: 'POST',
  path: '/api/grants',
  access: ['OPERATOR'],
  status: 201,
  input: { body: grantRolePayload.extend({ role: z.enum(ROLES).exclude(['SYSTEM', 'RESIDENT']) }) },
  output: z.object({ seq: z.int() }),
  async handle({ body, actor }, ports) {
    if (body.personId === actor.id) {
      return refused('FORBIDDEN_ROLE', {
        zh: '不能给自己授予岗位，请由另一名系统管理员办理。',
        en: 'Nobody grants a role to themselves: another operator has to.',
      });
    }
    return appendGrant(ports, actor, body);
  },
});

const MOST_LISTED = 200;

const listedGrant = z.object({
  seq: z.int(),
  at: z.string(),
  act: z.enum(['grant-role', 'revoke-role']),
  personId: z.string(),
  role: z.enum(ROLES).optional(),
  unit: z.string().optional(),
  by: z.string(),
});

const listGrantsRoute = route({
  name: 'listGrants',
  summary: { zh: '岗位台账', en: 'The ledger of grants, the latest first' },
  method: 'GET',
  path: '/api/grants',
  access: ['OPERATOR', 'AUDIT'],
  output: z.object({
    /** Who holds a role now. */
    holders: z.int(),
    entries: z.array(listedGrant).readonly(),
  }),
  async handle(_request, ports) {
    const entries = await ports.ledger.read(GRANTS_LEDGER);
    const listed = entries.slice(-MOST_LISTED).toReversed();
    return granted({ holders: foldGrants(entries).size, entries: listed.flatMap(listedOf) });
  },
});

function listedOf({ seq, at, act, actor, payload }: Entry): readonly z.output<typeof listedGrant>[] {
  if (act === 'grant-role') return [{ seq, at, act, by: actor.id, ...grantRolePayload.parse(payload) }];
  if (act === 'revoke-role') return [{ seq, at, act, by: actor.id, ...revokeRolePayload.parse(payload) }];
  return [];
}

const revokeRoute = route({
  name: 'revokeRole',
  summary: { zh: '撤销岗位', en: 'Take a role away' },
  method: 'POST',
  path: '/api/grants/{id}/revoke',
  access: ['OPERATOR'],
  input: { params: z.strictObject({ id: z.string().min(1).max(200) }) },
  output: z.object({ seq: z.int() }),
  async handle({ params, actor }, ports) {
    if ((await ports.directory.find(params.id)) === undefined) {
      return refused('NOT_FOUND', { zh: '没有这个账号，或其没有岗位。', en: 'No such account, or it holds no role.' });
    }
    return append(ports, actor, (entries, context) =>
      revokeRole(GRANTS_LEDGER, entries, { personId: params.id }, context),
    );
  },
});

/** Writes a grant into the district's ledger; also for the first operator and the demo district. */
export const appendGrant = (ports: Ports, actor: Actor, grant: Grant): Promise<Outcome<{ seq: number }>> =>
  append(ports, actor, (entries, context) => grantRole(GRANTS_LEDGER, entries, grant, context));

async function append(
  ports: Ports,
  actor: Actor,
  make: (entries: Parameters<typeof grantRole>[1], context: Parameters<typeof grantRole>[3]) => NextEntry,
): Promise<Outcome<{ seq: number }>> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const entries = await ports.ledger.read(GRANTS_LEDGER);
    const calendar = (await currentCalendar(ports)).version;
    const { ref, entry, consequences } = make(entries, { at: ports.clock.now(), actor, rulebook: RULEBOOK, calendar });
    if ((await ports.ledger.append(ref, entry, consequences)) === 'APPENDED') return granted({ seq: entry.seq });
  }
  throw new Fault('CONTENTION', 'grants are being written by too many at once');
}

export const GRANT_ROUTES: readonly Route[] = [grantRoute, revokeRoute, listGrantsRoute];
