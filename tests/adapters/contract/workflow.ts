// What every adapter of the Workflow port keeps, seen from the port and from the engine behind it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Signal, Workflow } from '../../../domain/ports.ts';
import type { Open, Opened } from './opened.ts';

/** The engine as it looks from outside after the port was used. */
export interface ObservedEngine {
  readonly started: readonly { readonly name: string; readonly input: string }[];
  readonly answers: readonly { readonly taskToken: string; readonly output: string }[];
  /** From now on this token is answered with TaskTimedOut. */
  timeOut(taskToken: string): void;
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
        expect(engine.started.map(({ name }) => name)).toEqual([`${PROJECT}-3-1`]);
        expect(engine.started.map(({ input }) => JSON.parse(input))).toEqual([
          { projectId: PROJECT, step: 3, generation: 1 },
        ]);
      });

      it('takes a repeated start for no second start', async () => {
        await workflow.signal([START, START]);
        await workflow.signal([START]);
        expect(engine.started).toHaveLength(1);
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
        await wait('confirm-plan', 'token-1');
        await wait('review-drawings', 'token-2');
        await resolve({ 'confirm-plan': 'passed', 'decide-start': 'passed' });
        expect(engine.answers.map(({ taskToken, output }) => [taskToken, JSON.parse(output)])).toEqual([
          ['token-1', { outcome: 'passed' }],
        ]);
        expect(await waiting()).toEqual(['review-drawings']);
      });

      it('answers every open wait of that name, and several names at once', async () => {
        await wait('confirm-plan', 'token-1');
        await wait('confirm-plan', 'token-2', { execution: `${PROJECT}-3-2` });
        await wait('publish-plan', 'token-3');
        await resolve({ 'confirm-plan': 'passed', 'publish-plan': 'withdrawn' });
        expect(engine.answers.map(({ taskToken }) => taskToken).toSorted()).toEqual(['token-1', 'token-2', 'token-3']);
        expect(await waiting()).toEqual([]);
      });

      it('takes a repeated resolution for one', async () => {
        await wait('confirm-plan', 'token-1');
        await resolve({ 'confirm-plan': 'passed' });
        await resolve({ 'confirm-plan': 'failed' });
        expect(engine.answers).toHaveLength(1);
      });

      it('answers no wait of another project', async () => {
        await wait('confirm-plan', 'token-1');
        await resolve({ 'confirm-plan': 'passed' }, '330302-2026-0018');
        expect(engine.answers).toEqual([]);
        expect(await waiting()).toEqual(['confirm-plan']);
      });

      it('answers with the newest token when a wait was opened again', async () => {
        await wait('confirm-plan', 'token-1');
        await wait('confirm-plan', 'token-2');
        await resolve({ 'confirm-plan': 'passed' });
        expect(engine.answers.map(({ taskToken }) => taskToken)).toEqual(['token-2']);
      });

      it('drops a wait whose task has timed out and answers the others all the same', async () => {
        await wait('confirm-plan', 'token-1');
        await wait('publish-plan', 'token-2');
        engine.timeOut('token-1');
        await resolve({ 'confirm-plan': 'passed', 'publish-plan': 'passed' });
        expect(engine.answers.map(({ taskToken }) => taskToken)).toEqual(['token-2']);
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
