// Bearer tokens of any OIDC issuer: RS256 and nothing else, for us, from the issuer that was configured, not yet over.
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { Fault, granted, refused } from '../../domain/errors.ts';
import type { VerifyToken } from '../http/create-http-server.ts';

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

/** Seconds that the clocks of issuer and server may differ. */
const CLOCK_TOLERANCE = 5;

/**
 * Expiry is checked against real time, also where the business clock is virtual: a token is lent by the hour of the
 * person who signed in, and a rehearsal that jumps a year ahead (or starts in 2020) must neither lock everybody out nor
 * make old tokens good again.
 */
export function tokenVerifier({ issuer, audience, keys }: TokenRules): VerifyToken {
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        // Named, because a token must not choose: `none`, or HS256 with the public key as its secret.
        algorithms: ['RS256'],
        clockTolerance: CLOCK_TOLERANCE,
        requiredClaims: ['sub', 'exp'],
      });
      return granted(payload);
    } catch (error) {
      if (!isAboutTheToken(error)) throw new Fault('UNAVAILABLE', 'keys of the issuer', { cause: error });
      return refused('UNAUTHENTICATED', {
        zh: '登录凭证无效或已过期，请重新登录。',
        en: 'The token is not valid or has expired: sign in again.',
      });
    }
  };
}

/** Keys known beforehand: those of the local issuer, without asking it over HTTP. */
export const localKeys = (publicKeys: JSONWebKeySet): JWTVerifyGetKey => createLocalJWKSet(publicKeys);

/** Keys that an issuer elsewhere publishes; fetched when needed, kept for ten minutes. */
export const remoteKeys = (address: URL): JWTVerifyGetKey => createRemoteJWKSet(address);

/** Anything else (no answer, not a key set) is wrong with the issuer, and trying again may help. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWTExpired ||
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  );
}
