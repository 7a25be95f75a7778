// Opens the system of a data folder and serves it: API, sign-in, uploads and pages on one port.
import { createServer } from 'node:net';
import { isRehearsal } from '../adapters/sqlite/clock.ts';
import { granted, type Outcome } from '../domain/errors.ts';
import { SYSTEM } from '../domain/parties.ts';
import type { Ports } from '../domain/ports.ts';
import { appendGrant } from '../functions/portal/maintain-grants.ts';
import type { ClockSetting } from '../functions/runtime/config.ts';
import { type Log, writeLogLine } from '../functions/runtime/log.ts';
import { openApiOf } from '../functions/runtime/openapi.ts';
import { createHttpServer } from './http/create-http-server.ts';
import type { RateLimit } from './http/token-buckets.ts';
import type { DemoAccount } from './identity/accounts.ts';
import { createIdentity, type Identity, OIDC_PATH } from './identity/create-identity.ts';
import { notFoundPage, referencePage } from './pages/reference-page.ts';
import { statusPage } from './pages/status-page.ts';
import { routesOf } from './routes.ts';
import { DEMO_ACCOUNTS } from './seed/district.ts';
import { openSystem, type System } from './system.ts';
import { uploadInto } from './upload.ts';
import { VERSION } from './version.ts';

export interface ServerOptions {
  readonly folder: string;
  readonly clock: ClockSetting;
  /** 0: any free port. */
  readonly port: number;
  /** `AS_BEFORE`: as it was when the folder was new. */
  readonly demo: boolean | 'AS_BEFORE';
  readonly publicLimit?: RateLimit;
  readonly log?: Log;
}

export interface RunningServer {
  readonly origin: string;
  readonly system: System;
  /** Demo accounts; none when the demo is off. */
  readonly accounts: readonly DemoAccount[];
  /** One-time link for the first operator of an installation without demo accounts. */
  readonly invitation?: string;
  close(): Promise<void>;
}

const FIRST_OPERATOR = 'operator';
/** Remembers that this data folder began as a demo. */
const DEMO_MARK = { view: 'operations', partition: 'installation', sort: 'demo' } as const;

export async function startServer(options: ServerOptions): Promise<Outcome<RunningServer>> {
  const { folder, clock, log = writeLogLine } = options;
  const opened = await openSystem({ folder, clock, log });
  if (!opened.ok) return opened;
  const system = opened.value;
  const { ports } = system;
  // The issuer's name is part of every token: the port must be known before anything is served.
  const port = options.port === 0 ? await freePort() : options.port;
  const origin = `http://localhost:${port}`;
  const accounts = (await isDemo(system, options.demo)) ? DEMO_ACCOUNTS : [];
  const identity = await createIdentity({
    origin,
    otherOrigins: [`http://127.0.0.1:${port}`],
    folder,
    directory: ports.directory,
    demoAccounts: accounts,
    now: () => performance.now(),
    log,
  });
  const routes = [...routesOf(system), ...(identity.demoToken ? [identity.demoToken] : [])];
  const server = createHttpServer({
    routes,
    ports,
    verifyToken: identity.verifyToken,
    upload: uploadInto(ports),
    now: () => performance.now(),
    log,
    ...(options.publicLimit && { publicLimit: options.publicLimit }),
  });
  const rehearsal = isRehearsal(system.stored.database);
  server.serve(OIDC_PATH, identity.handle);
  server.serve('/', async (request, response, url) => {
    const known = {
      '/': () => statusPage({ ports, version: VERSION, rehearsal }),
      '/reference': () => referencePage(routes, rehearsal),
    };
    const page =
      request.method === 'GET' && Object.hasOwn(known, url.pathname)
        ? known[url.pathname as keyof typeof known]
        : undefined;
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(page ? await page() : notFoundPage(rehearsal));
  });
  const description = JSON.stringify(openApiOf(routes, { version: VERSION, servers: [origin] }));
  server.serve('/api/openapi.json', (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(description);
  });
  await server.listen(port);
  const invitation = accounts.length === 0 ? await inviteFirstOperator(ports, identity) : undefined;
  return granted({
    origin,
    system,
    accounts,
    ...(invitation !== undefined && { invitation }),
    async close() {
      await server.close();
      system.close();
    },
  });
}

/** Whether demo accounts are on; once decided for a new folder, it stays so until a setting says otherwise. */
async function isDemo({ ports }: System, demo: ServerOptions['demo']): Promise<boolean> {
  const { view, partition, sort } = DEMO_MARK;
  const before = await ports.views.get(view, partition, sort);
  if (demo === 'AS_BEFORE') return before?.value.on === true;
  const watermark = { ledger: 'installation', seq: (before?.watermark.seq ?? 0) + 1 };
  if (before?.value.on !== demo) await ports.views.write([{ ...DEMO_MARK, value: { on: demo }, watermark }]);
  return demo;
}

/** Somebody must be the first: a link for an operator, as long as the district has none. */
async function inviteFirstOperator(ports: Ports, identity: Pick<Identity, 'invite'>): Promise<string | undefined> {
  if ((await ports.directory.holders('OPERATOR')).length > 0) return undefined;
  await appendGrant(ports, SYSTEM, { personId: FIRST_OPERATOR, role: 'OPERATOR', unit: 'OPERATOR' });
  return identity.invite(FIRST_OPERATOR);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
