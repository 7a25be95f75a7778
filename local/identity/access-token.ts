// Access tokens of the local issuer: what they say about a person, and how the two that are not asked for in a browser
// (demo token, invitation) are signed.
import { importJWK, type JWTPayload, SignJWT } from 'jose';
import type { Post } from '../../domain/directory/post.ts';
import type { IssuerKeys } from './issuer-keys.ts';

/** Audience of every access token. */
export const AUDIENCE = 'jiugai';
export const ACCESS_TOKEN_SECONDS = 3600;

/** The name stays out: access tokens pass through logs and proxies that never need it. */
export const claimsAbout = ({ role, unit }: Post) => ({ role, unit });

export interface Signing {
  readonly issuer: string;
  readonly audience: string;
  readonly subject: string;
  readonly seconds: number;
}

/** A signed token that lasts `seconds` of real time, whatever the business clock says. */
export async function signToken(keys: IssuerKeys, signing: Signing, claims: JWTPayload): Promise<string> {
  const { kid } = keys.signing;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid, typ: 'at+jwt' })
    .setIssuer(signing.issuer)
    .setAudience(signing.audience)
    .setSubject(signing.subject)
    .setIssuedAt()
    .setExpirationTime(`${signing.seconds} s`)
    .sign(await importJWK(keys.signing, 'RS256'));
}
