// Posts JSON to an address that a setting names, and to nothing behind it: https only, no redirects, no private networks.
import { lookup } from 'node:dns';
import { request } from 'node:https';
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net';

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

/** Addresses that are not of the public Internet (IANA special-purpose registries, RFC 6890). */
const NOT_PUBLIC = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv4');
}
/** Of IPv6 only 2000::/3 is public; of that, 6to4 and Teredo carry an IPv4 address that may be anything. */
const PUBLIC_V6 = new BlockList();
PUBLIC_V6.addSubnet('2000::', 3, 'ipv6');
const TUNNELS = new BlockList();
TUNNELS.addSubnet('2001::', 32, 'ipv6');
TUNNELS.addSubnet('2002::', 16, 'ipv6');

export function isPublicAddress(address: string): boolean {
  if (!isIPv6(address)) return !NOT_PUBLIC.check(address, 'ipv4');
  return PUBLIC_V6.check(address, 'ipv6') && !TUNNELS.check(address, 'ipv6');
}

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
    const literal = url.hostname.replace(/^\[|\]$/g, '');
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
