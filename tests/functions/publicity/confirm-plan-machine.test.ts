// Step 3 in its machine, on the embedded Step Functions and a virtual clock: the ordinary way, and the ways back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import { openSystem, type System } from '../../../local/system.ts';
import { FIVE_AGREE, GATE, openStage, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';

let folder: string;
let system: System;
let stage: Stage;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
  const from = instantOf(Date.UTC(2026, 2, 2, 1));
  const opened = await openSystem({ folder, clock: { kind: 'VIRTUAL', from }, log: () => {} });
  if (!opened.ok) throw new Error(opened.refusal.says.en);
  system = opened.value;
  stage = await openStage({ ports: system.ports, setNow: () => {}, close: () => system.close() });
});
afterEach(() => {
  stage.close();
  rmSync(folder, { recursive: true });
});

const waiting = async (): Promise<readonly string[]> => {
  await system.idle();
  return (await system.ports.workflow.listWaiting()).map(({ wait }) => wait);
};
const until = (day: string) => system.advance(`${day}T01:00:00.000Z` as Instant);

const objection = async () => ({
  objectionId: 'YY-0001',
  unit: 'd'.repeat(64),
  raisedBy: 'OWNER',
  raisedOn: '2026-03-02',
  paper: await stage.paper('不同意', 'VAULT'),
});
const mediation = async ({ materialChange = false } = {}) => ({
  objectionId: 'YY-0001',
  outcome: 'UNRESOLVED_RECORDED',
  mediatedOn: '2026-03-10',
  record: await stage.paper(),
  materialChange,
});

describe('the machine of step 3', () => {
  it('goes on to step 4 by itself when the publicity is over', async () => {
    await stage.playUntil('VOTING');
    expect(await waiting()).toEqual(['tally-plan-ballot']);
    await stage.playUntil('PUBLICITY_RUNNING');
    expect(await waiting()).toEqual([]);
    await until('2026-03-09');
    expect((await stage.project()).state).toBe('PUBLICITY_RUNNING');
    await until('2026-03-10');
    expect((await stage.project()).state).toBe('PUBLICITY_SATISFIED');
    expect(await waiting()).toEqual(['submit-application']);
  });

  it('begins with the publication, and is told at once of everything done before it waits', async () => {
    await stage.playUntil('DESIGN_READY');
    expect(await waiting()).toEqual(['publish-plan']);
    await stage.playUntil('PLAN_APPROVED');
    expect(await waiting()).toEqual(['post-notice']);
  });

  it('waits for a revision after a failed ballot, and then for the next design', async () => {
    await stage.playUntil('VOTING');
    const votes = await stage.votes(await stage.roll('PLAN'), FIVE_AGREE);
    await stage.perform('tally-plan-ballot', 'BODY', { heldOn: '2026-03-02', votes });
    expect(await waiting()).toEqual(['revise-plan']);
    await stage.perform('revise-plan', 'STREET', { reason: '居民要求增加停车位' });
    expect(await waiting()).toEqual(['submit-design']);
  });

  it('waits for the posting again when a poster came down, and counts from there', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    await until('2026-03-04');
    await stage.perform('report-poster-down', 'COMMUNITY', { place: GATE, foundDownOn: '2026-03-04' });
    await until('2026-03-10');
    expect(await waiting()).toEqual(['confirm-posting']);
    const again = { place: GATE, postedOn: '2026-03-10', photo: await stage.paper() };
    await stage.perform('confirm-posting', 'BODY', again);
    await until('2026-03-17');
    expect((await stage.project()).state).toBe('PUBLICITY_RUNNING');
    await until('2026-03-18');
    expect((await stage.project()).state).toBe('PUBLICITY_SATISFIED');
  });

  it('goes back with a project whose plan a mediation changed', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    await stage.perform('file-objection', 'BODY', await objection());
    await until('2026-03-10');
    expect(await waiting()).toEqual(['record-mediation']);
    await stage.perform('record-mediation', 'BODY', await mediation({ materialChange: true }));
    expect(await waiting()).toEqual(['submit-design']);
  });

  it('waits for the mediation of an objection before it goes on', async () => {
    await stage.playUntil('PUBLICITY_RUNNING');
    await stage.perform('file-objection', 'BODY', await objection());
    await until('2026-03-10');
    expect(await waiting()).toEqual(['record-mediation']);
    await stage.perform('record-mediation', 'BODY', await mediation());
    expect(await waiting()).toEqual(['submit-application']);
  });
});
