// The reconciler asked about one project: what it would do, and who may let it do exactly that.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChainBreak } from '../../../domain/ledger.ts';
import type { Role } from '../../../domain/parties.ts';
import { REPAIR_ROUTES } from '../../../functions/dashboard/repair-project.ts';
import type { HttpEvent } from '../../../functions/runtime/http-event.ts';
import type { Route } from '../../../functions/runtime/route.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { openStagedSystem, type StagedSystem } from '../../support/journey/staged-system.ts';

let staged: StagedSystem;
beforeEach(async () => {
  staged = await openStagedSystem();
  await staged.pass(5);
});
afterEach(() => staged.close());

const ask = (role: Role, method: 'GET' | 'POST', body?: unknown, projectId = PROJECT_ID) =>
  askRoute(role, method === 'GET' ? 'previewRepair' : 'repairProject', body, projectId);
const listed = async (role: Role) => askRoute(role, 'listRepairs');

async function askRoute(role: Role, name: string, body?: unknown, projectId = PROJECT_ID) {
  const route = REPAIR_ROUTES.find((each) => each.name === name) ?? expect.fail('no route');
  const answer = await route.over(staged.system.ports)(eventOf(route, role, body, projectId), {});
  await staged.system.idle();
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
}

function eventOf({ method, path }: Route, role: Role, body?: unknown, projectId = PROJECT_ID): HttpEvent {
  const rawPath = path.replace('{id}', projectId);
  return {
    routeKey: `${method} ${path}`,
    rawPath,
    rawQueryString: '',
    headers: { 'content-type': 'application/json' },
    ...(path.includes('{id}') && { pathParameters: { id: projectId } }),
    queryStringParameters: {},
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: {
      requestId: 'request',
      http: { method, path: rawPath, sourceIp: '203.0.113.7' },
      authorizer: { jwt: { claims: { sub: `${role}-1`, role, unit: role } } },
    },
  };
}

const loseTheWait = () => staged.system.stored.database.connection.exec('DELETE FROM waits');
const entries = () => staged.system.ports.ledger.read({ kind: 'PROJECT', id: PROJECT_ID });

describe('a project that the reconciler is asked about', () => {
  it('is looked at without anything being done', async () => {
    loseTheWait();
    const seen = await ask('OPERATOR', 'GET');
    expect(seen).toMatchObject({ status: 200, body: { projectId: PROJECT_ID, repairs: ['REOPENED'] } });
    expect((await ask('AUDIT', 'GET')).body).toEqual(seen.body);
    expect(await staged.running()).toEqual([`${PROJECT_ID}-1-1`]);
    expect(await staged.waiting()).toEqual([]);
  });

  it('is repaired as the preview said, at once, with the ledger as it was', async () => {
    loseTheWait();
    const before = await entries();
    const { repairs } = (await ask('RENOVATION_OFFICE', 'GET')).body;
    const done = await ask('RENOVATION_OFFICE', 'POST', { repairs });
    expect(done).toMatchObject({ status: 200, body: { repairs: ['REOPENED'], seq: before.length, sound: true } });
    expect(await staged.waiting()).toEqual(['record-survey']);
    expect(await staged.running()).toEqual([`${PROJECT_ID}-1-2`]);
    expect(await entries()).toEqual(before);
    expect((await ask('RENOVATION_OFFICE', 'GET')).body.repairs).toEqual([]);
  });

  it('is left alone where nothing is out of joint, or something else is than was seen', async () => {
    expect((await ask('RENOVATION_OFFICE', 'POST', { repairs: ['STARTED'] })).body.code).toBe('NOT_NOW');
    loseTheWait();
    expect((await ask('RENOVATION_OFFICE', 'POST', { repairs: ['STARTED'] })).body.code).toBe('STALE');
    expect((await ask('RENOVATION_OFFICE', 'POST', { repairs: ['PAID'] })).status).toBe(422);
    expect(await staged.running()).toEqual([`${PROJECT_ID}-1-1`]);
  });

  it('is repaired for the renovation office only, and only where there is one', async () => {
    loseTheWait();
    for (const role of ['OPERATOR', 'AUDIT', 'STREET', 'DRB'] as const) {
      expect((await ask(role, 'POST', { repairs: ['REOPENED'] })).body.code).toBe('FORBIDDEN_ROLE');
    }
    expect((await ask('STREET', 'GET')).body.code).toBe('FORBIDDEN_ROLE');
    expect((await ask('RENOVATION_OFFICE', 'GET', undefined, '330302-2026-9999')).status).toBe(404);
    expect(await staged.waiting()).toEqual([]);
  });
});

describe('the ledger of repairs', () => {
  const ref = { kind: 'REPAIRS', id: '2026' } as const;
  const repairs = () => staged.system.ports.ledger.read(ref);

  it('says who let what be repaired, when, what was found and how it stood afterwards', async () => {
    loseTheWait();
    const at = staged.system.ports.clock.now();
    const { seq } = (await ask('RENOVATION_OFFICE', 'POST', { repairs: ['REOPENED'] })).body;
    expect(await listed('AUDIT')).toEqual({
      status: 200,
      body: {
        repairs: [
          {
            ...{ at, by: 'RENOVATION_OFFICE-1', role: 'RENOVATION_OFFICE', projectId: PROJECT_ID, projectSeq: seq },
            found: ['REOPENED'],
            ended: { at, done: ['REOPENED'], left: [], sound: true },
          },
        ],
      },
    });
  });

  it('is a chain of two entries for each repair, the latest of which is listed first', async () => {
    for (const minutes of [0, 5]) {
      await staged.pass(minutes);
      loseTheWait();
      expect((await ask('RENOVATION_OFFICE', 'POST', { repairs: ['REOPENED'] })).status).toBe(200);
    }
    const written = await repairs();
    expect(written.map(({ act }) => act)).toEqual(['begin-repair', 'end-repair', 'begin-repair', 'end-repair']);
    expect(findChainBreak(ref, written)).toBeUndefined();
    const [latest, first] = (await listed('OPERATOR')).body.repairs;
    expect(latest.at > first.at).toBe(true);
  });

  it('keeps a repair that a crash has cut off, as one that has no end', async () => {
    loseTheWait();
    const { workflow } = staged.system.ports;
    const away = { ...workflow, signal: () => Promise.reject(new Error('the machine is gone')) };
    const ports = { ...staged.system.ports, workflow: away };
    const route = REPAIR_ROUTES.find(({ name }) => name === 'repairProject') ?? expect.fail('no route');
    const answer = await route.over(ports, () => {})(
      eventOf(route, 'RENOVATION_OFFICE', { repairs: ['REOPENED'] }),
      {},
    );
    expect(answer.statusCode).toBe(500);
    const [cutOff] = (await listed('RENOVATION_OFFICE')).body.repairs;
    expect(cutOff).toMatchObject({ projectId: PROJECT_ID, found: ['REOPENED'] });
    expect(cutOff).not.toHaveProperty('ended');
  });

  it('has nothing of a look, of what was refused, nor of what the rounds repair by themselves', async () => {
    loseTheWait();
    await ask('RENOVATION_OFFICE', 'GET');
    await ask('RENOVATION_OFFICE', 'POST', { repairs: ['STARTED'] });
    await staged.pass(16);
    expect(await staged.waiting()).toEqual(['record-survey']);
    expect(await repairs()).toEqual([]);
    expect((await listed('OPERATOR')).body).toEqual({ repairs: [] });
  });

  it('is shown to those who watch the operation, and to nobody else', async () => {
    for (const role of ['STREET', 'FINANCE', 'PRINCIPAL_LEADER'] as const) {
      expect((await listed(role)).body.code).toBe('FORBIDDEN_ROLE');
    }
  });
});
