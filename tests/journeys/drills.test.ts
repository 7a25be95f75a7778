// How the peers of this system broke, one test for each break that ours has a place for: duplicates, tokens, late and
// lost messages. Those of single rules stand beside their rules.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { epochMillisecondsOf, instantOf } from '../../domain/calendar/plain-date.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import { performAct } from '../../functions/runtime/perform-act.ts';
import { acts } from '../../local/acts.ts';
import { PROJECT_ID, survey } from '../domain/projects/consent/neighbourhood-on-stage.ts';
import { STREET } from '../domain/projects/funding/step-four.ts';
import { openStagedSystem, type StagedSystem } from '../support/journey/staged-system.ts';

const PROJECT = { kind: 'PROJECT', id: PROJECT_ID } as const;
const MINUTES_A_DAY = 24 * 60;

let staged: StagedSystem;
beforeEach(async () => {
  staged = await openStagedSystem();
});
afterEach(() => staged.close());

const entries = () => staged.system.ports.ledger.read(PROJECT);
const perform = (act: ActName, input: unknown, more: { expectedSeq?: number; request?: string } = {}) =>
  performAct(staged.system.ports, acts[act] ?? expect.fail(act), {
    projectId: PROJECT_ID,
    actor: STREET,
    input,
    ...more,
  });

function tokenOf(wait: string): string {
  const row = staged.system.stored.database.prepare('SELECT token FROM waits WHERE wait = ?').get(wait);
  return String(row?.token ?? expect.fail(`nobody waits for ${wait}`));
}
const answer = (taskToken: string) => () =>
  staged.system.engine.sendTaskSuccess({ taskToken, output: '{"outcome":"eligible"}' });
const machine = (name: string) => `arn:aws:states:local:000000000000:stateMachine:${name}`;

describe('a request or a message that comes twice', () => {
  it('is one act, one entry, the same answer', async () => {
    const input = await survey(staged.stage);
    const twice = { expectedSeq: 1, request: 'e'.repeat(64) };
    const outcomes = await Promise.all([1, 2, 3].map(() => perform('record-survey', input, twice)));
    expect(outcomes.map((done) => done.ok && [done.value.replayed, done.value.entry.seq])).toEqual(
      expect.arrayContaining([
        [false, 2],
        [true, 2],
      ]),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await entries()).toHaveLength(2);
  });

  it('queue batch timeout that starts a thing twice: it is started once, however often it is told to', async () => {
    const { workflow } = staged.system.ports;
    const start = { kind: 'START', projectId: PROJECT_ID, step: 1, generation: 1 } as const;
    await Promise.all([workflow.signal([start, start]), workflow.signal([start])]);
    expect(await staged.running()).toEqual([`${PROJECT_ID}-1-1`]);
    expect(await staged.waiting()).toEqual(['record-survey']);
  });

  it('starts no second execution of the same generation at another step', async () => {
    const { engine } = staged.system;
    const start = { kind: 'START', projectId: PROJECT_ID, step: 1, generation: 2 } as const;
    await staged.system.ports.workflow.signal([start]);
    await staged.stage.playUntil('BODY_FORMED');
    await staged.system.idle();
    // The call of generation 1 comes again, though generation 2 runs and the project has reached step 2 meanwhile.
    const definition = { QueryLanguage: 'JSONata', StartAt: 'S', States: { S: callOf('StartNextGeneration') } };
    const { stateMachineArn } = engine.deployStateMachine({ name: 'again', definition: JSON.stringify(definition) });
    const input = JSON.stringify({ projectId: PROJECT_ID, generation: 1 });
    const { executionArn } = engine.startExecution({ stateMachineArn, name: 'again', input });
    await staged.system.idle();
    expect(engine.describeExecution({ executionArn }).status).toBe('SUCCEEDED');
    expect((await staged.running()).toSorted()).toEqual([`${PROJECT_ID}-1-1`, `${PROJECT_ID}-1-2`]);
  });
});

const callOf = (FunctionName: string) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName, Payload: '{% $states.input %}' },
  TimeoutSeconds: 60,
  End: true,
});

describe('an act that was done before anybody waited for it', () => {
  it('is found when the wait opens, step after step', async () => {
    await staged.stage.playUntil('BODY_FORMED');
    await staged.system.idle();
    const { executionArn } = staged.system.engine.startExecution({
      stateMachineArn: machine('consult-residents'),
      name: `${PROJECT_ID}-late-1`,
      input: JSON.stringify({ projectId: PROJECT_ID, renewAt: '2026-11-07T01:00:00.000Z' }),
    });
    await staged.system.idle();
    const { status, output } = staged.system.engine.describeExecution({ executionArn });
    expect([status, output]).toEqual(['SUCCEEDED', '{"outcome":"done"}']);
    expect(await staged.waiting()).toEqual(['commission-design']);
  });
});

describe('token used twice, or after its timeout', () => {
  it('moves nothing the second time', async () => {
    const token = tokenOf('record-survey');
    expect((await perform('record-survey', await survey(staged.stage))).ok).toBe(true);
    expect(await staged.waiting()).toEqual(['start-consultation']);
    expect(answer(token)).toThrow(expect.objectContaining({ name: 'TaskTimedOut' }));
    expect(await staged.waiting()).toEqual(['start-consultation']);
  });

  it('is worth nothing once its wait has timed out, and the act is awaited by the next generation', async () => {
    const token = tokenOf('record-survey');
    await staged.pass(251 * MINUTES_A_DAY);
    expect(answer(token)).toThrow(expect.objectContaining({ name: 'TaskTimedOut' }));
    expect(await staged.running()).toEqual([`${PROJECT_ID}-1-2`]);
    expect(await staged.waiting()).toEqual(['record-survey']);
    expect((await perform('record-survey', await survey(staged.stage))).ok).toBe(true);
    expect(await staged.waiting()).toEqual(['start-consultation']);
  });

  it('could not be found in an entry, a view, a message or a log', async () => {
    const tokens = [tokenOf('record-survey')];
    await perform('record-survey', await survey(staged.stage));
    await staged.system.idle();
    tokens.push(tokenOf('start-consultation'));
    const { database } = staged.system.stored;
    const kept = [
      'SELECT entry AS text FROM entries',
      'SELECT value AS text FROM view_rows',
      'SELECT message AS text FROM outbox',
    ]
      .flatMap((sql) => database.prepare(sql).all())
      .map(({ text }) => String(text));
    const written = [...kept, ...staged.logged.map((line) => JSON.stringify(line))];
    expect(written.length).toBeGreaterThan(10);
    for (const token of tokens) expect(written.filter((text) => text.includes(token))).toEqual([]);
  });
});

describe('document finished by all signers and still "pending"', () => {
  it('is finished by the last one, and nobody is left pending', async () => {
    await staged.stage.playUntil('PUBLICITY_RUNNING');
    const { publicity, state } = await staged.stage.project();
    expect([state, publicity.endsOn]).toEqual(['PUBLICITY_RUNNING', '2026-03-09']);
    expect(await staged.waiting()).toEqual([]);
    await staged.pass(8 * MINUTES_A_DAY);
    expect(await staged.waiting()).toEqual(['submit-application']);
  });
});

it('a token wait without timeout: no machine has one, and what nobody answers is asked again', async () => {
  const folder = join(import.meta.dirname, '../../statemachines');
  const waits = readdirSync(folder)
    .filter((name) => name.endsWith('.asl.json'))
    .flatMap((name) => tasksOf(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .filter(({ Resource }) => String(Resource).endsWith('.waitForTaskToken'));
  expect(waits.length).toBeGreaterThan(20);
  for (const { TimeoutSeconds } of waits) {
    expect(typeof TimeoutSeconds === 'string' || Number(TimeoutSeconds) <= 300 * 86_400).toBe(true);
  }
  for (let generation = 1; generation < 4; generation++) {
    expect(await staged.running()).toEqual([`${PROJECT_ID}-1-${generation}`]);
    expect(await staged.waiting()).toEqual(['record-survey']);
    await staged.pass(251 * MINUTES_A_DAY);
  }
});

/** Every task of a machine, however deep it lies in branches. */
function tasksOf(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'Type' in value && value.Type === 'Task' ? [value as Record<string, unknown>] : [];
  return [...own, ...Object.values(value).flatMap(tasksOf)];
}

it('token lost: the reconciler opens the wait again, and the act goes on from there', async () => {
  await staged.system.idle();
  staged.system.stored.database.connection.exec('DELETE FROM waits');
  expect(await staged.system.ports.workflow.listWaiting()).toEqual([]);
  // The quarter of an hour of the reconciler.
  await staged.pass(16);
  expect(await staged.waiting()).toEqual(['record-survey']);
  expect((await perform('record-survey', await survey(staged.stage))).ok).toBe(true);
  expect(await staged.waiting()).toEqual(['start-consultation']);
});

describe('a clock that is asked the impossible', () => {
  it('refuses to go back, and nothing has moved', async () => {
    const now = staged.system.ports.clock.now();
    const back = await staged.system.advance(instantOf(epochMillisecondsOf(now) - 1));
    expect(back.ok).toBe(false);
    expect(staged.system.ports.clock.now()).toBe(now);
  });

  it('fires the same moment once when two people move it at once', async () => {
    await staged.stage.playUntil('PUBLICITY_RUNNING');
    const to = instantOf(epochMillisecondsOf(staged.system.ports.clock.now()) + 8 * MINUTES_A_DAY * 60_000);
    await Promise.all([staged.system.advance(to), staged.system.advance(to)]);
    expect((await entries()).filter(({ act }) => act === 'close-publicity')).toHaveLength(1);
  });
});
