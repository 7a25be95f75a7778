// An issuer of a district: signs tokens for the demo accounts, with role and unit under claims of its own naming.
import { generateKeyPair, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { Claims } from '../../../../functions/runtime/http-event.ts';
import { DEMO_ACCOUNTS } from '../../../../local/seed/district.ts';
import { ROLE_CLAIM, UNIT_CLAIM } from './environment.ts';

const ISSUER = 'https://sso.district.example';
const AUDIENCE = 'jiugai';
const signIn = z.object({ account: z.string(), password: z.string() });

export interface Issuer {
  signIn(body: unknown): Promise<{ access_token: string }>;
  verify(token: string): Promise<Claims | undefined>;
}

export async function createIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return {
    async signIn(body) {
      const { account, password } = signIn.parse(body);
      const person = DEMO_ACCOUNTS.find(({ id }) => id === account);
      if (person?.password !== password) throw new Error(`no account ${account}`);
      // The story goes over six years; nobody signs in again in between.
      const token = new SignJWT({ [ROLE_CLAIM]: person.role, [UNIT_CLAIM]: person.unit })
        .setProtectedHeader({ alg: 'RS256' })
        .setSubject(person.id)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime('10y');
      return { access_token: await token.sign(privateKey) };
    },
    async verify(token) {
      const options = { issuer: ISSUER, audience: AUDIENCE, algorithms: ['RS256'] };
      return jwtVerify(token, publicKey, options).then(
        ({ payload }) => payload,
        () => undefined,
      );
    },
  };
}
