// Tokens that must not open anything, each for its own reason.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, exportSPKI, type JSONWebKeySet, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { localKeys, remoteKeys, tokenVerifier } from '../../../local/identity/verify-token.ts';

const ISSUER = 'http://localhost:8080/oidc';
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
let verify: ReturnType<typeof tokenVerifier>;
let keySet: JSONWebKeySet;

beforeAll(async () => {
  keySet = { keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] };
  verify = tokenVerifier({ issuer: ISSUER, audience: 'jiugai', keys: localKeys(keySet) });
});

interface Token {
  readonly alg: string;
  readonly kid: string;
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string | undefined;
  readonly expires: string | undefined;
  readonly notBefore: string;
  readonly key: KeyObject | Uint8Array;
}

function sign(changes: Partial<Token> = {}): Promise<string> {
  const token: Token = {
    alg: 'RS256',
    kid: 'k1',
    issuer: ISSUER,
    audience: 'jiugai',
    subject: 'p-1',
    expires: '1 h',
    notBefore: '0 s',
    key: ours.privateKey,
    ...changes,
  };
  const jwt = new SignJWT({ role: 'STREET', unit: '330302001' })
    .setProtectedHeader({ alg: token.alg, kid: token.kid })
    .setIssuer(token.issuer)
    .setAudience(token.audience)
    .setNotBefore(token.notBefore);
  if (token.subject !== undefined) jwt.setSubject(token.subject);
  if (token.expires !== undefined) jwt.setExpirationTime(token.expires);
  return jwt.sign(token.key);
}

const code = async (token: string) => {
  const outcome = await verify(token);
  return outcome.ok ? 'OK' : outcome.refusal.code;
};

describe('tokenVerifier', () => {
  it('takes a token of the issuer, and hands on its claims', async () => {
    expect(await verify(await sign())).toMatchObject({
      ok: true,
      value: { sub: 'p-1', role: 'STREET', unit: '330302001' },
    });
  });

  it.each<[string, Partial<Token>]>([
    ['another issuer', { issuer: 'http://localhost:8080/' }],
    ['another audience', { audience: 'jiugai-web' }],
    ['another key under the same name', { key: theirs.privateKey }],
    ['a key that nobody published', { key: theirs.privateKey, kid: 'k2' }],
    ['an hour that is over', { expires: '-6 s' }],
    ['a time that has not come', { notBefore: '1 h' }],
    ['no end', { expires: undefined }],
    ['no subject', { subject: undefined }],
    ['another algorithm of the same key', { alg: 'RS512' }],
  ])('refuses a token with %s', async (_, changes) => {
    expect(await code(await sign(changes))).toBe('UNAUTHENTICATED');
  });

  it('lets clocks differ by less than five seconds', async () => {
    expect(await code(await sign({ expires: '-1 s' }))).toBe('OK');
  });

  it('refuses a token signed with the public key as a shared secret', async () => {
    const secret = new TextEncoder().encode(await exportSPKI(ours.publicKey));
    expect(await code(await sign({ alg: 'HS256', key: secret }))).toBe('UNAUTHENTICATED');
  });

  it('refuses a token that nobody signed', async () => {
    const unsigned = new UnsecuredJWT({ role: 'STREET' })
      .setIssuer(ISSUER)
      .setAudience('jiugai')
      .setSubject('p-1')
      .setExpirationTime('1 h')
      .encode();
    expect(await code(unsigned)).toBe('UNAUTHENTICATED');
  });

  it('refuses a token whose claims were changed', async () => {
    const [head, , signature] = (await sign()).split('.');
    const claims = { iss: ISSUER, aud: 'jiugai', sub: 'p-1', role: 'AUDIT', exp: 9_999_999_999 };
    const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
    expect(await code(`${head}.${forged}.${signature}`)).toBe('UNAUTHENTICATED');
  });

  it.each(['', 'x', 'a.b.c', 'e30.e30.'])('refuses %j', async (text) => {
    expect(await code(text)).toBe('UNAUTHENTICATED');
  });

  it('asks an issuer elsewhere for its keys, and says so if it does not answer', async () => {
    let status = 500;
    const issuer = createServer((_, response) => {
      response.writeHead(status).end(JSON.stringify(keySet));
    });
    const port = await new Promise<number>((resolve) => {
      issuer.listen(0, '127.0.0.1', () => {
        const address = issuer.address();
        if (typeof address === 'object' && address) resolve(address.port);
      });
    });
    const address = new URL(`http://127.0.0.1:${port}/jwks`);
    const verifyRemote = tokenVerifier({ issuer: ISSUER, audience: 'jiugai', keys: remoteKeys(address) });
    try {
      await expect(verifyRemote(await sign())).rejects.toMatchObject({ name: 'UNAVAILABLE' });
      status = 200;
      expect(await verifyRemote(await sign())).toMatchObject({ ok: true });
    } finally {
      issuer.close();
      issuer.closeAllConnections();
    }
  });
});
