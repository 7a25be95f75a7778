// What every adapter of the Workflow port keeps, seen from the port and from the engine behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Signal, Workflow } from '../../../domain/ports.ts';
import type { Open, Opened } from './opened.ts';

/** A real engine, seen from outside: what was started on it, and tasks of its own that wait to be answered. */
export interface ObservedEngine {
  /** Executions of the renovation machine, also those that have ended. */
  started(): Promise<readonly { readonly name: string; readonly input: string }[]>;
  /** A task begins to wait, for so many seconds; its token. */
  newTask(seconds?: number): Promise<string>;
  /** What the task was answered with; undefined as long as it was not. */
  answerTo(taskToken: string): Promise<unknown>;
  letTimePass(seconds: number): Promise<void>;
}

interface WorkflowParts {
  readonly workflow: Workflow;
  readonly engine: ObservedEngine;
}

const PROJECT = '330302-2026-0017';
const OPENED_AT = instantOf(Date.UTC(2026, 2, 2, 1));
const START = { kind: 'START', projectId: PROJECT, step: 3, generation: 1 } as const satisfies Signal;

export function describeWorkflow(name: string, open: Open<WorkflowParts>): void {
  describe(`${name} workflow`, () => {
    let opened: WorkflowParts & Opened;
    let workflow: Workflow;
    let engine: ObservedEngine;
    beforeEach(async () => {
      opened = await open();
      ({ workflow, engine } = opened);
    });
    afterEach(() => opened.close());

    const wait = (waitName: string, token: string, of: { projectId?: string; execution?: string } = {}) =>
      workflow.open(
        { projectId: PROJECT, wait: waitName, execution: `${of.projectId ?? PROJECT}-3-1`, openedAt: OPENED_AT, ...of },
        token,
      );
    const resolve = (outcomes: Record<string, string>, projectId = PROJECT) =>
      workflow.signal([{ kind: 'RESOLVE', projectId, outcomes }]);
    const waiting = async (projectId?: string) =>
      (await workflow.listWaiting(projectId)).map((open) => open.wait).toSorted();
    const runningExecution = async () => {
      const [running] = await workflow.listRunning(PROJECT);
      if (!running) throw new Error('nothing runs');
      return running.execution;
    };

    describe('starting', () => {
      it('starts an execution named after project, step and generation', async () => {
        await workflow.signal([START]);
        const started = await engine.started();
        expect(started.map(({ name }) => name)).toEqual([`${PROJECT}-3-1`]);
        expect(started.map(({ input }) => JSON.parse(input))).toEqual([{ projectId: PROJECT, step: 3, generation: 1 }]);
      });

      it('takes a repeated start for no second start', async () => {
        await workflow.signal([START, START]);
        await workflow.signal([START]);
        expect(await engine.started()).toHaveLength(1);
        expect(await workflow.listRunning()).toHaveLength(1);
      });

      it('remembers the highest generation that was ever started', async () => {
        expect(await workflow.latestGeneration(PROJECT)).toBe(0);
        await workflow.signal([{ ...START, generation: 2 }]);
        await workflow.signal([{ ...START, step: 4, generation: 1 }]);
        expect(await workflow.latestGeneration(PROJECT)).toBe(2);
        expect(await workflow.latestGeneration('330302-2026-0018')).toBe(0);
      });

      it('lists what runs, of all projects or of one', async () => {
        await workflow.signal([START, { ...START, step: 4, generation: 2 }]);
        await workflow.signal([{ ...START, projectId: '330302-2026-001' }]);
        expect(await workflow.listRunning()).toHaveLength(3);
        expect(await workflow.listRunning(PROJECT)).toHaveLength(2);
        expect(await workflow.listRunning('330302-2026-001')).toHaveLength(1);
        expect(await workflow.listRunning('330302-2026-0018')).toEqual([]);
      });
    });

    describe('renewing', () => {
      it('forgets the waits of the generation before, which nobody can answer any more', async () => {
        await workflow.signal([START]);
        await wait('confirm-plan', 'token-1');
        await wait('decide-start', 'token-2', { projectId: '330302-2026-0018' });
        await workflow.signal([{ ...START, generation: 2 }]);
        await wait('confirm-plan', 'token-3', { execution: `${PROJECT}-3-2` });
        await workflow.signal([{ ...START, generation: 2 }]);
        const executions = (await workflow.listWaiting()).map(({ execution }) => execution);
        expect(executions.toSorted()).toEqual([`${PROJECT}-3-2`, '330302-2026-0018-3-1']);
      });
    });

    describe('waiting', () => {
      it('lists open waits without their tokens', async () => {
        await wait('confirm-plan', 'token-1');
        const waits = await workflow.listWaiting(PROJECT);
        expect(waits).toEqual([
          { projectId: PROJECT, wait: 'confirm-plan', execution: `${PROJECT}-3-1`, openedAt: OPENED_AT },
        ]);
      });

      it('lists the waits of all projects or of one', async () => {
        await wait('confirm-plan', 'token-1');
        await wait('decide-start', 'token-2', { projectId: '330302-2026-0018' });
        expect(await waiting()).toEqual(['confirm-plan', 'decide-start']);
        expect(await waiting('330302-2026-0018')).toEqual(['decide-start']);
      });

      it('answers the wait that has an outcome and leaves the others open', async () => {
        const [confirming, reviewing] = [await engine.newTask(), await engine.newTask()];
        await wait('confirm-plan', confirming);
        await wait('review-drawings', reviewing);
        await resolve({ 'confirm-plan': 'passed', 'decide-start': 'passed' });
        expect(await engine.answerTo(confirming)).toEqual({ outcome: 'passed' });
        expect(await engine.answerTo(reviewing)).toBeUndefined();
        expect(await waiting()).toEqual(['review-drawings']);
      });

      it('answers every open wait of that name, and several names at once', async () => {
        const [first, second, third] = [await engine.newTask(), await engine.newTask(), await engine.newTask()];
        await wait('confirm-plan', first);
        await wait('confirm-plan', second, { execution: `${PROJECT}-3-2` });
        await wait('publish-plan', third);
        await resolve({ 'confirm-plan': 'passed', 'publish-plan': 'withdrawn' });
        expect(await engine.answerTo(first)).toEqual({ outcome: 'passed' });
        expect(await engine.answerTo(second)).toEqual({ outcome: 'passed' });
        expect(await engine.answerTo(third)).toEqual({ outcome: 'withdrawn' });
        expect(await waiting()).toEqual([]);
      });

      it('takes a repeated resolution for one', async () => {
        const task = await engine.newTask();
        await wait('confirm-plan', task);
        await resolve({ 'confirm-plan': 'passed' });
        await resolve({ 'confirm-plan': 'failed' });
        expect(await engine.answerTo(task)).toEqual({ outcome: 'passed' });
      });

      it('takes a token for used that was answered before it could be forgotten', async () => {
        const task = await engine.newTask();
        await wait('confirm-plan', task);
        await resolve({ 'confirm-plan': 'passed' });
        await wait('confirm-plan', task);
        await resolve({ 'confirm-plan': 'failed' });
        expect(await engine.answerTo(task)).toEqual({ outcome: 'passed' });
        expect(await waiting()).toEqual([]);
      });

      it('answers no wait of another project', async () => {
        const task = await engine.newTask();
        await wait('confirm-plan', task);
        await resolve({ 'confirm-plan': 'passed' }, '330302-2026-0018');
        expect(await engine.answerTo(task)).toBeUndefined();
        expect(await waiting()).toEqual(['confirm-plan']);
      });

      it('answers with the newest token when a wait was opened again', async () => {
        const [older, newer] = [await engine.newTask(), await engine.newTask()];
        await wait('confirm-plan', older);
        await wait('confirm-plan', newer);
        await resolve({ 'confirm-plan': 'passed' });
        expect(await engine.answerTo(newer)).toEqual({ outcome: 'passed' });
        expect(await engine.answerTo(older)).toBeUndefined();
      });

      it('drops a wait whose task has timed out and answers the others all the same', async () => {
        const [short, long] = [await engine.newTask(1), await engine.newTask()];
        await wait('confirm-plan', short);
        await wait('publish-plan', long);
        await engine.letTimePass(2);
        await resolve({ 'confirm-plan': 'passed', 'publish-plan': 'passed' });
        expect(await engine.answerTo(short)).toBeUndefined();
        expect(await engine.answerTo(long)).toEqual({ outcome: 'passed' });
        expect(await waiting()).toEqual([]);
      });
    });

    describe('stopping', () => {
      it('ends the execution and forgets the waits of it and of those that it started for its steps', async () => {
        await workflow.signal([START]);
        await wait('confirm-plan', 'token-1');
        await wait('decide-start', 'token-2', { execution: `${PROJECT}-4-1` });
        await wait('publish-plan', 'token-3', { execution: `${PROJECT}-3-2` });
        await wait('confirm-plan', 'token-4', { projectId: '330302-2026-0018' });
        await workflow.stop(await runningExecution(), 'superseded by generation 2');
        expect(await workflow.listRunning()).toEqual([]);
        expect(await workflow.listRunning(PROJECT)).toEqual([]);
        expect(await waiting()).toEqual(['confirm-plan', 'publish-plan']);
      });

      it('is no fault when the execution has ended before', async () => {
        await workflow.signal([START]);
        const execution = await runningExecution();
        await workflow.stop(execution, 'first');
        await workflow.stop(execution, 'second');
        expect(await workflow.listRunning()).toEqual([]);
      });

      it('forgets the waits of an execution that the engine no longer knows', async () => {
        await workflow.signal([START]);
        const execution = (await runningExecution()).replace(/-1$/, '-2');
        await wait('confirm-plan', 'token-1', { execution: `${PROJECT}-3-2` });
        await workflow.stop(execution, 'lost');
        expect(await waiting()).toEqual([]);
      });
    });
  });
}
