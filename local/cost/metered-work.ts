// The work of a project as a rehearsal on the functions and adapters of AWS has metered it (`npm run demo -- --adapters aws`
// leaves it in out/demo-aws/work.json): what is charged is counted there, not reckoned. One such work is stored beside this.
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

export const KINDS = [
  'tableRequests',
  'tableReadUnits',
  'tableWriteUnits',
  'objectWrites',
  'objectReads',
  'queueRequests',
  'workflowRequests',
  'logBytes',
] as const;
export type MeteredKind = (typeof KINDS)[number];

const amount = z.number().nonnegative();
const counts = Object.fromEntries(KINDS.map((kind) => [kind, amount])) as Record<MeteredKind, typeof amount>;

const metered = z.object({
  projectId: z.string(),
  entries: z.int(),
  /** Over HTTP, as the story makes them. */
  requests: z.int(),
  transitions: z.int(),
  ...counts,
  /** By entry point. */
  functions: z.record(
    z.string(),
    z.object({
      calls: z.int(),
      /** Of the processor of the machine that metered, without what the stand-in of the table took; no other processes. */
      processorMilliseconds: amount,
      ...counts,
    }),
  ),
});

export type Metered = z.output<typeof metered>;

/** As it was metered on 2026-11-30. */
const STORED = new URL('./metered-project.json', import.meta.url);

/** Of that file, or of the stored one where nothing was metered here yet. */
export const readMetered = (file?: string): Metered =>
  metered.parse(JSON.parse(readFileSync(file !== undefined && existsSync(file) ? file : STORED, 'utf8')));
