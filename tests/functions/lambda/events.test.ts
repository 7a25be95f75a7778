// Every function behind the events that AWS hands it: a project goes its way over gateway, stream, machine and queue.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { readAwsConfig } from '../../../adapters/aws/config.ts';
import { openAwsPorts } from '../../../adapters/aws/ports.ts';
import { publicPages } from '../../../functions/portal/public/pages.ts';
import { takeObjection } from '../../../functions/publicity/take-objection.ts';
import { routesOf } from '../../../local/routes.ts';
import { openSystem } from '../../../local/system.ts';
import { machines, placeholdersOf } from '../../architecture/machines.ts';
import { ELIGIBLE } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { bellRung, type HttpRequest, httpEvent, objectCreated, SCHEDULED } from '../../support/aws/events.ts';
import { type Lambda, startLambda } from '../../support/aws/start-lambda.ts';

const STREET = { sub: 'p-17', role: 'STREET', unit: '330302001' };
const FINANCE = { sub: 'p-21', role: 'FINANCE', unit: 'FINANCE' };

const Answer = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string().transform((body): Record<string, unknown> => (body.startsWith('{') ? JSON.parse(body) : { body })),
});

/** Steps that do something by themselves. */
const NO_WAITS = ['ClosePublicity', 'EndWarranty', 'FindStep', 'StartNextGeneration'];
const entryPointOf = (placeholder: string) => placeholder.charAt(0).toLowerCase() + placeholder.slice(1);

let lambda: Lambda;
const logged: string[] = [];

beforeAll(async () => {
  // 09:00 in Wenzhou on Monday, 2 March 2026.
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 2, 1), toFake: ['Date'] });
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => logged.push(String(line)) > 0);
  vi.spyOn(console, 'log').mockImplementation((line) => logged.push(String(line)));
  lambda = await startLambda();
});
afterAll(async () => {
  await lambda.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});
beforeEach(() => {
  logged.length = 0;
});

const http = async (entryPoint: string, request: HttpRequest) =>
  Answer.parse(await lambda.call(entryPoint, httpEvent(request)));

let opened = 0;
async function openProject(): Promise<string> {
  opened += 1;
  const community = '330302001003';
  const code = `${community}-${String(opened).padStart(2, '0')}`;
  const neighbourhood = { name: '月季小区', code, community, street: STREET.unit };
  const route = '/api/projects';
  const answer = await http('portalRoutes', { method: 'POST', route, person: STREET, body: { neighbourhood } });
  expect(answer.statusCode).toBe(201);
  await lambda.stream();
  return String(answer.body.projectId);
}

async function paper(text: string): Promise<string> {
  const { papers, clock } = await openAwsPorts(readAwsConfig(process.env), () => 'id');
  const meta = { mediaType: 'application/pdf', paperClass: 'FILED', storedAt: clock.now() } as const;
  return (await papers.put(new TextEncoder().encode(text), meta)).sha256;
}

const survey = async () => ({
  surveyedOn: '2026-03-02',
  record: await paper('survey'),
  needsRenovation: true,
  renovatedBefore: 0,
  eligibility: ELIGIBLE,
});

const act = async (id: string, name: string, seq: number, body: unknown, key = `${id}-${name}-${seq}`) =>
  http('performAct', {
    method: 'POST',
    route: '/api/projects/{id}/acts/{act}',
    parameters: { id, act: name },
    person: STREET,
    headers: { 'if-match': `"${seq}"`, 'idempotency-key': key },
    body,
  });

const waiting = async (projectId: string) => {
  const { workflow } = await openAwsPorts(readAwsConfig(process.env), () => 'id');
  return (await workflow.listWaiting(projectId)).map(({ wait }) => wait);
};

describe('the gateway', () => {
  it('opens a project for a street, by claims under the names of its own issuer', async () => {
    const id = await openProject();
    const read = await http('portalRoutes', {
      method: 'GET',
      route: '/api/projects/{id}',
      parameters: { id },
      person: STREET,
    });
    expect(read).toMatchObject({ statusCode: 200, body: { projectId: id, state: 'POOL', seq: 1 } });
  });

  it('believes no role under another name than the one agreed with the issuer', async () => {
    const event = httpEvent({ method: 'GET', route: '/api/projects', person: FINANCE });
    const { claims } = event.requestContext.authorizer?.jwt ?? {};
    const forged = { aud: claims?.aud, iss: claims?.iss, sub: claims?.sub, role: 'OPERATOR', unit: 'OPERATOR' };
    const requestContext = { ...event.requestContext, authorizer: { jwt: { claims: forged, scopes: null } } };
    const answer = Answer.parse(await lambda.call('portalRoutes', { ...event, requestContext }));
    expect(answer).toMatchObject({ statusCode: 401, body: { code: 'UNAUTHENTICATED' } });
  });

  it('lets the first of two acts at once win and tells the other where the ledger stands', async () => {
    const id = await openProject();
    const body = await survey();
    const answers = await Promise.all([act(id, 'record-survey', 1, body, 'a'), act(id, 'record-survey', 1, body, 'b')]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.body).toMatchObject({ code: 'STALE' });
  });

  it('answers the same request with the same answer', async () => {
    const id = await openProject();
    const body = await survey();
    const first = await act(id, 'record-survey', 1, body);
    const second = await act(id, 'record-survey', 1, body);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  it('takes a route that no function has for a fault of the deployment', async () => {
    const stray = httpEvent({ method: 'GET', route: '/api/nowhere', person: STREET });
    await expect(lambda.call('portalRoutes', stray)).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('has one function for every route of the one-machine system', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jiugai-'));
    const system = await openSystem({ folder, clock: { kind: 'REAL' }, log: () => {} });
    if (!system.ok) throw new Error(system.refusal.says.en);
    const routes = [...routesOf(system.value), ...publicPages({ rehearsal: false, takeObjection })];
    system.value.close();
    await rm(folder, { recursive: true });
    const answering = [...lambda.entryPoints.keys()].filter((name) => /Routes$|Pages$|^performAct$/.test(name));
    const functionsOf = async ({ method, path }: { method: 'GET' | 'POST'; path: string }) => {
      const event = httpEvent({ method, route: path });
      const tried = await Promise.allSettled(answering.map((name) => lambda.call(name, event)));
      return tried.filter(({ status }) => status === 'fulfilled').length;
    };
    expect(routes.length).toBeGreaterThan(50);
    for (const route of routes) expect([route.path, await functionsOf(route)]).toEqual([route.path, 1]);
  });

  it('shows health and a page for residents to anybody', async () => {
    const health = await http('dashboardRoutes', { method: 'GET', route: '/api/health' });
    expect(health).toMatchObject({ statusCode: 200, body: { status: 'ok', version: '1.2.3', stuck: 0 } });
    const page = await http('residentPages', { method: 'GET', route: '/p/v' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('serves the page of the office under every address, and its files as they are', async () => {
    vi.stubEnv('JIUGAI_PAGES_BUCKET', 'jiugai-intake');
    vi.stubEnv('JIUGAI_PAGE_HEADERS', JSON.stringify({ 'x-frame-options': 'DENY' }));
    const put = (key: string, content: string, contentType: string) =>
      lambda.s3.store.put('jiugai-intake', key, Buffer.from(content), { contentType });
    put('index.html', '<!doctype html><title>旧改</title>', 'text/html');
    put('assets/office-1a2b.js', 'export {}', 'text/javascript');
    const get = async (path: string) =>
      Answer.parse(
        await lambda.call('officePage', { ...httpEvent({ method: 'GET', route: '$default' }), rawPath: path }),
      );
    const page = await get('/projects/330302-2026-0001');
    expect(page).toMatchObject({
      statusCode: 200,
      headers: { 'x-frame-options': 'DENY', 'cache-control': 'no-cache' },
    });
    expect(page.body.body).toContain('旧改');
    const file = await get('/assets/office-1a2b.js');
    expect(file.headers).toMatchObject({
      'content-type': 'text/javascript',
      'cache-control': expect.stringContaining('immutable'),
    });
    expect(Buffer.from(String(file.body.body), 'base64').toString()).toBe('export {}');
    expect(await get('/assets/gone.js')).toMatchObject({ statusCode: 404 });
    expect((await get('/assets/../seal.json')).body.body).toContain('旧改');
  });

  it.each([
    ['fundingRoutes', '/api/budgets/{year}', { year: '2026' }],
    ['programmeRoutes', '/api/programme/{year}', { year: '2026' }],
  ])('answers finance from %s', async (entryPoint, route, parameters) => {
    const answer = await http(entryPoint, { method: 'GET', route, parameters, person: FINANCE });
    expect([200, 404]).toContain(answer.statusCode);
  });

  it('lists codes of units only to those who hand them out', async () => {
    const id = await openProject();
    const route = '/api/projects/{id}/unit-codes';
    const answer = await http('publicityRoutes', { method: 'GET', route, parameters: { id }, person: FINANCE });
    expect(answer.statusCode).toBe(403);
  });
});

describe('stream and machine', () => {
  it('start the machine of a project and keep the token of its first wait', async () => {
    expect(await waiting(await openProject())).toEqual(['record-survey']);
  });

  it('go on when the act is done: its wait ends, the next one opens, the rows follow', async () => {
    const id = await openProject();
    expect((await act(id, 'record-survey', 1, await survey())).statusCode).toBe(200);
    await lambda.stream();
    expect(await waiting(id)).toEqual(['start-consultation']);
    const list = await http('portalRoutes', { method: 'GET', route: '/api/projects', person: STREET });
    expect(list.body.projects).toContainEqual(expect.objectContaining({ projectId: id, state: 'SURVEYED' }));
  });

  it('find a function of its name for every placeholder, and open every wait', async () => {
    const id = await openProject();
    const placeholders = machines.flatMap(({ text }) => placeholdersOf(text)).filter((name) => /[a-z]$/.test(name));
    const called = placeholders.filter((name) => name !== 'Partition' && !name.endsWith('Machine'));
    const waits = called.filter((name) => !NO_WAITS.includes(name));
    expect(waits.length).toBeGreaterThan(40);
    expect(called.filter((name) => !lambda.entryPoints.has(entryPointOf(name)))).toEqual([]);
    for (const name of waits) {
      const payload = { projectId: id, execution: `${id}-9-9`, taskToken: `token of ${name}` };
      expect(await lambda.call(entryPointOf(name), payload)).toEqual({});
    }
    expect(await waiting(id)).toHaveLength(waits.length + 1);
    // Those of later steps are sent back: the project is not there.
    await lambda.stream();
    expect(await waiting(id)).toContain('tally-willingness');
    expect(await waiting(id)).not.toContain('hand-over');
  });

  it('end a wait at once whose act was done before it opened', async () => {
    const id = await openProject();
    await act(id, 'record-survey', 1, await survey());
    await lambda.stream();
    await lambda.call('recordSurvey', { projectId: id, execution: `${id}-1-9`, taskToken: 'late token' });
    expect(await waiting(id)).toContain('record-survey');
    await lambda.stream();
    expect(await waiting(id)).toEqual(['start-consultation']);
  });

  it('refuse a payload that is not theirs under a name that the machines know', async () => {
    const payload = { projectId: 'x', execution: 'y' };
    await expect(lambda.call('tallyPlanBallot', payload)).rejects.toMatchObject({ name: 'INTERNAL' });
  });

  it('say of a project that nobody knows that stored data are inconsistent', async () => {
    const payload = { projectId: '330302-2026-9999', startedAt: '2026-03-02T01:00:00.000Z' };
    await expect(lambda.call('findStep', payload)).rejects.toMatchObject({ name: 'CORRUPT' });
  });
});

describe('intake', () => {
  it('takes a file over a ticket, from the browser to the evidence', async () => {
    const asked = await http('intakeRoutes', {
      method: 'POST',
      route: '/api/uploads',
      person: STREET,
      body: { name: '扫描件.pdf' },
    });
    const ticket = z
      .object({ uploadId: z.string(), url: z.string(), fields: z.record(z.string(), z.string()) })
      .parse(asked.body);
    const pdf = '%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
    const form = new FormData();
    for (const [name, value] of Object.entries(ticket.fields)) form.set(name, value);
    form.set('file', new Blob([pdf]));
    expect((await fetch(ticket.url, { method: 'POST', body: form })).status).toBe(204);

    await lambda.call('receiveUpload', objectCreated(`uploads/${ticket.uploadId}`, pdf.length));
    const route = '/api/uploads/{id}';
    const parameters = { id: ticket.uploadId };
    const stored = await http('intakeRoutes', { method: 'GET', route, parameters, person: STREET });
    expect(stored.body).toMatchObject({ state: 'STORED', mediaType: 'application/pdf', bytes: pdf.length });
  });

  it('leaves alone what nobody had a ticket for', async () => {
    await lambda.call('receiveUpload', objectCreated('somewhere/else.pdf', 10));
    await lambda.call('receiveUpload', objectCreated('scans/330302001/', 0));
    expect(logged).toEqual([]);
  });

  /** Drops a scan for the street; each call then tells of it again. */
  function scanned(name: string, bytes: Buffer): () => Promise<unknown> {
    const key = `scans/${STREET.unit}/${name}`;
    const { versionId } = lambda.s3.store.put('jiugai-intake', key, bytes);
    return () => lambda.call('receiveUpload', objectCreated(key, bytes.length, versionId));
  }

  it('takes what an office scanner drops, files it off the stream, and gives the street its receipt', async () => {
    const page = await sharp({ create: { width: 1_654, height: 2_339, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    await scanned('scan0001.jpg', page)();
    const list = () => http('intakeRoutes', { method: 'GET', route: '/api/stacks', person: STREET });
    const Stacks = z.object({ stacks: z.array(z.object({ uploadId: z.string(), state: z.string() })) });
    expect(Stacks.parse((await list()).body).stacks).toMatchObject([{ state: 'WAITING' }]);
    await lambda.stream();
    const { stacks } = Stacks.parse((await list()).body);
    expect(stacks).toMatchObject([{ state: 'DONE' }]);
    const route = '/api/uploads/{id}/pages';
    const parameters = { id: stacks[0]?.uploadId ?? '' };
    const receipt = await http('intakeRoutes', { method: 'GET', route, parameters, person: STREET });
    expect(receipt.body.list).toMatchObject([{ number: 1, findings: [{ code: 'BLANK_PAGE' }] }]);
  });

  const stacksOfStreet = async () => {
    const list = await http('intakeRoutes', { method: 'GET', route: '/api/stacks', person: STREET });
    return z.object({ stacks: z.array(z.object({ uploadId: z.string(), state: z.string() })) }).parse(list.body).stacks;
  };
  const whitePage = (height: number) =>
    sharp({ create: { width: 1_654, height, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();

  it('makes one stack of a scan that S3 tells of twice, one after the other and both at once, also when it is filed', async () => {
    const before = (await stacksOfStreet()).length;
    const tell = scanned('scan0002.jpg', await whitePage(2_340));
    await Promise.all([tell(), tell()]);
    await tell();
    expect(await stacksOfStreet()).toHaveLength(before + 1);
    await lambda.stream();
    await tell();
    await lambda.stream();
    const [newest, ...others] = await stacksOfStreet();
    expect([newest?.state, others.length]).toEqual(['DONE', before]);
    const receipt = await http('intakeRoutes', {
      method: 'GET',
      route: '/api/uploads/{id}/pages',
      parameters: { id: newest?.uploadId ?? '' },
      person: STREET,
    });
    expect(receipt.body.list).toMatchObject([{ number: 1, findings: [{ code: 'BLANK_PAGE' }] }]);
  });

  it('tells two scans under one name apart, and reads of each what was scanned then', async () => {
    const before = (await stacksOfStreet()).length;
    const [first, second] = [
      scanned('scan0003.jpg', await whitePage(2_341)),
      scanned('scan0003.jpg', await whitePage(2_342)),
    ];
    await first();
    await second();
    expect(await stacksOfStreet()).toHaveLength(before + 2);
    const stored = await Promise.all(
      (await stacksOfStreet()).slice(0, 2).map(async ({ uploadId }) => {
        const parameters = { id: uploadId };
        return (await http('intakeRoutes', { method: 'GET', route: '/api/uploads/{id}', parameters, person: STREET }))
          .body;
      }),
    );
    expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(2);
  });

  it('leaves a scan in the folder of nobody where it is', async () => {
    const { versionId } = lambda.s3.store.put('jiugai-intake', 'scans/elsewhere/a.pdf', Buffer.from('%PDF-1.7'));
    await lambda.call('receiveUpload', objectCreated('scans/elsewhere/a.pdf', 8, versionId));
    expect(logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});

describe('bells and rounds', () => {
  const metricsOf = () =>
    logged.filter((line) => line.includes('_aws')).map((line): Record<string, unknown> => JSON.parse(line));

  it('empty the outbox when the bell rings', async () => {
    await openProject();
    expect(lambda.sqs.sent.length).toBeGreaterThan(0);
    await lambda.call('sendNotifications', bellRung(3));
    expect(metricsOf()).toMatchObject([{ service: 'sendNotifications', pendingMessages: 0 }]);
  });

  it('compare ledger, waits and executions, and count what is stuck', async () => {
    await openProject();
    await lambda.call('reconcileProjects', SCHEDULED);
    expect(metricsOf()).toMatchObject([{ service: 'reconcileProjects', stuck: 0 }]);
  });

  it.each(['settleOrphanReservations', 'forgetKeptAnswers', 'sendDailyDigests'])('call %s', async (name) => {
    await expect(lambda.call(name, SCHEDULED)).resolves.toBeUndefined();
    expect(logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});

it('logs neither people nor tokens', async () => {
  const id = await openProject();
  await act(id, 'record-survey', 1, await survey());
  await lambda.stream();
  await lambda.call('sendNotifications', bellRung(1));
  const text = logged.join('');
  expect(text).not.toBe('');
  for (const secret of ['月季小区', 'p-17', 'token', 'eyJ']) expect(text).not.toContain(secret);
});
