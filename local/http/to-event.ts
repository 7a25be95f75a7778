// A Node request as the HTTP API event that Lambda would have got, and the answer back on the wire.
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Claims, HttpAnswer, HttpEvent } from '../../functions/runtime/http-event.ts';
import { type Asker, languageOf } from '../../functions/runtime/problems.ts';
import type { Route } from '../../functions/runtime/route.ts';

/** What is known of a request before it is looked at. */
export interface Arrival extends Asker {
  readonly sourceIp: string;
  readonly url: URL;
}

export function arrivalOf(request: IncomingMessage, requestId: string): Arrival {
  const target = request.url ?? '/';
  return {
    requestId,
    language: languageOf(request.headers['accept-language']),
    // No forwarded address is believed: anybody can write one.
    sourceIp: request.socket.remoteAddress ?? '',
    // `//x` would be read as another host, and what is no URL at all belongs to no route.
    url: URL.parse(`http://local${target.startsWith('/') ? target : '/'}`) ?? new URL('http://local/'),
  };
}

export function toEvent(
  request: IncomingMessage,
  { requestId, sourceIp, url }: Arrival,
  { method, path }: Pick<Route, 'method' | 'path'>,
  pathParameters: Readonly<Record<string, string>>,
  claims: Claims | undefined,
  body: Buffer | undefined,
): HttpEvent {
  return {
    routeKey: `${method} ${path}`,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: headersOf(request),
    queryStringParameters: queryOf(url),
    pathParameters,
    ...encodedBody(body),
    requestContext: {
      requestId,
      http: { method, path: url.pathname, sourceIp },
      ...(claims && { authorizer: { jwt: { claims } } }),
    },
  };
}

const headersOf = ({ headersDistinct }: IncomingMessage): HttpEvent['headers'] =>
  Object.fromEntries(Object.entries(headersDistinct).map(([name, values]) => [name, values?.join(',')]));

const queryOf = ({ searchParams }: URL): Record<string, string> =>
  Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name).join(',')]));

function encodedBody(body: Buffer | undefined): Pick<HttpEvent, 'body' | 'isBase64Encoded'> {
  if (body === undefined || body.byteLength === 0) return { isBase64Encoded: false };
  // Decoding would silently repair what is not UTF-8; the chain has to see it as it came.
  const isBase64Encoded = !isUtf8(body);
  return { body: body.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded };
}

/** Below, the envelope is larger than what it saves. */
const WORTH_PACKING = 1_400;

export function send(response: ServerResponse, { statusCode, headers, body, isBase64Encoded }: HttpAnswer): void {
  const plain = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
  const hasBody = statusCode !== 204 && statusCode !== 304;
  // Papers are packed already, each in its own way.
  const isPacked =
    hasBody &&
    !isBase64Encoded &&
    plain.byteLength > WORTH_PACKING &&
    /\bgzip\b/.test(String(response.req.headers['accept-encoding']));
  const bytes = isPacked ? gzipSync(plain, { level: 4 }) : plain;
  response.writeHead(statusCode, {
    ...headers,
    ...(hasBody && { 'content-length': String(bytes.byteLength) }),
    ...(isPacked && { 'content-encoding': 'gzip' }),
  });
  response.end(hasBody ? bytes : undefined);
}
