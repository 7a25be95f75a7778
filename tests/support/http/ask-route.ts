// Asks one route as the two composition roots do, without a server: an event in, an answer out.
import type { Ports } from '../../../domain/ports.ts';
import type { HttpAnswer, HttpEvent } from '../../../functions/runtime/http-event.ts';
import type { Route } from '../../../functions/runtime/route.ts';

/** What a verified token says of whoever asks. */
export interface Asker {
  readonly sub: string;
  readonly role: string;
  readonly unit: string;
}

/** One person of a party, whose unit is called like it unless told. */
export const personOf = (role: string, unit: string = role, sub = 'p-1'): Asker => ({ sub, role, unit });

export interface Asking {
  /** Nobody who has signed in, unless told. */
  readonly by?: Asker;
  /** By the names in the path of the route. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: HttpEvent['headers'];
}

export function eventOf(
  { method, path: template }: Pick<Route, 'method' | 'path'>,
  { by, path = {}, query = {}, body, headers = {} }: Asking = {},
): HttpEvent {
  const rawPath = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  return {
    routeKey: `${method} ${template}`,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    queryStringParameters: query,
    pathParameters: path,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: {
      requestId: 'r-1',
      http: { method, path: rawPath, sourceIp: '203.0.113.7' },
      ...(by && { authorizer: { jwt: { claims: { ...by } } } }),
    },
  };
}

/** `body`: of JSON, parsed; undefined for a file. */
export async function askRoute(ports: Ports, route: Route, asking: Asking = {}) {
  const answer = await route.over(ports, () => {})(eventOf(route, asking), {});
  return { status: answer.statusCode, headers: answer.headers, bytes: bytesOf(answer), body: parsed(answer) };
}

const bytesOf = ({ body, isBase64Encoded }: HttpAnswer): Uint8Array =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

const parsed = ({ body, isBase64Encoded }: HttpAnswer) =>
  isBase64Encoded || body === '' ? undefined : JSON.parse(body);
