// Opens the system of a data folder and serves it: API, sign-in, uploads and pages on one port.
import { createServer } from 'node:net';
import { isRehearsal } from '../adapters/sqlite/clock.ts';
import { granted, type Outcome } from '../domain/errors.ts';
import { SYSTEM } from '../domain/parties.ts';
import type { Ports } from '../domain/ports.ts';
import { appendGrant } from '../functions/portal/maintain-grants.ts';
import { publicPages } from '../functions/portal/public/pages.ts';
import { takeObjection } from '../functions/publicity/take-objection.ts';
import type { ClockSetting } from '../functions/runtime/config.ts';
import { codeOf, type Log, traceOf, writeLogLine } from '../functions/runtime/log.ts';
import { openApiOf } from '../functions/runtime/openapi.ts';
import { printingHouse } from '../functions/typesetting/press.ts';
import { createThreadedTypesetter } from '../functions/typesetting/threaded-typesetter.ts';
import { addMissingRows } from './add-missing-rows.ts';
import { createHttpServer } from './http/create-http-server.ts';
import type { RateLimit } from './http/token-buckets.ts';
import type { DemoAccount } from './identity/accounts.ts';
import { createIdentity, type Identity, OIDC_PATH } from './identity/create-identity.ts';
import { withDemoAccounts } from './identity/demo-directory.ts';
import { lockFolder, refuseStorage } from './lock-folder.ts';
import { startNotifier } from './notifier.ts';
import { notFoundPage, referencePage } from './pages/reference-page.ts';
import { statusPage } from './pages/status-page.ts';
import { routesOf } from './routes.ts';
import { createFilingLine } from './scans/filing-line.ts';
import { startScanner } from './scans/start-scanner.ts';
import { DEMO_ACCOUNTS } from './seed/district.ts';
import { streamChanges } from './stream/stream-changes.ts';
import { openSystem, type System } from './system.ts';
import { uploadInto } from './upload.ts';
import { VERSION } from './version.ts';
import { officePages } from './web/office-pages.ts';
import { RESIDENT_FILES } from './web/resident-files.ts';

export interface ServerOptions {
  readonly folder: string;
  readonly clock: ClockSetting;
  /** 0: any free port. */
  readonly port: number;
  /** Address to listen on; this machine alone unless told. */
  readonly host?: string;
  /** Address that people open, if it is not this machine and port. */
  readonly publicOrigin?: string | undefined;
  /** `AS_BEFORE`: as it was when the folder was new. */
  readonly demo: boolean | 'AS_BEFORE';
  readonly publicLimit?: RateLimit;
  readonly guessLimit?: RateLimit;
  /** Folder of the district's licensed fonts. */
  readonly fonts?: string | undefined;
  /** A folder that an office scanner drops files into. */
  readonly scans?: string | undefined;
  /** Milliseconds between two rounds over the outbox. */
  readonly tellEvery?: number;
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
  const lock = lockFolder(folder);
  if (!lock.ok) return lock;
  const opened = await openSystem({ folder, clock, log }).catch(refuseStorage);
  if (!opened.ok) {
    lock.value.release();
    return opened;
  }
  const system = opened.value;
  const rehearsal = isRehearsal(system.stored.database);
  const { tellEvery } = options;
  const telling = { ports: system.ports, folder, rehearsal, log, ...(tellEvery !== undefined && { every: tellEvery }) };
  const notifier = await startNotifier(telling);
  if (!notifier.ok) {
    system.close();
    lock.value.release();
    return notifier;
  }
  const line = createFilingLine(system.ports, log, { filed: (took) => system.times.noteFiledStack(took) });
  // The issuer's name is part of every token: the port must be known before anything is served.
  const port = options.port === 0 ? await freePort() : options.port;
  const origin = options.publicOrigin ?? `http://localhost:${port}`;
  const accounts = (await isDemo(system, options.demo)) ? DEMO_ACCOUNTS : [];
  const ports = { ...line.ports, directory: withDemoAccounts(line.ports.directory, accounts) };
  const identity = await createIdentity({
    origin,
    otherOrigins: [`http://127.0.0.1:${port}`, `http://localhost:${port}`],
    folder,
    directory: ports.directory,
    demoAccounts: accounts,
    now: () => performance.now(),
    log,
  });
  // Its thread starts with the first paper.
  const press = {
    typesetter: createThreadedTypesetter({ licensedFonts: options.fonts }),
    house: printingHouse({ publicOrigin: options.publicOrigin, rehearsal }),
  };
  const signingIn = [identity.invitePerson, ...(identity.demoToken ? [identity.demoToken] : [])];
  const routes = routesOf(system, press, signingIn);
  const server = createHttpServer({
    routes,
    pages: publicPages({ rehearsal, takeObjection }),
    ports,
    verifyToken: identity.verifyToken,
    upload: uploadInto(ports),
    now: () => performance.now(),
    answered: ({ name }, milliseconds) => system.times.noteRoute(name, milliseconds),
    log,
    ...(options.publicLimit && { publicLimit: options.publicLimit }),
    ...(options.guessLimit && { guessLimit: options.guessLimit }),
  });
  server.serve(OIDC_PATH, identity.handle);
  const operatorPages = {
    '/status': () => statusPage({ ports, version: VERSION, rehearsal }),
    '/reference': async () => referencePage(routes, rehearsal),
  };
  for (const [path, draw] of Object.entries(operatorPages)) {
    server.serve(path, async (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(await draw());
    });
  }
  server.serve('/', officePages(rehearsal, { publicOrigin: options.publicOrigin }));
  server.serve('/p', (_request, response) => {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(notFoundPage(rehearsal));
  });
  for (const [path, sendFile] of RESIDENT_FILES) server.serve(path, sendFile);
  const stream = streamChanges({
    feed: system.changes,
    verifyToken: identity.verifyToken,
    directory: ports.directory,
    newId: ports.newId,
    now: Date.now,
  });
  server.serve('/api/stream', stream.handle);
  // Written when somebody first asks: a tenth of a start would go into it.
  let description: string | undefined;
  server.serve('/api/openapi.json', (_request, response) => {
    description ??= JSON.stringify(openApiOf(routes, { version: VERSION, servers: [origin] }));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(description);
  });
  await server.listen(port, options.host);
  const scanner = options.scans === undefined ? undefined : startScanner(ports, options.scans, log);
  // What was under way when the system went down goes on.
  void line.work();
  // Beside the work: thousands of projects take longer than a start may.
  const missing = addMissingRows(ports).catch((error) => {
    log({ level: 'error', code: codeOf(error), requestId: 'start', route: 'addMissingRows', ...traceOf(error) });
  });
  const invitation = accounts.length === 0 ? await inviteFirstOperator(ports, identity) : undefined;
  return granted({
    origin,
    system,
    accounts,
    ...(invitation !== undefined && { invitation }),
    async close() {
      stream.close();
      await server.close();
      await scanner?.close();
      await line.close();
      await missing;
      await notifier.value.close();
      await system.times.keep();
      system.close();
      lock.value.release();
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
