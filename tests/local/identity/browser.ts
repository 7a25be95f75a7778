// Signing in as a browser does it, step by step, and as a rehearsal does it, with one request.
import { createHash, randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { ORIGIN, type ServedIdentity } from './serve-identity.ts';

/** The little of a browser that a sign-in needs: cookies by path, and redirects one at a time. */
export class Browser {
  readonly #cookies = new Map<string, { value: string; path: string }>();

  async open(url: string, form?: Record<string, string>): Promise<Response> {
    const { pathname } = new URL(url);
    const cookie = [...this.#cookies]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const [, path = '/'] = /;\s*path=([^;]+)/i.exec(line) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, { value, path });
      expect(line).toMatch(/httponly/i);
    }
    return response;
  }

  async follow(response: Response): Promise<Response> {
    return this.open(locationOf(response));
  }
}

export const locationOf = (response: Response): string =>
  new URL(response.headers.get('location') ?? '', response.url).href;

interface Authorization {
  readonly browser: Browser;
  readonly verifier: string;
  readonly signInPage: Response;
}

export async function startSignIn(
  { origin }: ServedIdentity,
  changes: Record<string, string> = {},
): Promise<Authorization> {
  const browser = new Browser();
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: 'jiugai-web',
    response_type: 'code',
    redirect_uri: `${ORIGIN}/signed-in`,
    scope: 'openid',
    state: 's',
    nonce: 'n',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  });
  const asked = await browser.open(`${origin}/oidc/auth?${query}`);
  const signInPage = locationOf(asked).includes('/interaction/') ? await browser.follow(asked) : asked;
  return { browser, verifier, signInPage };
}

/** As a page does it: browsers name the origin of the page with every POST. */
export async function exchange({ origin }: ServedIdentity, parameters: Record<string, string>, page = ORIGIN) {
  const response = await fetch(`${origin}/oidc/token`, {
    method: 'POST',
    headers: { origin: page },
    body: new URLSearchParams({ client_id: 'jiugai-web', redirect_uri: `${ORIGIN}/signed-in`, ...parameters }),
  });
  return { status: response.status, body: await response.json() };
}

export async function signIn(served: ServedIdentity, account: string, password: string) {
  const { browser, verifier, signInPage } = await startSignIn(served);
  const submitted = await browser.open(signInPage.url, { account, password });
  const returned = new URL(locationOf(await browser.follow(submitted)));
  return { browser, verifier, code: returned.searchParams.get('code') ?? '', returned };
}

export const demoToken = (origin: string, account: string, password: string) =>
  fetch(`${origin}/oidc/demo-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  });

export const invitation = async ({ origin, identity }: ServedIdentity, account: string) =>
  (await identity.invite(account)).replace(ORIGIN, origin);
