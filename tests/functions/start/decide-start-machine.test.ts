// The machine of step 4 over the real steps: which states it passes, what it waits for, how it ends.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import type { Ports } from '../../../domain/ports.ts';
import type { ActName } from '../../../domain/projects/act-names.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { performAct } from '../../../functions/runtime/perform-act.ts';
import { acts } from '../../../local/acts.ts';
import { openSystem, type System } from '../../../local/system.ts';
import { at, FINANCE, projectIn, STREET, V1 } from '../../domain/projects/funding/step-four.ts';
import { putInLedger, storePaper } from '../funding/project-in-ledger.ts';

const MACHINE = 'arn:aws:states:local:000000000000:stateMachine:decide-start';

let folder: string;
let system: System;
let ports: Ports;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
  const opened = await openSystem({ folder, clock: { kind: 'VIRTUAL', from: at('2026-03-09') }, log: () => {} });
  if (!opened.ok) throw new Error(opened.refusal.says.en);
  system = opened.value;
  ports = system.ports;
});
afterEach(() => {
  system.close();
  rmSync(folder, { recursive: true });
});

const ACTORS = {
  STREET,
  FINANCE,
  BODY: { role: 'BODY', id: 'person-3', unit: '330302001003-01' },
  DRB: { role: 'DRB', id: 'person-4', unit: 'DRB' },
  PRINCIPAL_LEADER: { role: 'PRINCIPAL_LEADER', id: 'person-5', unit: 'PRINCIPAL_LEADER' },
} as const;

const enteredTask = z.object({
  type: z.literal('TaskStateEntered'),
  stateEnteredEventDetails: z.object({ name: z.string() }),
});

/** The execution of step 4 of a project that stands in `project`, waiting. */
async function start(project: Project) {
  const { projectId } = await putInLedger(ports, project);
  await system.idle();
  const { executionArn } = system.engine.startExecution({
    stateMachineArn: MACHINE,
    name: `${projectId}-4-9`,
    input: JSON.stringify({ projectId, renewAt: at('2026-11-09') }),
  });
  await system.idle();
  const paper = await storePaper(ports);
  return {
    async act(name: ActName, role: keyof typeof ACTORS, input: object) {
      const human = acts[name] ?? expect.fail(name);
      const done = await performAct(ports, human, { projectId, actor: ACTORS[role], input });
      if (!done.ok) throw new Error(`${name}: ${done.refusal.says.en}`);
      await system.idle();
    },
    paper,
    /** Tasks entered so far, in order. */
    tasks: () =>
      system.engine
        .getExecutionHistory({ executionArn, maxResults: 1000 })
        .events.flatMap((event) => enteredTask.safeParse(event).data?.stateEnteredEventDetails.name ?? []),
    ended: () => {
      const { status, output } = system.engine.describeExecution({ executionArn });
      return { status, output };
    },
  };
}

describe('the machine of step 4', () => {
  it('waits for each act in the order of the text, and for the report again when the leader declines', async () => {
    const { act, paper, tasks, ended } = await start({
      ...projectIn('APPLICATION_SUBMITTED', V1),
      start: { application: { at: at('2026-03-06'), on: plainDateOf('2026-03-06') } },
    });
    expect(tasks()).toEqual(['Submit application', 'Open account']);
    // A plan of mandatory items only is funded as soon as the account is open.
    await act('open-account', 'STREET', {
      bank: '温州银行鹿城支行',
      lastDigits: '4821',
      numberHash: 'd'.repeat(64),
      openedOn: '2026-03-09',
    });
    expect(tasks().slice(-2)).toEqual(['Book contributions', 'Confirm project']);
    await act('confirm-project', 'STREET', {
      confirmedOn: '2026-03-09',
      inDemolitionPlan: false,
      demolitionPlan: paper,
    });
    const report = { reportedOn: '2026-03-09', document: paper };
    await act('report-project', 'STREET', report);
    const word = { decidedOn: '2026-03-09', reference: '区长办公会〔2026〕3号', document: paper };
    await act('consent-start', 'PRINCIPAL_LEADER', { ...word, decision: 'DECLINE', reason: '本年度项目已满' });
    expect(tasks().slice(-2)).toEqual(['Consent start', 'Report project']);
    await act('report-project', 'STREET', report);
    await act('consent-start', 'PRINCIPAL_LEADER', { ...word, decision: 'CONSENT' });
    expect(ended().status).toBe('RUNNING');
    await act('list-in-investment-plan', 'DRB', {
      listing: 'LISTED',
      year: '2026',
      itemNo: '2026-B-017',
      listedOn: '2026-03-09',
      document: paper,
    });
    expect(ended()).toEqual({ status: 'SUCCEEDED', output: '{"outcome":"done"}' });
  });

  it('waits in the state that publicity ends in until an application is accepted', async () => {
    const { act, paper, tasks } = await start(projectIn('PUBLICITY_SATISFIED', V1));
    const application = { application: paper, notice: paper, undertaking: paper };
    await act('submit-application', 'BODY', application);
    expect(tasks()).toEqual(['Submit application']);
    await act('submit-application', 'BODY', { ...application, managementPlan: paper });
    expect(tasks()).toEqual(['Submit application', 'Open account']);
  });

  it('ends as renewed when nothing comes before the execution grows old', async () => {
    const { ended } = await start(projectIn('APPLICATION_SUBMITTED'));
    await system.advance(at('2026-11-09'));
    expect(ended()).toEqual({ status: 'SUCCEEDED', output: '{"outcome":"renew"}' });
  });

  it('passes what was done before it started without waiting', async () => {
    const { tasks } = await start(projectIn('LEADER_CONSENTED'));
    expect(tasks()).toEqual([
      'Submit application',
      'Open account',
      'Book contributions',
      'Confirm project',
      'Report project',
      'Consent start',
      'List in investment plan',
    ]);
  });

  it('ends as sent back when the plan is revised on the way', async () => {
    const { act, ended } = await start(projectIn('FUNDED'));
    await act('revise-plan', 'STREET', { reason: '管网改造内容调整' });
    expect(ended()).toEqual({ status: 'SUCCEEDED', output: '{"outcome":"sent-back"}' });
  });
});
