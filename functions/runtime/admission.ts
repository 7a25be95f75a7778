// Who is asking, and whether this party may ask this at all. Which project and which state is decided by the act.
import * as z from 'zod';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { type Actor, PARTIES, ROLES, type Role } from '../../domain/parties.ts';
import type { Directory } from '../../domain/ports.ts';
import type { Claims } from './http-event.ts';

/** Anybody (and nobody is asked who they are), everybody who is signed in, or the parties named. */
export type Access = 'PUBLIC' | 'SIGNED_IN' | readonly Role[];

const Identified = z.object({ sub: z.string().min(1).max(200) });
/** The system acts by itself, never by a token. */
const Granted = Identified.extend({ role: z.enum(ROLES).exclude(['SYSTEM']), unit: z.string().min(1).max(100) });

/**
 * The actor behind verified claims, if the route is open to that party. An issuer that names role and unit is believed;
 * one that only knows who signed in is completed by the district's own grants.
 */
export async function admit(
  access: Exclude<Access, 'PUBLIC'>,
  claims: Claims | undefined,
  directory: Directory,
): Promise<Outcome<Actor>> {
  const actor = await identify(claims, directory);
  if (!actor) {
    return refused('UNAUTHENTICATED', {
      zh: '登录已失效或账号没有任何岗位，请重新登录；仍然不行请联系系统管理员。',
      en: 'Sign in again; if that does not help, the account holds no role: ask the operator.',
    });
  }
  if (access !== 'SIGNED_IN' && !access.includes(actor.role)) {
    const parties = access.map((role) => PARTIES[role]);
    return refused('FORBIDDEN_ROLE', {
      zh: `该事项由${parties.map(({ zh }) => zh).join('、')}办理。`,
      en: `This is done by: ${parties.map(({ en }) => en).join(', ')}.`,
    });
  }
  return granted(actor);
}

async function identify(claims: Claims | undefined, directory: Directory): Promise<Actor | undefined> {
  const grantedByIssuer = Granted.safeParse(claims);
  if (grantedByIssuer.success) {
    const { sub, role, unit } = grantedByIssuer.data;
    return { id: sub, role, unit };
  }
  const identified = Identified.safeParse(claims);
  if (!identified.success || claims?.role !== undefined) return undefined;
  const person = await directory.find(identified.data.sub);
  return person && { id: person.id, role: person.role, unit: person.unit };
}
