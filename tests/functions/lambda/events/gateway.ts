// What the gateway hands over: HTTP API, payload 2.0, with the claims that the JWT authorizer has verified.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { publicPages } from '../../../../functions/portal/public/pages.ts';
import { takeObjection } from '../../../../functions/publicity/take-objection.ts';
import { routesOf } from '../../../../local/routes.ts';
import { openSystem } from '../../../../local/system.ts';
import { RESIDENT_SOURCES } from '../../../../local/web/resident-files.ts';
import { httpEvent } from '../../../support/aws/events.ts';
import { Answer, FINANCE, STREET, type Stage } from './stage.ts';

export function describeGateway(stageOf: () => Stage): void {
  let stage: Stage;
  beforeEach(() => {
    stage = stageOf();
  });

  it('opens a project for a street, by claims under the names of its own issuer', async () => {
    const id = await stage.openProject();
    const read = await stage.http('portalRoutes', {
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
    const answer = Answer.parse(await stage.lambda.call('portalRoutes', { ...event, requestContext }));
    expect(answer).toMatchObject({ statusCode: 401, body: { code: 'UNAUTHENTICATED' } });
  });

  it('completes an issuer that knows no roles by the posts of the district, and asks which of several', async () => {
    const give = (role: string, unit: string) =>
      stage.http('portalRoutes', {
        method: 'POST',
        route: '/api/grants',
        person: { sub: 'p-30', role: 'OPERATOR', unit: 'OPERATOR' },
        body: { personId: 'p-31', role, unit },
      });
    expect((await give('STREET', STREET.unit)).statusCode).toBe(201);
    expect((await give('UTILITY', '温州市水务集团')).statusCode).toBe(201);
    await stage.lambda.stream();
    const ask = async (route: string, headers: Record<string, string> = {}) => {
      const event = httpEvent({ method: 'GET', route, headers, person: STREET });
      const { claims } = event.requestContext.authorizer?.jwt ?? {};
      const signedIn = { aud: claims?.aud, iss: claims?.iss, sub: 'p-31' };
      const requestContext = { ...event.requestContext, authorizer: { jwt: { claims: signedIn, scopes: null } } };
      return Answer.parse(await stage.lambda.call('portalRoutes', { ...event, requestContext }));
    };
    expect(await ask('/api/tasks')).toMatchObject({ statusCode: 403, body: { code: 'CHOOSE_POST' } });
    const { body } = await ask('/api/me');
    expect(body).toEqual({
      posts: [
        { role: 'STREET', unit: STREET.unit },
        { role: 'UTILITY', unit: '温州市水务集团' },
      ],
    });
    for (const { role, unit } of body.posts as { role: string; unit: string }[]) {
      const said = { 'jiugai-post': `${role}/${encodeURIComponent(unit)}` };
      expect((await ask('/api/tasks', said)).statusCode).toBe(200);
    }
    expect(await ask('/api/tasks', { 'jiugai-post': 'FINANCE/FINANCE' })).toMatchObject({
      statusCode: 403,
      body: { code: 'NOT_YOUR_POST' },
    });
  });

  it('lets the first of two acts at once win and tells the other where the ledger stands', async () => {
    const id = await stage.openProject();
    const body = await stage.survey();
    const answers = await Promise.all([
      stage.act(id, 'record-survey', 1, body, 'a'),
      stage.act(id, 'record-survey', 1, body, 'b'),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.body).toMatchObject({ code: 'STALE' });
  });

  it('answers the same request with the same answer', async () => {
    const id = await stage.openProject();
    const body = await stage.survey();
    const first = await stage.act(id, 'record-survey', 1, body);
    const second = await stage.act(id, 'record-survey', 1, body);
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotency-replayed']).toBe('true');
  });

  it('takes a route that no function has for a fault of the deployment', async () => {
    const stray = httpEvent({ method: 'GET', route: '/api/nowhere', person: STREET });
    await expect(stage.lambda.call('portalRoutes', stray)).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('has one function for every route of the one-machine system', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jiugai-'));
    const system = await openSystem({ folder, clock: { kind: 'REAL' }, log: () => {} });
    if (!system.ok) throw new Error(system.refusal.says.en);
    const routes = [...routesOf(system.value), ...publicPages({ rehearsal: false, takeObjection })];
    system.value.close();
    await rm(folder, { recursive: true });
    const answering = [...stage.lambda.entryPoints.keys()].filter((name) => /Routes$|Pages$|^performAct$/.test(name));
    const functionsOf = async ({ method, path }: { method: 'GET' | 'POST'; path: string }) => {
      const event = httpEvent({ method, route: path });
      const tried = await Promise.allSettled(answering.map((name) => stage.lambda.call(name, event)));
      return tried.filter(({ status }) => status === 'fulfilled').length;
    };
    expect(routes.length).toBeGreaterThan(50);
    for (const route of routes) expect([route.path, await functionsOf(route)]).toEqual([route.path, 1]);
  });

  it('shows health and a page for residents to anybody', async () => {
    const health = await stage.http('dashboardRoutes', { method: 'GET', route: '/api/health' });
    expect(health).toMatchObject({ statusCode: 200, body: { status: 'ok', version: '1.2.3', stuck: 0 } });
    const page = await stage.http('residentPages', { method: 'GET', route: '/p/v' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  it('serves the page of the office under every address, and its files as they are', async () => {
    vi.stubEnv('JIUGAI_PAGES_BUCKET', 'jiugai-intake');
    vi.stubEnv('JIUGAI_PAGE_HEADERS', JSON.stringify({ 'x-frame-options': 'DENY' }));
    const put = (key: string, content: string, contentType: string) =>
      stage.lambda.s3.store.put('jiugai-intake', key, Buffer.from(content), { contentType });
    put('index.html', '<!doctype html><title>旧改</title>', 'text/html');
    put('assets/office-1a2b.js', 'export {}', 'text/javascript');
    const get = async (path: string) =>
      Answer.parse(
        await stage.lambda.call('officePage', { ...httpEvent({ method: 'GET', route: '$default' }), rawPath: path }),
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
    // What residents' pages ask for by name: see it in the page, and find it in what is built for the bucket.
    const { body: resident } = await stage.http('residentPages', { method: 'GET', route: '/p/v' });
    const asked = [...String(resident.body).matchAll(/(?:href|src)="(\/p\/[\w.]+\.\w+)"/g)].map(
      ([, path = '']) => path,
    );
    expect(asked.toSorted()).toEqual(Object.keys(RESIDENT_SOURCES).toSorted());
    for (const path of asked) {
      put(path.slice(1), RESIDENT_SOURCES[path]?.read() ?? '', 'text/css');
      const sent = await get(path);
      expect(sent).toMatchObject({ statusCode: 200, headers: { 'cache-control': 'no-cache' } });
      expect(Buffer.from(String(sent.body.body), 'base64').toString()).toBe(RESIDENT_SOURCES[path]?.read());
    }
    expect((await get('/assets/../seal.json')).body.body).toContain('旧改');
  });

  it.each([
    ['fundingRoutes', '/api/budgets/{year}', { year: '2026' }],
    ['programmeRoutes', '/api/programme/{year}', { year: '2026' }],
  ])('answers finance from %s', async (entryPoint, route, parameters) => {
    const answer = await stage.http(entryPoint, { method: 'GET', route, parameters, person: FINANCE });
    expect([200, 404]).toContain(answer.statusCode);
  });

  it('lists codes of units only to those who hand them out', async () => {
    const id = await stage.openProject();
    const route = '/api/projects/{id}/unit-codes';
    const answer = await stage.http('publicityRoutes', { method: 'GET', route, parameters: { id }, person: FINANCE });
    expect(answer.statusCode).toBe(403);
  });
}
