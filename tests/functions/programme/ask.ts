// Asks the routes of programme and dashboard as the two composition roots do: an event in, an answer out, without a server.
import type { Actor } from '../../../domain/parties.ts';
import type { Ports } from '../../../domain/ports.ts';
import { DASHBOARD_ROUTES } from '../../../functions/dashboard/routes.ts';
import { PROGRAMME_ROUTES } from '../../../functions/programme/routes.ts';

const ROUTES = [...PROGRAMME_ROUTES, ...DASHBOARD_ROUTES];

export interface Asked {
  readonly by: Actor;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  /** Parsed JSON; undefined for a file. */
  readonly json: Record<string, unknown>;
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

export async function ask(ports: Ports, name: string, { by, path = {}, query = {}, body }: Asked): Promise<Answered> {
  const route = ROUTES.find((candidate) => candidate.name === name);
  if (route === undefined) throw new Error(`no route ${name}`);
  const rawPath = route.path.replace(/\{(\w+)\}/g, (_, parameter: string) => path[parameter] ?? '');
  const answer = await route.over(ports, () => {})(
    {
      routeKey: `${route.method} ${route.path}`,
      rawPath,
      rawQueryString: new URLSearchParams(query).toString(),
      headers: { 'content-type': 'application/json' },
      queryStringParameters: query,
      pathParameters: path,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      isBase64Encoded: false,
      requestContext: {
        requestId: 'r-1',
        http: { method: route.method, path: rawPath, sourceIp: '127.0.0.1' },
        authorizer: { jwt: { claims: { sub: by.id, role: by.role, unit: by.unit } } },
      },
    },
    {},
  );
  const bytes = Buffer.from(answer.body, answer.isBase64Encoded ? 'base64' : 'utf8');
  return {
    status: answer.statusCode,
    json: answer.isBase64Encoded ? {} : JSON.parse(answer.body),
    bytes,
    headers: answer.headers,
  };
}
