// Who is who on one machine: an OpenID issuer under /oidc on the same origin, with its sign-in, its keys and its tokens.
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors } from 'oidc-provider';
import type { Directory } from '../../domain/ports.ts';
import { type Log, writeLogLine } from '../../functions/runtime/log.ts';
import type { Route } from '../../functions/runtime/route.ts';
import type { VerifyToken } from '../http/create-http-server.ts';
import type { PageHandler } from '../http/page-table.ts';
import { readBody } from '../http/read-body.ts';
import { TokenBuckets } from '../http/token-buckets.ts';
import { AUDIENCE } from './access-token.ts';
import { accountsOf, type DemoAccount } from './accounts.ts';
import { demoTokenRoute } from './demo-token.ts';
import { invitationsOf, MINIMUM_PASSWORD } from './invitation.ts';
import { invitePersonRoute } from './invite-person.ts';
import { openIssuerKeys } from './issuer-keys.ts';
import { invitationPage, messagePage, pagePolicy, signInPage } from './pages.ts';
import { openPasswordBook } from './password-book.ts';
import { createProvider } from './provider.ts';
import { localKeys, tokenVerifier } from './verify-token.ts';

/** Where the issuer is mounted. */
export const OIDC_PATH = '/oidc';

export interface IdentityOptions {
  /** `http://localhost:8080`; the issuer is this and /oidc. */
  readonly origin: string;
  /** Further origins that people open the pages under. */
  readonly otherOrigins?: readonly string[];
  /** The data folder. */
  readonly folder: string;
  readonly directory: Pick<Directory, 'find'>;
  /** Empty: demo is off. */
  readonly demoAccounts: readonly DemoAccount[];
  /** Milliseconds that always move on. */
  readonly now: () => number;
  readonly log?: Log;
}

export interface Identity {
  readonly issuer: string;
  /** To be served under OIDC_PATH. */
  readonly handle: PageHandler;
  readonly verifyToken: VerifyToken;
  /** `POST /oidc/demo-token`; only while there are demo accounts. */
  readonly demoToken: Route | undefined;
  /** `POST /api/invitations`. */
  readonly invitePerson: Route;
  /** A one-time link, good for three days, by which the person with this id sets a password. */
  invite(account: string): Promise<string>;
}

/** Five wrong passwords at once for an account, then one in half a minute; an office behind one address has more. */
const ACCOUNT_ATTEMPTS = { capacity: 5, perSecond: 1 / 30 };
const ADDRESS_ATTEMPTS = { capacity: 30, perSecond: 1 / 2 };
const FORM_TIMEOUT = 15_000;

export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { origin, otherOrigins = [], folder, directory, demoAccounts, now, log = writeLogLine } = options;
  const issuer = origin + OIDC_PATH;
  const returnOrigins = [origin, ...otherOrigins];
  const keys = await openIssuerKeys(folder, () => randomBytes(32).toString('base64url'));
  const passwords = await openPasswordBook(folder);
  const invitations = invitationsOf(issuer, keys, passwords);
  const accounts = accountsOf(demoAccounts, directory, passwords, {
    byAccount: new TokenBuckets(ACCOUNT_ATTEMPTS, now),
    byAddress: new TokenBuckets(ADDRESS_ATTEMPTS, now),
  });
  const provider = createProvider({
    issuer,
    keys,
    accounts,
    returnOrigins,
    interactionUrl: (uid) => `${OIDC_PATH}/interaction/${uid}`,
    log,
  });
  const callback = provider.callback();
  const policy = pagePolicy(returnOrigins);

  async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { uid } = await provider.interactionDetails(request, response);
    const action = `${OIDC_PATH}/interaction/${uid}`;
    if (request.method !== 'POST') return sendPage(response, 200, signInPage({ action, demoAccounts }));
    const form = await readForm(request);
    const account = form.get('account')?.slice(0, 100) ?? '';
    const password = form.get('password')?.slice(0, 200) ?? '';
    const signedIn = await accounts.signIn(account, password, request.socket.remoteAddress ?? '');
    switch (signedIn.result) {
      case 'SIGNED_IN': {
        const result = { login: { accountId: signedIn.person.id } };
        return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
      }
      case 'WRONG': {
        const message = '账号或密码不正确。 Wrong account or password.';
        return sendPage(response, 422, signInPage({ action, demoAccounts, account, message }));
      }
      case 'NO_POST': {
        const message =
          '账号有效，但现在没有岗位（没有授予，或已撤销、到期）。请找系统管理员登记。 The account is valid but holds no post now: ask the operator.';
        return sendPage(response, 422, signInPage({ action, demoAccounts, account, message }));
      }
      case 'TOO_MANY': {
        const { seconds } = signedIn;
        const message = `登录失败次数过多，请 ${seconds} 秒后再试。 Too many failed sign-ins: try again in ${seconds} s.`;
        return sendPage(response, 429, signInPage({ action, demoAccounts, account, message }));
      }
    }
  }

  async function acceptInvitation(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
    const account = await invitations.accountOf(token);
    if (account === undefined) {
      return sendPage(response, 404, messagePage('链接已失效或已使用', 'This link has expired or was used'));
    }
    const action = `${OIDC_PATH}/invitation/${token}`;
    if (request.method !== 'POST') return sendPage(response, 200, invitationPage({ action, account }));
    const form = await readForm(request);
    const password = form.get('password') ?? '';
    if (password.length < MINIMUM_PASSWORD || password.length > 200 || password !== form.get('again')) {
      const message = '密码至少 12 个字符，且两次须一致。 At least 12 characters, the same twice.';
      return sendPage(response, 422, invitationPage({ action, account, message }));
    }
    await passwords.set(account, password);
    return sendPage(response, 200, messagePage('密码已设置，请登录', 'Your password is set: sign in'));
  }

  const invite = async (account: string) => `${origin}${OIDC_PATH}/invitation/${await invitations.issue(account)}`;

  return {
    issuer,
    invite,
    invitePerson: invitePersonRoute(invite),
    verifyToken: tokenVerifier({ issuer, audience: AUDIENCE, keys: localKeys(keys.published) }),
    demoToken: demoAccounts.length > 0 ? demoTokenRoute(issuer, keys, accounts) : undefined,
    async handle(request, response, url) {
      response.setHeader('content-security-policy', policy);
      response.setHeader('cache-control', 'no-store');
      const [, kind, rest] = /^\/oidc\/(interaction|invitation)\/([\w.-]+)$/.exec(url.pathname) ?? [];
      if (kind === 'invitation' && rest !== undefined) return acceptInvitation(request, response, rest);
      if (kind === 'interaction') {
        try {
          return await signIn(request, response);
        } catch (error) {
          if (!(error instanceof errors.SessionNotFound)) throw error;
          return sendPage(
            response,
            400,
            messagePage('登录页面已过期，请返回首页重试', 'This page has expired: start again'),
          );
        }
      }
      // The provider finds its own mount point by comparing the two.
      Object.assign(request, { originalUrl: request.url, url: request.url?.slice(OIDC_PATH.length) || '/' });
      return callback(request, response);
    },
  };
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const body = await readBody(request, FORM_TIMEOUT);
  return new URLSearchParams(body.ok ? body.value.toString('utf8') : '');
}

function sendPage(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}
