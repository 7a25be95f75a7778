// The projector derives from the stream what one machine commits with each entry: the same rows, messages and signals.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProjectorPorts, projectBatch } from '../../../adapters/aws/projector.ts';
import { budgetLedger } from '../../../domain/budget/budget.ts';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Entry, LedgerRef } from '../../../domain/ledger.ts';
import { NO_CONSEQUENCES } from '../../../domain/ports.ts';
import { setBudget } from '../../../functions/funding/set-budget.ts';
import { openStage, PROJECT_ID, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { FINANCE } from '../../domain/projects/funding/step-four.ts';
import { storePaper } from '../../functions/funding/project-in-ledger.ts';
import { type Aws, startAws } from '../../support/aws/start-aws.ts';
import { batchOf, rowsOfLedgers } from '../../support/aws/table-rows.ts';
import { storedRows } from '../../support/journey/view-rows.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';

const REF: LedgerRef = { kind: 'PROJECT', id: PROJECT_ID };
const LATER = instantOf(Date.UTC(2026, 2, 3, 1));

let aws: Aws;
let opened: Awaited<ReturnType<Aws['open']>>;
let oneMachine: FakePorts;
let stage: Stage;
let entries: readonly Entry[];
beforeAll(async () => {
  aws = await startAws();
  oneMachine = fakePorts();
  stage = await openStage(oneMachine);
  await stage.playUntil('CONSULTING');
  entries = await stage.ports.ledger.read(REF);
});
afterAll(async () => {
  stage.close();
  await aws.close();
});
beforeEach(async () => {
  opened = await aws.open();
  for (const entry of entries) await opened.ledger.append(REF, entry, NO_CONSEQUENCES);
});
afterEach(() => opened.close());

const seqs = () => entries.map(({ seq }) => seq);
const faults: unknown[] = [];
const project = (wanted: readonly number[], ports: ProjectorPorts = opened) =>
  projectBatch(ports, batchOf(REF, wanted), (error) => faults.push(error));
const messageIds = async () => (await opened.outbox.claim(100, LATER)).map(({ messageId }) => messageId);

describe('the projector', () => {
  it('writes the rows that one machine commits, queues its messages and starts its machine', async () => {
    expect(await project(seqs())).toEqual({ batchItemFailures: [] });
    expect(await rowsOfLedgers(opened.table)).toEqual(storedRows(oneMachine.database));
    expect(await opened.views.count('projects', 'all')).toBe(1);
    expect((await opened.engine.started()).map(({ name }) => name)).toEqual([`${PROJECT_ID}-1-1`]);
    const expected = (await oneMachine.ports.outbox.claim(100, LATER)).map(({ messageId }) => messageId);
    expect((await messageIds()).toSorted()).toEqual(expected.toSorted());
  });

  it('changes nothing when the stream hands out a batch again, or part of one', async () => {
    await project(seqs());
    const rows = await rowsOfLedgers(opened.table);
    await project(seqs());
    await project(seqs().slice(1, 2));
    expect(await rowsOfLedgers(opened.table)).toEqual(rows);
    expect(await opened.views.count('projects', 'all')).toBe(1);
    expect(await opened.engine.started()).toHaveLength(1);
    expect(new Set(await messageIds()).size).toBe(await opened.outbox.pending());
  });

  it('stops at the entry that fails and is handed that one and all behind it again', async () => {
    let calls = 0;
    const failing: ProjectorPorts = {
      ...opened,
      outbox: {
        ...opened.outbox,
        async enqueue(messages) {
          calls += 1;
          if (calls === 3) throw new Error('SQS is away');
          await opened.outbox.enqueue(messages);
        },
      },
    };
    expect(await project(seqs(), failing)).toEqual({ batchItemFailures: [{ itemIdentifier: '300' }] });
    expect(faults).toMatchObject([{ message: 'SQS is away' }]);
    expect((await opened.views.get('project', PROJECT_ID, ''))?.watermark.seq).toBe(2);

    expect(await project(seqs().slice(2))).toEqual({ batchItemFailures: [] });
    expect(await rowsOfLedgers(opened.table)).toEqual(storedRows(oneMachine.database));
  });

  it('a consumer that skips a late commit: it catches up with entries that it was never handed', async () => {
    await project(seqs().slice(-1));
    expect(await rowsOfLedgers(opened.table)).toEqual(storedRows(oneMachine.database));
    expect((await opened.engine.started()).map(({ name }) => name)).toEqual([`${PROJECT_ID}-1-1`]);
  });

  it('answers the machine that waits for the act', async () => {
    await project([1]);
    const execution = `${PROJECT_ID}-1-1`;
    const openedAt = instantOf(Date.UTC(2026, 2, 2, 1));
    const task = await opened.engine.newTask();
    await opened.workflow.open({ projectId: PROJECT_ID, wait: 'record-survey', execution, openedAt }, task);
    await project([2]);
    expect(await opened.engine.answerTo(task)).toEqual({ outcome: 'eligible' });
  });

  it('leaves alone what is no new entry of a ledger', async () => {
    const { Records } = batchOf(REF, [1]);
    const modified = Records.map((record) => ({ ...record, eventName: 'MODIFY' }));
    const others = ['VIEW#projects#all', 'WAITS#330302-2026-0017', 'PAPER#00'].map((pk) => ({
      eventName: 'INSERT',
      dynamodb: { SequenceNumber: '1', Keys: { pk: { S: pk }, sk: { S: '#' } } },
    }));
    const answer = await projectBatch(opened, { Records: [...modified, ...others] }, (error) => faults.push(error));
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await rowsOfLedgers(opened.table)).toEqual([]);
  });

  it('writes the year of a budget', async () => {
    const document = await storePaper(oneMachine.ports);
    await setBudget(oneMachine.ports, FINANCE, { year: '2026', amount: '10000000', document });
    const ref = budgetLedger('2026');
    for (const entry of await oneMachine.ports.ledger.read(ref)) {
      await opened.ledger.append(ref, entry, NO_CONSEQUENCES);
    }
    await projectBatch(opened, batchOf(ref, [1]), (error) => faults.push(error));
    const row = await opened.views.get('budget', 'years', '2026');
    expect(row).toEqual(await oneMachine.ports.views.get('budget', 'years', '2026'));
    expect(row?.value).toMatchObject({ amount: '10000000.00', left: '10000000.00' });
  });
});
