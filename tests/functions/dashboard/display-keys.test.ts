// The key of a wall screen: what it opens, until when, and that nobody makes one up.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDisplayKey } from '../../../functions/dashboard/display-keys.ts';
import { readScreen } from '../../../functions/dashboard/read-screen.ts';
import { RECONCILIATION } from '../../../functions/dashboard/reconcile-projects.ts';
import { openStage, PROJECT_ID, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { askRoute, personOf } from '../../support/http/ask-route.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

async function makeKey(body: object, role = 'OPERATOR', unit = role) {
  const { status, body: answered } = await askRoute(stage.ports, makeDisplayKey, { by: personOf(role, unit), body });
  return { status, ...answered } as { status: number; key: string; address: string };
}

const look = (key: string, tag?: string) =>
  askRoute(stage.ports, readScreen, {
    headers: { 'x-display-key': key, ...(tag !== undefined && { 'if-none-match': tag }) },
  });

describe('the key of a wall screen', () => {
  it('opens the figures of the district, behind a # that no server is sent', async () => {
    const { status, key, address } = await makeKey({ until: '2026-12-31' });
    expect(status).toBe(201);
    expect(address).toBe(`/screen#key=${key}`);
    const { status: seen, body } = await look(key);
    expect(seen).toBe(200);
    expect(body).toMatchObject({ stuck: 0, funnel: { open: 1 }, streets: [{ street: '330302001' }] });
  });

  it('opens one street where it is made for one', async () => {
    const { key } = await makeKey({ street: '330302002', until: '2026-12-31' });
    expect((await look(key)).body).toMatchObject({ street: '330302002', funnel: { open: 0 } });
  });

  it('counts for one street what is stuck there, and for the district all of it', async () => {
    await stage.ports.views.write([
      {
        ...RECONCILIATION,
        value: { at: stage.ports.clock.now(), checked: 1, repairs: [], stuck: [PROJECT_ID] },
        watermark: { ledger: 'reconciliation', seq: 1 },
      },
    ]);
    const stuckOn = async (street?: string) => {
      const { key } = await makeKey({ until: '2026-12-31', ...(street && { street }) });
      return (await look(key)).body.stuck;
    };
    expect([await stuckOn(), await stuckOn('330302001'), await stuckOn('330302002')]).toEqual([1, 1, 0]);
  });

  it('is over after its last day', async () => {
    const { key } = await makeKey({ until: '2026-03-02' });
    expect((await look(key)).status).toBe(200);
    stage.goTo('2026-03-03');
    expect((await look(key)).status).toBe(401);
  });

  it('proves nothing for another street, another day or no proof', async () => {
    const { key } = await makeKey({ street: '330302001', until: '2026-12-31' });
    const forged = [
      key.replace('330302001', '330302002'),
      key.replace('330302001', 'district'),
      key.replace('2026-12-31', '2027-12-31'),
      key.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      '',
    ];
    for (const each of forged) expect((await look(each)).status, each).toBe(401);
  });

  it('is made for today by whoever watches the dashboard: a street for itself, everybody else for the district', async () => {
    const own = await makeKey({}, 'STREET', '330302002');
    expect((await look(own.key)).body).toMatchObject({ street: '330302002' });
    const { key } = await makeKey({}, 'PRINCIPAL_LEADER');
    expect((await look(key)).body).not.toHaveProperty('street');
    stage.goTo('2026-03-03');
    expect((await look(key)).status).toBe(401);
    expect((await makeKey({}, 'BODY', '330302001001-01')).status).toBe(403);
  });

  it('is made for longer by the operator only, and for a day that exists', async () => {
    expect((await makeKey({ until: '2026-12-31' }, 'FINANCE')).status).toBe(403);
    expect((await makeKey({ until: '2026-02-30' })).status).toBe(422);
  });

  it('is told by one tag that nothing has changed, whatever the time', async () => {
    const { key } = await makeKey({ until: '2026-12-31' });
    const { headers } = await look(key);
    stage.setNow(stage.ports.clock.now().replace('01:00', '01:30') as ReturnType<typeof stage.ports.clock.now>);
    expect((await look(key, headers.etag)).status).toBe(304);
  });
});
