// Posts JSON to an address that a setting names, and to nothing behind it: https only, no redirects, no private networks.
import { lookup } from 'node:dns';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { hostOf, isPublicAddress } from '../../runtime/public-network.ts';

export interface PostOptions {
  readonly url: URL;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The receiver stands in the district's own network. */
  readonly allowPrivate: boolean;
  /** PEM of a private authority. */
  readonly certificateAuthority?: string | undefined;
  /** Who knows the addresses of names; the system unless told. */
  readonly resolve?: typeof lookup;
}

export interface PostAnswer {
  readonly status: number;
  readonly body: string;
}

const TIME_LIMIT = 10_000;
const LONGEST_ANSWER = 64 * 1024;

class PrivateAddress extends Error {
  readonly code = 'PRIVATE_ADDRESS';
}

/** Checked at the moment of connecting: a name that changes its address between check and use gains nothing. */
const publicOnly =
  (resolve: typeof lookup): LookupFunction =>
  (hostname, options, done) =>
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      if (!addresses.every(({ address }) => isPublicAddress(address))) return done(new PrivateAddress(), []);
      const [first] = addresses;
      return options.all ? done(null, addresses) : done(null, first?.address ?? '', first?.family ?? 0);
    });

/** Rejects with an error that has a `code`; the answer of a redirect is an answer like any other. */
export function postJson(options: PostOptions): Promise<PostAnswer> {
  const { url, body, headers, allowPrivate, certificateAuthority, resolve = lookup } = options;
  return new Promise((fulfil, reject) => {
    if (url.protocol !== 'https:') return reject(Object.assign(new Error('https only'), { code: 'NOT_HTTPS' }));
    const literal = hostOf(url);
    // A literal address is connected to without a look-up.
    if (!allowPrivate && isIP(literal) && !isPublicAddress(literal)) return reject(new PrivateAddress());
    const outgoing = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      signal: AbortSignal.timeout(TIME_LIMIT),
      ...(!allowPrivate && { lookup: publicOnly(resolve) }),
      ...(certificateAuthority !== undefined && { ca: certificateAuthority }),
    });
    outgoing.once('error', reject);
    outgoing.once('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > LONGEST_ANSWER)
          outgoing.destroy(Object.assign(new Error('too long'), { code: 'ANSWER_TOO_LONG' }));
        else chunks.push(chunk);
      });
      response.once('error', reject);
      response.once('end', () =>
        fulfil({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    outgoing.end(body);
    return undefined;
  });
}

/** The word for what went wrong on the way: ECONNREFUSED, PRIVATE_ADDRESS, ABORT_ERR. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'UNKNOWN';
}
