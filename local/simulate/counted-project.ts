// One project as it was counted on the real system: its calls, the days of its acts, its executions, the place of the read
// models that it writes most. What a programme costs is so many of these; `npm run simulate -- --count FOLDER` counts anew.
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { LedgerRef } from '../../domain/ledger.ts';
import type { Ports } from '../../domain/ports.ts';
import { consequencesOf } from '../../domain/projects/consequences.ts';
import { applyEntry } from '../../domain/projects/fold.ts';
import type { Project } from '../../domain/projects/project.ts';
import { countWork } from '../cost/count-work.ts';
import type { PaperWork } from '../cost/price-work.ts';
import type { StepFunctions } from '../stepfunctions/engine.ts';

export const STORED_PROJECT = new URL('./counted-project.json', import.meta.url);
const DAY = 86_400_000;

const counts = z.record(z.string(), z.number());
const countedProject = z.object({
  work: z.object({
    entries: z.number(),
    entryKibibytes: z.number(),
    rows: z.number(),
    rowKibibytes: z.number(),
    messages: z.number(),
    transitions: z.number(),
    steps: z.number(),
    waits: z.number(),
    snapshotBytes: z.number(),
  }),
  paper: z.object({ papers: z.number(), bytes: z.number(), issued: z.number(), scannedPages: z.number() }),
  /** From the first entry to the last. */
  days: z.number(),
  executions: z.object({
    started: z.number(),
    /** Open at once, at most and in the middle of the days. */
    most: z.number(),
    average: z.number(),
    /** Events in the longest history, and days of the longest execution. */
    longestHistory: z.number(),
    longestDays: z.number(),
  }),
  /** Rows written into one partition of the read models, for the partitions that all projects share. */
  sharedPartitions: counts,
});

export type CountedProject = z.output<typeof countedProject>;

export const readCountedProject = (): CountedProject =>
  countedProject.parse(JSON.parse(readFileSync(STORED_PROJECT, 'utf8')));

export async function countProject(
  ports: Pick<Ports, 'ledger'>,
  engine: StepFunctions,
  projectId: string,
  paper: PaperWork,
): Promise<CountedProject> {
  const ref: LedgerRef = { kind: 'PROJECT', id: projectId };
  const entries = await ports.ledger.read(ref);
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`no ledger for project ${projectId}`);
  const shared = new Map<string, number>();
  let project: Project | undefined;
  for (const entry of entries) {
    const after = applyEntry(project, entry);
    for (const { view, partition } of consequencesOf(project, after).views) {
      if (partition.includes(projectId)) continue;
      const key = `${view}/${partition}`;
      shared.set(key, (shared.get(key) ?? 0) + 1);
    }
    project = after;
  }
  return {
    work: await countWork(ports, engine, projectId),
    paper,
    days: Math.ceil((Date.parse(last.at) - Date.parse(first.at)) / DAY),
    executions: countExecutions(engine, projectId),
    sharedPartitions: Object.fromEntries([...shared].toSorted(([, one], [, other]) => other - one).slice(0, 12)),
  };
}

function countExecutions(engine: StepFunctions, projectId: string): CountedProject['executions'] {
  const spans: { from: number; to: number; events: number }[] = [];
  for (const { stateMachineArn } of engine.listStateMachines({ maxResults: 1000 }).stateMachines) {
    for (const { name, executionArn, startDate, stopDate } of engine.listExecutions({ stateMachineArn }).executions) {
      if (!name.startsWith(`${projectId}-`)) continue;
      const { events } = engine.getExecutionHistory({ executionArn, reverseOrder: true, maxResults: 1 });
      spans.push({
        from: startDate.getTime(),
        to: (stopDate ?? startDate).getTime(),
        events: events[0]?.id ?? 0,
      });
    }
  }
  const begun = Math.min(...spans.map(({ from }) => from));
  const ended = Math.max(...spans.map(({ to }) => to));
  const openAt = (at: number) => spans.filter(({ from, to }) => from <= at && at < to).length;
  const openDays = spans.reduce((sum, { from, to }) => sum + (to - from), 0);
  return {
    started: spans.length,
    most: Math.max(...spans.map(({ from }) => openAt(from))),
    average: Math.round((openDays / (ended - begun)) * 100) / 100,
    longestHistory: Math.max(...spans.map(({ events }) => events)),
    longestDays: Math.ceil(Math.max(...spans.map(({ from, to }) => to - from)) / DAY),
  };
}
