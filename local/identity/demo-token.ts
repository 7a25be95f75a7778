// Signing in without a browser, for rehearsals and tests: `POST /oidc/demo-token {account, password}`. It exists only
// while demo accounts are on; real people sign in on the page.
import * as z from 'zod';
import { granted, refused } from '../../domain/errors.ts';
import { type Route, route } from '../../functions/runtime/route.ts';
import { ACCESS_TOKEN_SECONDS, AUDIENCE, claimsAbout, signToken } from './access-token.ts';
import type { Accounts } from './accounts.ts';
import type { IssuerKeys } from './issuer-keys.ts';

export function demoTokenRoute(issuer: string, keys: IssuerKeys, accounts: Accounts): Route {
  return route({
    name: 'issueDemoToken',
    summary: { zh: '演示账号登录（仅演示模式）', en: 'Sign in with a demo account (demo districts only)' },
    method: 'POST',
    path: '/oidc/demo-token',
    access: 'PUBLIC',
    secret: true,
    input: { body: z.object({ account: z.string().min(1).max(100), password: z.string().min(1).max(200) }) },
    output: z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() }),
    handle: async ({ body: { account, password }, sourceIp }) => {
      // Accounts of real people never get a token here, even where a demo district lives on with some of them.
      const signIn = accounts.isDemo(account) ? await accounts.signIn(account, password, sourceIp) : WRONG;
      switch (signIn.result) {
        case 'TOO_MANY':
          return refused('RATE_LIMITED', {
            zh: `登录失败次数过多，请 ${signIn.seconds} 秒后再试。`,
            en: `Too many failed sign-ins: try again in ${signIn.seconds} s.`,
          });
        case 'WRONG':
        case 'NO_POST':
          return refused('UNAUTHENTICATED', { zh: '账号或密码不正确。', en: 'Wrong account or password.' });
        case 'SIGNED_IN': {
          const post = accounts.namedPost(signIn.person.id);
          const signing = { issuer, audience: AUDIENCE, subject: signIn.person.id, seconds: ACCESS_TOKEN_SECONDS };
          const token = await signToken(keys, signing, post ? claimsAbout(post) : {});
          return granted({ access_token: token, token_type: 'Bearer' as const, expires_in: ACCESS_TOKEN_SECONDS });
        }
      }
    },
  });
}

const WRONG = { result: 'WRONG' } as const;
