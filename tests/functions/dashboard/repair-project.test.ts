// The reconciler asked about one project: what it would do, and who may let it do exactly that.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../domain/parties.ts';
import { REPAIR_ROUTES } from '../../../functions/dashboard/repair-project.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { openStagedSystem, type StagedSystem } from '../../support/journey/staged-system.ts';

let staged: StagedSystem;
beforeEach(async () => {
  staged = await openStagedSystem();
  await staged.pass(5);
});
afterEach(() => staged.close());

async function ask(role: Role, method: 'GET' | 'POST', body?: unknown, projectId = PROJECT_ID) {
  const route = REPAIR_ROUTES.find((each) => each.method === method) ?? expect.fail('no route');
  const rawPath = route.path.replace('{id}', projectId);
  const answer = await route.over(staged.system.ports)(
    {
      routeKey: `${method} ${route.path}`,
      rawPath,
      rawQueryString: '',
      headers: { 'content-type': 'application/json' },
      pathParameters: { id: projectId },
      queryStringParameters: {},
      ...(body !== undefined && { body: JSON.stringify(body) }),
      isBase64Encoded: false,
      requestContext: {
        requestId: 'request',
        http: { method, path: rawPath, sourceIp: '203.0.113.7' },
        authorizer: { jwt: { claims: { sub: `${role}-1`, role, unit: role } } },
      },
    },
    {},
  );
  await staged.system.idle();
  return { status: answer.statusCode, body: JSON.parse(answer.body) };
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
