// Makes tokens as the issuer of a running server does, and of every kind that must be turned away.
import { generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { AUDIENCE } from '../../../local/identity/access-token.ts';
import { OIDC_PATH } from '../../../local/identity/create-identity.ts';
import { openIssuerKeys } from '../../../local/identity/issuer-keys.ts';
import type { TestServer } from './running-server.ts';

/** In the words of the page that lists them. */
export const WRONG_TOKENS = {
  none: { zh: '没有凭证', en: 'no token' },
  word: { zh: '不是凭证', en: 'no token but a word' },
  issuer: { zh: '其他签发者', en: 'another issuer' },
  audience: { zh: '发给别的系统', en: 'another audience' },
  expired: { zh: '已过期', en: 'expired' },
  key: { zh: '其他密钥签名', en: 'another key' },
  publicKey: { zh: '以公钥作 HS256 密钥', en: 'the public key as secret of HS256' },
  modulus: { zh: '以模数作 HS256 密钥', en: 'its modulus as secret of HS256' },
  unsigned: { zh: '算法为 none', en: 'algorithm `none`' },
  cut: { zh: '去掉签名', en: 'a signature cut off' },
  swapped: { zh: '签名不变、内容改了', en: 'another body under the same signature' },
  strangeRole: { zh: '没有的岗位', en: 'a role that there is not' },
  system: { zh: '冒充系统', en: 'the role of the system' },
  noUnit: { zh: '没有单位', en: 'no unit' },
  stranger: { zh: '区里没有的人', en: 'nobody that the district knows' },
} as const;

export type WrongToken = keyof typeof WRONG_TOKENS;

/** Whose token is forged: a street unless told. */
export interface Holder {
  readonly role: string;
  readonly unit: string;
}

export interface TokenMint {
  right(about: JWTPayload): Promise<string>;
  /** One of each kind; undefined is no token at all. */
  wrong(holder: Holder): Promise<ReadonlyMap<WrongToken, string | undefined>>;
}

interface Signing {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string;
  readonly key?: CryptoKey | Uint8Array;
  readonly alg?: string;
  readonly sub?: string;
}

export async function openTokenMint({ folder, origin }: Pick<TestServer, 'folder' | 'origin'>): Promise<TokenMint> {
  const keys = await openIssuerKeys(folder, () => {
    throw new Error('the server has made its keys');
  });
  const own = await importJWK(keys.signing, 'RS256');
  const another = await generateKeyPair('RS256');
  const issuer = `${origin}${OIDC_PATH}`;

  const sign = (about: JWTPayload, signing: Signing = {}): Promise<string> =>
    new SignJWT(about)
      .setProtectedHeader({ alg: signing.alg ?? 'RS256', kid: keys.signing.kid, typ: 'at+jwt' })
      .setIssuer(signing.issuer ?? issuer)
      .setAudience(signing.audience ?? AUDIENCE)
      .setSubject(signing.sub ?? 'p-1')
      .setIssuedAt('10 minutes ago')
      .setExpirationTime(signing.expires ?? '2 hours')
      .sign(signing.key ?? own);
  const bytes = (text: string) => new TextEncoder().encode(text);

  return {
    right: (about) => sign(about),
    async wrong({ role, unit }) {
      const claims = { role, unit };
      const [head = '', body = '', signature = ''] = (await sign(claims)).split('.');
      const office = { ...JSON.parse(Buffer.from(body, 'base64url').toString('utf8')), role: 'RENOVATION_OFFICE' };
      const tokens: Record<WrongToken, string | undefined> = {
        none: undefined,
        word: 'x',
        issuer: await sign(claims, { issuer: 'https://issuer.example' }),
        audience: await sign(claims, { audience: 'another' }),
        expired: await sign(claims, { expires: '1 minute ago' }),
        key: await sign(claims, { key: another.privateKey }),
        publicKey: await sign(claims, { alg: 'HS256', key: bytes(JSON.stringify(keys.published.keys[0])) }),
        modulus: await sign(claims, { alg: 'HS256', key: bytes(String(keys.signing.n)) }),
        unsigned: new UnsecuredJWT(claims).setIssuer(issuer).setAudience(AUDIENCE).setSubject('p-1').encode(),
        cut: `${head}.${body}.`,
        swapped: `${head}.${Buffer.from(JSON.stringify(office)).toString('base64url')}.${signature}`,
        strangeRole: await sign({ role: 'MAYOR', unit }),
        system: await sign({ role: 'SYSTEM', unit: 'SYSTEM' }),
        noUnit: await sign({ role }),
        stranger: await sign({}, { sub: 'nobody' }),
      };
      // The keys of the object above are the kinds.
      return new Map(Object.entries(tokens) as [WrongToken, string | undefined][]);
    },
  };
}
