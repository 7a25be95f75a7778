// POST /api/invitations: the link by which somebody who was given a post sets the password of their account. Only where the
// installation is its own issuer; elsewhere the district's issuer knows its people.
import * as z from 'zod';
import { granted } from '../../domain/errors.ts';
import { appendInvitation } from '../../functions/portal/maintain-grants.ts';
import { type Route, route } from '../../functions/runtime/route.ts';

/** `invite`: makes the link; it is good once, for three days. */
export const invitePersonRoute = (invite: (account: string) => Promise<string>): Route =>
  route({
    name: 'invitePerson',
    summary: { zh: '签发设置密码的链接', en: 'Make the link by which somebody sets their password' },
    method: 'POST',
    path: '/api/invitations',
    access: ['OPERATOR'],
    status: 201,
    secret: true,
    input: { body: z.strictObject({ personId: z.string().min(1).max(100) }) },
    output: z.object({ link: z.string() }),
    async handle({ body: { personId }, actor, request }, ports) {
      // In the ledger before it is made: who could have set a password for somebody else is known for good.
      const noted = await appendInvitation(ports, { actor, request }, personId);
      return noted.ok ? granted({ link: await invite(personId) }) : noted;
    },
  });
