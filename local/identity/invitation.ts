// A one-time link by which somebody sets the password of an account: the first operator's, and whoever an operator adds.
import { jwtVerify } from 'jose';
import { signToken } from './access-token.ts';
import type { IssuerKeys } from './issuer-keys.ts';
import type { PasswordBook } from './password-book.ts';
import { localKeys } from './verify-token.ts';

/** Not the audience of access tokens: a link opens no API. */
const AUDIENCE = 'jiugai-invitation';
const THREE_DAYS = 3 * 24 * 3600;
export const MINIMUM_PASSWORD = 12;

export interface Invitations {
  issue(account: string): Promise<string>;
  /** The account that the token is for; undefined if it was used, has expired or is not ours. */
  accountOf(token: string): Promise<string | undefined>;
}

export function invitationsOf(issuer: string, keys: IssuerKeys, passwords: PasswordBook): Invitations {
  return {
    issue: (account) =>
      signToken(
        keys,
        { issuer, audience: AUDIENCE, subject: account, seconds: THREE_DAYS },
        // Names the password that stands now: once another is set, the link is used up, and nothing had to be kept.
        { version: passwords.versionOf(account) },
      ),
    async accountOf(token) {
      try {
        const { payload } = await jwtVerify(token, localKeys(keys.published), {
          issuer,
          audience: AUDIENCE,
          algorithms: ['RS256'],
          requiredClaims: ['sub', 'exp'],
        });
        const account = payload.sub ?? '';
        return payload.version === passwords.versionOf(account) ? account : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
