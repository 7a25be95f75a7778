// A server with the local issuer on a free port and a folder of its own, as the one-machine system puts them together.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import * as z from 'zod';
import { POST_HEADER } from '../../../domain/directory/post.ts';
import { granted } from '../../../domain/errors.ts';
import { route } from '../../../functions/runtime/route.ts';
import { createHttpServer, type HttpServer } from '../../../local/http/create-http-server.ts';
import type { DemoAccount } from '../../../local/identity/accounts.ts';
import { createIdentity, type Identity, OIDC_PATH } from '../../../local/identity/create-identity.ts';
import { type ChainPorts, chainPorts } from '../../functions/runtime/chain-ports.ts';

export const DEMO: readonly DemoAccount[] = [
  { id: 'street-1', password: 'demo-street-1', role: 'STREET', unit: '330302001', name: '五马街道' },
  { id: 'audit', password: 'demo-audit', role: 'AUDIT', unit: 'AUDIT', name: '审计 <b>' },
];

const whoAmI = route({
  name: 'showActor',
  summary: { zh: '我是谁', en: 'Who am I' },
  method: 'GET',
  path: '/api/actor',
  access: 'SIGNED_IN',
  output: z.object({ id: z.string(), role: z.string(), unit: z.string() }),
  handle: async ({ actor }) => granted(actor),
});

/** Gone with the test. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jiugai-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

export interface ServedIdentity {
  readonly origin: string;
  readonly identity: Identity;
  readonly server: HttpServer;
  readonly ports: ChainPorts;
  passSeconds(seconds: number): void;
}

/** What the issuer is called; the browser finds it under whatever port is free. */
export const ORIGIN = 'http://localhost:8080';

/** Closed with the test. */
export async function serveIdentity(folder: string, demoAccounts = DEMO): Promise<ServedIdentity> {
  let milliseconds = 0;
  const now = () => milliseconds;
  const ports = chainPorts();
  const { directory } = ports;
  const identity = await createIdentity({ origin: ORIGIN, folder, directory, demoAccounts, now, log: () => {} });
  const { demoToken, verifyToken } = identity;
  const routes = demoToken ? [whoAmI, demoToken] : [whoAmI];
  const server = createHttpServer({ routes, ports, now, verifyToken, log: () => {} });
  onTestFinished(() => server.close());
  server.serve(OIDC_PATH, identity.handle);
  const origin = await server.listen(0);
  const passSeconds = (seconds: number) => {
    milliseconds += seconds * 1000;
  };
  return { origin, identity, server, ports, passSeconds };
}

export const whoIs = (origin: string, token: string, under?: string) =>
  fetch(`${origin}/api/actor`, {
    headers: { authorization: `Bearer ${token}`, ...(under !== undefined && { [POST_HEADER]: under }) },
  });
