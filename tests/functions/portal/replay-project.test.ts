// Replay of one project as the page asks for it: entry by entry with the state after each, and what differs where it differs.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../../domain/ledger.ts';
import { replayProject } from '../../../functions/portal/replay-project.ts';
import { acts } from '../../../local/acts.ts';
import { PROJECT_ID, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { askRoute, personOf } from '../../support/http/ask-route.ts';
import { type ForgedLedger, openForgedLedger, PROJECT } from './forged-ledger.ts';

let stage: Stage;
let ledger: ForgedLedger;
beforeEach(async () => {
  ledger = await openForgedLedger();
  ({ stage } = ledger);
});
afterEach(() => stage.close());

const replay = (role = 'AUDIT', unit = role) =>
  askRoute(stage.ports, replayProject(acts), { by: personOf(role, unit), path: { id: PROJECT_ID } });

describe('the replay of one project', () => {
  it('shows every entry with the step and state that it left the project in, all decided as before', async () => {
    const { status, body } = await replay();
    const stored = await stage.ports.ledger.read(PROJECT);
    expect(status).toBe(200);
    expect(body).toMatchObject({ projectId: PROJECT_ID, decisions: stored.length, differing: 0 });
    expect(body.entries.map(({ seq, hash }: Entry) => [seq, hash])).toEqual(stored.map(({ seq, hash }) => [seq, hash]));
    expect(body.entries[0]).toMatchObject({ act: 'open-project', step: 1, state: 'POOL' });
    expect(body.entries.at(-1)).toMatchObject({
      act: 'tally-plan-ballot',
      outcome: 'passed',
      step: 3,
      state: 'PLAN_APPROVED',
      stateTitle: { zh: expect.any(String), en: expect.any(String) },
    });
  });

  it('tells which decision comes out differently, though the chain was hashed again', async () => {
    await ledger.forge('tally-plan-ballot', ({ findings }) => ({ findings: findings.slice(1) }));
    const { body } = await replay();
    expect(body).toMatchObject({ differing: 1 });
    expect(body.brokenAt).toBeUndefined();
    const differing = body.entries.filter(({ reason }: { reason?: string }) => reason !== undefined);
    expect(differing).toMatchObject([{ act: 'tally-plan-ballot', reason: 'DECISION' }]);
  });

  it('says at which entry the chain is broken, and decides nothing on top of it', async () => {
    const [, second] = await stage.ports.ledger.read(PROJECT);
    if (second === undefined) throw new Error('one entry only');
    ledger.overwrite([{ ...second, payload: { ...second.payload, outcome: 'turned' } }]);
    const { body } = await replay();
    expect(body).toMatchObject({ brokenAt: 2, differing: 1, entries: [] });
  });

  it('says which unit acted, as the ledger has it: the page gives a street its own name', async () => {
    const { body } = await replay();
    const stored = await stage.ports.ledger.read(PROJECT);
    expect(body.entries.map(({ unit }: { unit: string }) => unit)).toEqual(stored.map(({ actor }) => actor.unit));
    expect(body.entries[0]).toMatchObject({ role: 'STREET', unit: '330302001' });
  });

  it('names no person: roles and units stand where accounts stood', async () => {
    const { body } = await replay();
    const stored = await stage.ports.ledger.read(PROJECT);
    const accounts = stored.map(({ actor }) => actor.id).filter((id) => !/^[A-Z_]+$/.test(id));
    expect(accounts.length).toBeGreaterThan(0);
    for (const id of accounts) expect(JSON.stringify(body)).not.toContain(`"${id}"`);
  });

  it('is for the auditors, the Office and the own street', async () => {
    expect((await replay('RENOVATION_OFFICE')).status).toBe(200);
    expect((await replay('STREET', '330302001')).status).toBe(200);
    expect((await replay('STREET', '330302002')).status).toBe(403);
    expect((await replay('FINANCE')).status).toBe(403);
    expect((await replay('OPERATOR')).status).toBe(403);
  });
});
