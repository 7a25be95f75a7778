// What was done although its answer was lost on the way, asked for again under the same key: answered as it was, and done once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delegationsLedger } from '../../../domain/delegations/delegations.ts';
import { registerLedger } from '../../../domain/paper/issue-register.ts';
import { appendGrant } from '../../../functions/portal/maintain-grants.ts';
import { PORTAL_ROUTES } from '../../../functions/portal/routes.ts';
import { typesettingRoutes } from '../../../functions/typesetting/routes.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { type Asker, type Asking, askRoute, personOf } from '../../support/http/ask-route.ts';
import { RECOGNITION } from '../../support/papers/typed-contents.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { openPrintingCounter } from '../typesetting/printing-counter.ts';
import { house, typesetter } from '../typesetting/sample-papers.ts';

const STREET = { role: 'STREET', unit: '330302001' } as const;
const ME = personOf(STREET.role, STREET.unit, 'street-1');
const COLLEAGUE = personOf(STREET.role, STREET.unit, 'street-2');
const ROUTES = [...PORTAL_ROUTES, ...typesettingRoutes({ typesetter, house })];

let world: FakePorts;
let sha256: string;
beforeEach(async () => {
  world = fakePorts();
  const counter = await openPrintingCounter(world);
  sha256 = String((await counter.ask('STREET', 'POST', 'papers', { kind: 'B1', contents: RECOGNITION })).body.sha256);
  const operator = { role: 'OPERATOR', unit: 'OPERATOR', id: 'operator' } as const;
  await appendGrant(world.ports, operator, { personId: 'street-2', ...STREET });
});
afterEach(() => world.close());

/** Asked twice under one key; in between the server forgets what it had answered, as one that died before it wrote it down. */
async function askTwice(name: string, by: Asker, asking: Omit<Asking, 'by' | 'headers'>) {
  const route = ROUTES.find((each) => each.name === name) ?? expect.fail(`no route ${name}`);
  const ask = () =>
    askRoute(world.ports, route, {
      by,
      ...asking,
      headers: { 'content-type': 'application/json', 'idempotency-key': `${name}-once` },
    });
  const first = await ask();
  world.database.write(() => world.database.prepare("DELETE FROM view_rows WHERE view_name = 'answers'").run());
  const second = await ask();
  expect(second.headers['idempotency-replayed']).toBeUndefined();
  expect(first.status).toBeLessThan(300);
  expect([second.status, second.body]).toEqual([first.status, first.body]);
}

const acts = async (ref: Parameters<FakePorts['ports']['ledger']['read']>[0]) =>
  (await world.ports.ledger.read(ref)).map(({ act }) => act);

describe('under one key', () => {
  it('a task is handed over once, and taken back once', async () => {
    const task = { projectId: PROJECT_ID, act: 'record-survey' };
    await askTwice('delegateTask', ME, { body: { ...task, to: 'street-2', until: '2026-03-06' } });
    await askTwice('takeBackTask', ME, { body: task });
    expect(await acts(delegationsLedger(STREET))).toEqual(['delegate-task', 'take-back-task']);
  });

  it('the voiding of a paper is proposed once, and confirmed once', async () => {
    const path = { id: PROJECT_ID, sha256 };
    await askTwice('proposeVoiding', ME, { path, body: { reason: '成员人数写错' } });
    await askTwice('decideVoiding', COLLEAGUE, { path, body: { decision: 'CONFIRM', proposal: 2 } });
    expect(await acts(registerLedger('五马街办-2026'))).toEqual(['issue-paper', 'propose-voiding', 'void-paper']);
  });
});
