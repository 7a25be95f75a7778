// Signing in as a browser does it, page by page, and as a rehearsal does it, with one request.
import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { demoToken, exchange, locationOf, signIn, startSignIn } from './browser.ts';
import { newFolder, ORIGIN, serveIdentity, whoIs } from './serve-identity.ts';

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
