// The gateway of a rehearsed installation: routes and tokens as the HTTP API checks them, events as it makes them.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Claims, HttpAnswer } from '../../../../functions/runtime/http-event.ts';
import { API_ROUTES, type GatewayRoute } from '../../../../infra/api-routes.ts';
import { PathTable } from '../../../../local/http/path-table.ts';
import { readBody } from '../../../../local/http/read-body.ts';
import { arrivalOf, send, toEvent } from '../../../../local/http/to-event.ts';
import type { Installation } from './start-installation.ts';

type Placed = GatewayRoute & { readonly entryPoint: string };

export interface GatewayOptions {
  readonly installation: Installation;
  /** Claims of a token that the issuer has signed for us; undefined for any other. */
  readonly verifyToken: (token: string) => Promise<Claims | undefined>;
  /** What stands beside the gateway in a rehearsal: the issuer's sign-in, the clock. By `POST /path`. */
  readonly beside: ReadonlyMap<string, (body: unknown) => Promise<object>>;
}

export interface Gateway {
  readonly origin: string;
  close(): Promise<void>;
}

const BODY_MILLISECONDS = 30_000;

export async function startGateway({ installation, verifyToken, beside }: GatewayOptions): Promise<Gateway> {
  const table = new PathTable<Placed>();
  for (const [entryPoint, routes] of Object.entries(API_ROUTES)) {
    for (const route of routes) table.add(route.method, route.path, { ...route, entryPoint });
  }
  let requests = 0;

  async function answer(request: IncomingMessage): Promise<HttpAnswer> {
    requests += 1;
    const arrival = arrivalOf(request, `request-${requests}`);
    const { pathname } = arrival.url;
    const read = request.method === 'POST' ? await readBody(request, BODY_MILLISECONDS) : undefined;
    if (read?.ok === false) return json(413, { message: 'Request Entity Too Large' });
    const body = read?.value;
    const aside = beside.get(`${request.method} ${pathname}`);
    if (aside) return json(200, await aside(JSON.parse(body?.toString() ?? '{}')));

    const match = table.match(request.method ?? '', pathname);
    if (match.found !== 'ROUTE') return json(404, { message: 'Not Found' });
    const { route, parameters } = match;
    const claims = route.isPublic ? undefined : await verifyToken(tokenOf(request));
    if (!route.isPublic && claims === undefined) return json(401, { message: 'Unauthorized' });
    // Whatever the last act has caused is done: people are slower than the stream.
    await installation.settle();
    const event = toEvent(request, arrival, route, parameters, claims, body);
    return (await installation.call(route.entryPoint, event)) as HttpAnswer;
  }

  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const answered = await answer(request).catch((error: unknown) => {
      console.error(error);
      return json(500, { message: 'Internal Server Error' });
    });
    send(response, answered);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const tokenOf = ({ headers }: IncomingMessage): string =>
  /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';

const json = (statusCode: number, body: object): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  isBase64Encoded: false,
});
