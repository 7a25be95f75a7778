// A server with the local issuer on a free port and a folder of its own, as the one-machine system puts them together.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import * as z from 'zod';
import { granted } from '../../../domain/errors.ts';
import { route } from '../../../functions/runtime/route.ts';
import { createHttpServer, type HttpServer } from '../../../local/http/create-http-server.ts';
import type { DemoAccount } from '../../../local/identity/accounts.ts';
import { createIdentity, type Identity, OIDC_PATH } from '../../../local/identity/create-identity.ts';
import { type FakePorts, fakePorts } from '../../functions/runtime/fake-ports.ts';

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

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jiugai-'));
  closing.push(() => rm(folder, { recursive: true }));
  return folder;
}

export interface ServedIdentity {
  readonly origin: string;
  readonly identity: Identity;
  readonly server: HttpServer;
  readonly ports: FakePorts;
  passSeconds(seconds: number): void;
}

export async function serveIdentity(folder: string, demoAccounts = DEMO): Promise<ServedIdentity> {
  let milliseconds = 0;
  const now = () => milliseconds;
  const ports = fakePorts();
  let identity: Identity | undefined;
  const server = createHttpServer({
    routes: [whoAmI],
    ports,
    now,
    log: () => {},
    verifyToken: async (token) => {
      if (!identity) throw new Error('asked before there is an issuer');
      return identity.verifyToken(token);
    },
  });
  closing.unshift(() => server.close());
  const origin = await server.listen(0);
  identity = await createIdentity({ origin, folder, directory: ports.directory, demoAccounts, now, log: () => {} });
  server.serve(OIDC_PATH, identity.handle);
  if (identity.demoToken) server.mount(identity.demoToken);
  const passSeconds = (seconds: number) => {
    milliseconds += seconds * 1000;
  };
  return { origin, identity, server, ports, passSeconds };
}

export const whoIs = (origin: string, token: string) =>
  fetch(`${origin}/api/actor`, { headers: { authorization: `Bearer ${token}` } });
