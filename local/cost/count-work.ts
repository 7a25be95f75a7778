// Counts what a project has caused: entries and what followed from them, transitions of its machines, waits, papers.
import * as z from 'zod';
import type { LedgerRef } from '../../domain/ledger.ts';
import type { Ports } from '../../domain/ports.ts';
import { consequencesOf } from '../../domain/projects/consequences.ts';
import { applyEntry } from '../../domain/projects/fold.ts';
import type { Project } from '../../domain/projects/project.ts';
import type { StepFunctions } from '../stepfunctions/engine.ts';

export interface Work {
  readonly entries: number;
  /** Of 1 KiB each, rounded up for each entry: how DynamoDB counts what is written. */
  readonly entryKibibytes: number;
  /** As many as were written: what an entry did not change stands already. */
  readonly rows: number;
  readonly rowKibibytes: number;
  readonly messages: number;
  readonly transitions: number;
  /** Functions that machines called, waits among them. */
  readonly steps: number;
  readonly waits: number;
  /** Of the project as it stands at the end: the largest that is ever read. */
  readonly snapshotBytes: number;
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const kibibytesOf = (value: unknown): number => Math.ceil(bytesOf(value) / 1024);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export async function countWork(
  { ledger }: Pick<Ports, 'ledger'>,
  engine: StepFunctions,
  projectId: string,
): Promise<Work> {
  const ref: LedgerRef = { kind: 'PROJECT', id: projectId };
  const entries = await ledger.read(ref);
  let project: Project | undefined;
  const consequences = entries.map((entry) => {
    const after = applyEntry(project, entry);
    const caused = consequencesOf(project, after);
    project = after;
    return caused;
  });
  const rows = consequences.flatMap(({ views }) => views).filter(({ isUnchanged }) => isUnchanged === undefined);
  return {
    entries: entries.length,
    entryKibibytes: sum(entries.map(kibibytesOf)),
    rows: rows.length,
    rowKibibytes: sum(rows.map(kibibytesOf)),
    messages: consequences.flatMap(({ messages }) => messages).length,
    snapshotBytes: bytesOf(project ?? {}),
    ...countTransitions(engine, projectId),
  };
}

function countTransitions(engine: StepFunctions, projectId: string): Pick<Work, 'transitions' | 'steps' | 'waits'> {
  let transitions = 0;
  let steps = 0;
  let waits = 0;
  for (const executionArn of executionsOf(engine, projectId)) {
    for (const event of eventsOf(engine, executionArn)) {
      if (event.type.endsWith('StateEntered')) transitions += 1;
      const scheduled = event.taskScheduledEventDetails;
      if (scheduled?.resourceType !== 'lambda') continue;
      steps += 1;
      if (scheduled.resource.endsWith('.waitForTaskToken')) waits += 1;
    }
  }
  return { transitions, steps, waits };
}

/** The part of a history event that is counted. */
const counted = z.object({
  type: z.string(),
  taskScheduledEventDetails: z.object({ resourceType: z.string(), resource: z.string() }).optional(),
});

function* executionsOf(engine: StepFunctions, projectId: string): Generator<string> {
  for (const { stateMachineArn } of engine.listStateMachines({ maxResults: PAGE }).stateMachines) {
    for (let nextToken: string | undefined; ; ) {
      const page = engine.listExecutions({ stateMachineArn, maxResults: PAGE, ...(nextToken && { nextToken }) });
      for (const { name, executionArn } of page.executions) {
        if (name.startsWith(`${projectId}-`)) yield executionArn;
      }
      nextToken = page.nextToken;
      if (nextToken === undefined) break;
    }
  }
}

function* eventsOf(engine: StepFunctions, executionArn: string): Generator<z.output<typeof counted>> {
  for (let nextToken: string | undefined; ; ) {
    const page = engine.getExecutionHistory({
      executionArn,
      maxResults: PAGE,
      includeExecutionData: false,
      ...(nextToken && { nextToken }),
    });
    yield* z.array(counted).parse(page.events);
    nextToken = page.nextToken;
    if (nextToken === undefined) return;
  }
}

/** The most that Step Functions gives at a time. */
const PAGE = 1_000;
