// Signing in as a browser does it, page by page, and as a rehearsal does it, with one request.
import { createHash, randomBytes } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { newFolder, ORIGIN, type ServedIdentity, serveIdentity, whoIs } from './serve-identity.ts';

/** The little of a browser that a sign-in needs: cookies by path, and redirects one at a time. */
class Browser {
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

const locationOf = (response: Response): string => new URL(response.headers.get('location') ?? '', response.url).href;

interface Authorization {
  readonly browser: Browser;
  readonly verifier: string;
  readonly signInPage: Response;
}

async function startSignIn({ origin }: ServedIdentity, changes: Record<string, string> = {}): Promise<Authorization> {
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
async function exchange({ origin }: ServedIdentity, parameters: Record<string, string>, page = ORIGIN) {
  const response = await fetch(`${origin}/oidc/token`, {
    method: 'POST',
    headers: { origin: page },
    body: new URLSearchParams({ client_id: 'jiugai-web', redirect_uri: `${ORIGIN}/signed-in`, ...parameters }),
  });
  return { status: response.status, body: await response.json() };
}

async function signIn(served: ServedIdentity, account: string, password: string) {
  const { browser, verifier, signInPage } = await startSignIn(served);
  const submitted = await browser.open(signInPage.url, { account, password });
  const returned = new URL(locationOf(await browser.follow(submitted)));
  return { browser, verifier, code: returned.searchParams.get('code') ?? '', returned };
}

const demoToken = (origin: string, account: string, password: string) =>
  fetch(`${origin}/oidc/demo-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  });

const invitation = async ({ origin, identity }: ServedIdentity, account: string) =>
  (await identity.invite(account)).replace(ORIGIN, origin);

describe('signing in with a browser', () => {
  it('leads through the page to an access token that the API takes', async () => {
    const served = await serveIdentity(await newFolder());
    const { code, verifier, returned } = await signIn(served, 'street-1', 'demo-street-1');
    expect(returned.origin + returned.pathname).toBe(`${ORIGIN}/signed-in`);
    const { status, body } = await exchange(served, {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
    });
    expect(status).toBe(200);
    const claims = decodeJwt(body.access_token);
    expect(claims).toMatchObject({
      iss: served.identity.issuer,
      aud: 'jiugai',
      sub: 'street-1',
      role: 'STREET',
      unit: '330302001',
    });
    expect(claims).not.toHaveProperty('name');
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
    expect(decodeJwt(body.id_token)).toMatchObject({ aud: 'jiugai-web', name: '五马街道', role: 'STREET', nonce: 'n' });
    expect(await (await whoIs(served.origin, body.access_token)).json()).toEqual({
      id: 'street-1',
      role: 'STREET',
      unit: '330302001',
    });
    expect((await whoIs(served.origin, body.id_token)).status).toBe(401);

    const refreshed = await exchange(served, { grant_type: 'refresh_token', refresh_token: body.refresh_token });
    expect(decodeJwt(refreshed.body.access_token)).toMatchObject({ aud: 'jiugai', sub: 'street-1', role: 'STREET' });
  });

  it('gives nothing to a page of another origin', async () => {
    const served = await serveIdentity(await newFolder());
    const { code, verifier } = await signIn(served, 'street-1', 'demo-street-1');
    const proof = { grant_type: 'authorization_code', code, code_verifier: verifier };
    expect((await exchange(served, proof, 'https://elsewhere.example')).status).toBe(400);
  });

  it('gives nothing for a code without the secret that it was asked with', async () => {
    const served = await serveIdentity(await newFolder());
    const { code } = await signIn(served, 'street-1', 'demo-street-1');
    const { status } = await exchange(served, {
      grant_type: 'authorization_code',
      code,
      code_verifier: randomBytes(32).toString('base64url'),
    });
    expect(status).toBe(400);
  });

  it.each([
    ['an address that was never registered', { redirect_uri: 'https://elsewhere.example/' }, /^400 /],
    ['no PKCE', { code_challenge: '', code_challenge_method: '' }, /^303 .*error=invalid_request/],
    ['a token straight from the address bar', { response_type: 'token' }, /^303 .*error=unsupported_response_type/],
  ])('refuses to begin with %s', async (_, changes, answer) => {
    const { signInPage } = await startSignIn(await serveIdentity(await newFolder()), changes);
    expect(`${signInPage.status} ${locationOf(signInPage)}`).toMatch(answer);
  });

  it('shows a page without scripts, with the demo accounts, and nothing unescaped', async () => {
    const { signInPage } = await startSignIn(await serveIdentity(await newFolder()));
    const page = await signInPage.text();
    expect(page).toContain('lang="zh-CN"');
    expect(page).toContain('demo-street-1');
    expect(page).toContain('审计 &lt;b&gt;');
    expect(page).not.toMatch(/<script|<b>|onclick/);
    const policy = signInPage.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    const [, style = ''] = /<style>([^<]*)<\/style>/.exec(page) ?? [];
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });

  it('says that account or password is wrong, never which, and then to wait', async () => {
    const served = await serveIdentity(await newFolder());
    const { browser, signInPage } = await startSignIn(served);
    const attempt = async (account: string) => {
      const response = await browser.open(signInPage.url, { account, password: 'guess' });
      const [, message] = /role="alert"[^>]*>([^<]*)/.exec(await response.text()) ?? [];
      return `${response.status} ${message}`;
    };
    const wrong = await attempt('street-1');
    expect(wrong).toMatch(/^422 账号或密码不正确/);
    expect(await attempt('nobody')).toBe(wrong);
    for (let count = 1; count < 5; count++) await attempt('street-1');
    expect(await attempt('street-1')).toMatch(/^429 .*30 秒/);
    served.passSeconds(30);
    expect(await attempt('street-1')).toBe(wrong);
  });

  it('says that the page has expired when nobody is signing in', async () => {
    const { origin } = await serveIdentity(await newFolder());
    const response = await fetch(`${origin}/oidc/interaction/nothing`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('登录页面已过期');
  });

  it('signs out', async () => {
    const served = await serveIdentity(await newFolder());
    const { browser } = await signIn(served, 'street-1', 'demo-street-1');
    const asked = await browser.open(`${served.origin}/oidc/session/end?client_id=jiugai-web`);
    const page = await asked.text();
    const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
    const done = await browser.open(action, { xsrf, logout: 'yes' });
    expect(await (await browser.follow(done)).text()).toContain('已退出登录');
    const again = await browser.open(
      `${served.origin}/oidc/auth?${new URLSearchParams({
        client_id: 'jiugai-web',
        response_type: 'code',
        redirect_uri: `${ORIGIN}/signed-in`,
        scope: 'openid',
        code_challenge: createHash('sha256').update('x').digest('base64url'),
        code_challenge_method: 'S256',
      })}`,
    );
    expect(locationOf(again)).toContain('/oidc/interaction/');
  });
});

describe('signing in without a browser', () => {
  it('gives a token with the same claims for an hour', async () => {
    const { origin, identity } = await serveIdentity(await newFolder());
    const body = await (await demoToken(origin, 'audit', 'demo-audit')).json();
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    const claims = decodeJwt(body.access_token);
    expect(claims).toMatchObject({ iss: identity.issuer, aud: 'jiugai', sub: 'audit', role: 'AUDIT', unit: 'AUDIT' });
    expect((await whoIs(origin, body.access_token)).status).toBe(200);
  });

  it('refuses a wrong password, and then any, for a while', async () => {
    const { origin } = await serveIdentity(await newFolder());
    for (let count = 0; count < 5; count++) expect((await demoToken(origin, 'audit', 'guess')).status).toBe(401);
    expect((await demoToken(origin, 'audit', 'demo-audit')).status).toBe(429);
    expect((await demoToken(origin, 'street-1', 'demo-street-1')).status).toBe(200);
  });

  it('is not there when demo is off', async () => {
    const { origin } = await serveIdentity(await newFolder(), []);
    expect((await demoToken(origin, 'audit', 'demo-audit')).status).toBe(404);
  });
});

describe('the first operator', () => {
  it('sets a password by a link that works once, signs in with it, and is nobody without a grant', async () => {
    const served = await serveIdentity(await newFolder(), []);
    served.ports.people.set('operator-1', { id: 'operator-1', role: 'OPERATOR', unit: 'OPERATOR', name: '管理员' });
    const link = await invitation(served, 'operator-1');
    const browser = new Browser();
    expect(await (await browser.open(link)).text()).toContain('operator-1');
    expect((await browser.open(link, { password: 'short', again: 'short' })).status).toBe(422);
    const password = 'a long enough one';
    expect((await browser.open(link, { password, again: `${password}!` })).status).toBe(422);
    expect((await browser.open(link, { password, again: password })).status).toBe(200);
    expect((await browser.open(link, { password: 'somebody else’s', again: 'somebody else’s' })).status).toBe(404);

    const { code, verifier } = await signIn(served, 'operator-1', password);
    const { body } = await exchange(served, { grant_type: 'authorization_code', code, code_verifier: verifier });
    expect(await (await whoIs(served.origin, body.access_token)).json()).toMatchObject({ role: 'OPERATOR' });
    expect(decodeJwt(body.id_token)).toMatchObject({ name: '管理员', role: 'OPERATOR' });

    served.ports.people.set('operator-1', { id: 'operator-1', role: 'AUDIT', unit: 'AUDIT', name: '管理员' });
    expect(await (await whoIs(served.origin, body.access_token)).json()).toMatchObject({ role: 'AUDIT' });
    served.ports.people.delete('operator-1');
    expect((await whoIs(served.origin, body.access_token)).status).toBe(401);
    const refreshed = await exchange(served, { grant_type: 'refresh_token', refresh_token: body.refresh_token });
    expect(refreshed.status).toBe(400);
  });

  it('is asked for nothing by a token that is no invitation', async () => {
    const { origin } = await serveIdentity(await newFolder());
    const { access_token } = await (await demoToken(origin, 'audit', 'demo-audit')).json();
    expect((await fetch(`${origin}/oidc/invitation/${access_token}`)).status).toBe(404);
  });
});

describe('what is kept', () => {
  it('keeps keys and passwords for its owner only, and knows both after a restart', async () => {
    const folder = await newFolder();
    const first = await serveIdentity(folder);
    first.ports.people.set('operator-1', { id: 'operator-1', role: 'OPERATOR', unit: 'OPERATOR', name: '管理员' });
    const password = 'a long enough one';
    await new Browser().open(await invitation(first, 'operator-1'), { password, again: password });
    const { access_token } = await (await demoToken(first.origin, 'audit', 'demo-audit')).json();
    await first.server.close();

    for (const file of ['issuer.json', 'passwords.json']) {
      const { mode } = await stat(join(folder, 'keys', file));
      expect(mode & 0o077).toBe(0);
    }
    expect(await readFile(join(folder, 'keys', 'passwords.json'), 'utf8')).not.toContain(password);

    const second = await serveIdentity(folder);
    second.ports.people.set('operator-1', { id: 'operator-1', role: 'OPERATOR', unit: 'OPERATOR', name: '管理员' });
    expect((await signIn(second, 'operator-1', password)).code).not.toBe('');
    const jwks = async (at: ServedIdentity) => (await fetch(`${at.origin}/oidc/jwks`)).json();
    const [key] = (await jwks(second)).keys;
    expect(JSON.parse(Buffer.from(access_token.split('.')[0], 'base64url').toString()).kid).toBe(key.kid);
    expect(key).not.toHaveProperty('d');
  });

  it('does not start on damaged keys, and does not print them', async () => {
    const folder = await newFolder();
    const { server } = await serveIdentity(folder);
    await server.close();
    const path = join(folder, 'keys', 'issuer.json');
    const kept = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...kept, signing: { ...kept.signing, d: 7 } }));
    await expect(serveIdentity(folder)).rejects.toMatchObject({ name: 'CORRUPT' });
  });
});
