// The first operator comes in by a link, and what is kept of keys and passwords outlives a restart.
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { Browser, demoToken, exchange, invitation, signIn, startSignIn } from './browser.ts';
import { newFolder, type ServedIdentity, serveIdentity, whoIs } from './serve-identity.ts';

const OPERATOR = [{ role: 'OPERATOR', unit: 'OPERATOR' }] as const;

describe('somebody with an account of the installation', () => {
  it('sets a password by a link that works once, signs in with it, and is nobody without a grant: the first operator', async () => {
    const served = await serveIdentity(await newFolder(), []);
    served.ports.people.set('operator-1', { id: 'operator-1', posts: OPERATOR, name: '管理员' });
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
    expect(decodeJwt(body.id_token)).toMatchObject({ name: '管理员' });
    expect(decodeJwt(body.id_token)).not.toHaveProperty('role');

    served.ports.people.set('operator-1', {
      id: 'operator-1',
      posts: [{ role: 'AUDIT', unit: 'AUDIT' }],
      name: '管理员',
    });
    expect(await (await whoIs(served.origin, body.access_token)).json()).toMatchObject({ role: 'AUDIT' });
    served.ports.people.delete('operator-1');
    expect((await whoIs(served.origin, body.access_token)).status).toBe(401);
    const refreshed = await exchange(served, { grant_type: 'refresh_token', refresh_token: body.refresh_token });
    expect(refreshed.status).toBe(400);
  });

  it('is told that the account holds no post, once the password is known to be right', async () => {
    const served = await serveIdentity(await newFolder(), []);
    const password = 'a long enough one';
    await new Browser().open(await invitation(served, 'clerk-1'), { password, again: password });
    const { browser, signInPage } = await startSignIn(served);
    const attempt = async (guess: string) => {
      const response = await browser.open(signInPage.url, { account: 'clerk-1', password: guess });
      const [, message] = /role="alert"[^>]*>([^<]*)/.exec(await response.text()) ?? [];
      return `${response.status} ${message}`;
    };
    expect(await attempt('guess')).toMatch(/^422 账号或密码不正确/);
    expect(await attempt(password)).toMatch(/^422 账号有效，但现在没有岗位.*holds no post now: ask the operator/);
  });

  it('signs in once with several posts, by a token that names none of them', async () => {
    const served = await serveIdentity(await newFolder(), []);
    const posts = [
      { role: 'STREET', unit: '330302001' },
      { role: 'FINANCE', unit: 'FINANCE' },
    ] as const;
    served.ports.people.set('clerk-1', { id: 'clerk-1', posts, name: '王经办' });
    const password = 'a long enough one';
    await new Browser().open(await invitation(served, 'clerk-1'), { password, again: password });
    const { code, verifier } = await signIn(served, 'clerk-1', password);
    const { body } = await exchange(served, { grant_type: 'authorization_code', code, code_verifier: verifier });
    for (const token of [body.access_token, body.id_token]) expect(decodeJwt(token)).not.toHaveProperty('role');
    expect((await whoIs(served.origin, body.access_token)).status).toBe(403);
    const under = await whoIs(served.origin, body.access_token, 'FINANCE/FINANCE');
    expect(await under.json()).toEqual({ id: 'clerk-1', role: 'FINANCE', unit: 'FINANCE' });
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
    first.ports.people.set('operator-1', { id: 'operator-1', posts: OPERATOR, name: '管理员' });
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
    second.ports.people.set('operator-1', { id: 'operator-1', posts: OPERATOR, name: '管理员' });
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
