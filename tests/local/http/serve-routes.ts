// A real server on a free port with the routes of a test, tokens that are bare claims, and a clock that tests move.
import { onTestFinished } from 'vitest';
import { granted, refused } from '../../../domain/errors.ts';
import type { LogLine } from '../../../functions/runtime/log.ts';
import type { Route } from '../../../functions/runtime/route.ts';
import { createHttpServer, type HttpServer, type HttpServerOptions } from '../../../local/http/create-http-server.ts';
import { type ChainPorts, chainPorts } from '../../functions/runtime/chain-ports.ts';

export interface Served {
  readonly origin: string;
  readonly server: HttpServer;
  readonly ports: ChainPorts;
  readonly lines: LogLine[];
  /** Moves the clock of limits. */
  passSeconds(seconds: number): void;
}

/** Closed with the test. */
export async function serveRoutes(routes: readonly Route[], options: Partial<HttpServerOptions> = {}): Promise<Served> {
  const ports = chainPorts();
  const lines: LogLine[] = [];
  let milliseconds = 0;
  const server = createHttpServer({
    routes,
    ports,
    now: () => milliseconds,
    log: (line) => lines.push(line),
    verifyToken: async (token) =>
      token.startsWith('bad')
        ? refused('UNAUTHENTICATED', { zh: '无效', en: 'Invalid' })
        : granted({ sub: token, role: 'STREET', unit: '330302001' }),
    ...options,
  });
  onTestFinished(() => server.close());
  const origin = await server.listen(0);
  return {
    origin,
    server,
    ports,
    lines,
    passSeconds: (seconds) => {
      milliseconds += seconds * 1000;
    },
  };
}
