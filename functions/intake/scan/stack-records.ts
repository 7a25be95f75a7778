// Where stacks, their pages and what they were filed as are remembered: rows that are written by filing only.
import * as z from 'zod';
import type { Instant } from '../../../domain/calendar/plain-date.ts';
import { Fault } from '../../../domain/errors.ts';
import { filedUnder, type StackPageRecord } from '../../../domain/paper/filing/filed-page.ts';
import type { PageName } from '../../../domain/paper/filing-code.ts';
import type { Actor } from '../../../domain/parties.ts';
import type { Ports, ViewRow, ViewWrite } from '../../../domain/ports.ts';
import { SCANNED_PAGES, scannedPageOf } from '../../runtime/scanned-page.ts';
import { STACK_REFUSALS, type StackRefusal } from './stack.ts';

export const STACK_STATES = ['WAITING', 'FILING', 'CHECKING', 'DONE', 'REFUSED'] as const;

const stackRecord = z.strictObject({
  uploadId: z.string(),
  revision: z.int().positive(),
  state: z.enum(STACK_STATES),
  /** 0 until the file is open. */
  pages: z.int(),
  /** How many pages have been looked at, and how many fully checked: progress to show. */
  filed: z.int(),
  checked: z.int(),
  refusal: z.enum(Object.keys(STACK_REFUSALS) as StackRefusal[]).nullable(),
});
export type StackRecord = z.output<typeof stackRecord>;

const STACKS = 'stacks';
const FILED = 'filed-pages';
const CONTENTS = 'page-contents';
const OPEN = 'open';
/** Where a row appears when a stack is put in line. */
export const OPEN_STACKS = { view: STACKS, partition: OPEN } as const;

type Reads = Pick<Ports, 'views'>;

function parsed<T>(schema: z.ZodType<T>, row: ViewRow): T {
  const read = schema.safeParse(row.value);
  if (!read.success) throw new Fault('CORRUPT', `row ${row.partition}/${row.sort} of the stacks cannot be read`);
  return read.data;
}

export async function findStack({ views }: Reads, uploadId: string): Promise<StackRecord | undefined> {
  const row = await views.get(STACKS, uploadId, '');
  return row && parsed(stackRecord, row);
}

/** Uploads whose filing is not finished, oldest first: where work goes on after a restart. */
export async function listOpenStacks({ views }: Reads): Promise<readonly string[]> {
  return (await allRows(views, STACKS, OPEN)).map(({ sort }) => sort);
}

export function writesOfStack(record: StackRecord): readonly ViewWrite[] {
  const watermark = { ledger: `stack/${record.uploadId}`, seq: record.revision };
  const open = record.state !== 'DONE' && record.state !== 'REFUSED';
  return [
    { view: STACKS, partition: record.uploadId, sort: '', value: record, watermark },
    {
      view: STACKS,
      partition: OPEN,
      sort: record.uploadId,
      value: open ? { uploadId: record.uploadId } : null,
      watermark,
    },
  ];
}

/** Whether a write puts a stack in line to be filed. */
export const isWaitingStack = ({ view, partition, value }: ViewWrite): boolean =>
  view === STACKS && partition !== OPEN && stackRecord.safeParse(value).data?.state === 'WAITING';

const PARTY_STACKS = 'party-stacks';

const partyOf = ({ role, unit }: Pick<Actor, 'role' | 'unit'>): string => `${role}/${unit}`;

/** Puts a stack on the list of the party that handed it in, where its receipt is found again. */
export const writeOfPartyStack = (
  party: Pick<Actor, 'role' | 'unit'>,
  { uploadId, receivedAt }: { readonly uploadId: string; readonly receivedAt: Instant },
): ViewWrite => ({
  view: PARTY_STACKS,
  partition: partyOf(party),
  sort: `${receivedAt}/${uploadId}`,
  value: { uploadId, receivedAt },
  watermark: { ledger: `stack/${uploadId}`, seq: 1 },
});

const partyStack = z.strictObject({ uploadId: z.string(), receivedAt: z.string() });

export interface PartyStacks {
  readonly stacks: readonly z.output<typeof partyStack>[];
  readonly cursor?: string;
}

/** Newest first. */
export async function listPartyStacks(
  { views }: Reads,
  party: Pick<Actor, 'role' | 'unit'>,
  page: { readonly cursor?: string; readonly limit: number },
): Promise<PartyStacks> {
  const { rows, cursor } = await views.query(PARTY_STACKS, partyOf(party), { ...page, newestFirst: true });
  return { stacks: rows.map((row) => parsed(partyStack, row)), ...(cursor !== undefined && { cursor }) };
}

/** In the order of the stack. */
export async function listPages({ views }: Reads, uploadId: string): Promise<readonly StackPageRecord[]> {
  return (await allRows(views, SCANNED_PAGES, uploadId)).map(scannedPageOf);
}

const filedRow = z.strictObject({ pageId: z.string(), turn: z.int().positive() });

export interface FiledPage {
  readonly pageId: string;
  /** How many times the place was taken: by the first scan, by each that replaced it. */
  readonly turn: number;
}

/** Who holds the place of a page in a project's file. */
export async function findFiled({ views }: Reads, name: PageName): Promise<FiledPage | undefined> {
  const row = await views.get(FILED, name.projectNo, filedUnder(name));
  return row && parsed(filedRow, row);
}

export interface FiledUnder extends FiledPage {
  /** As `filedUnder` spells it. */
  readonly place: string;
}

export async function listFiled({ views }: Reads, projectId: string, prefix = ''): Promise<readonly FiledUnder[]> {
  return (await allRows(views, FILED, projectId, prefix)).map((row) => ({ place: row.sort, ...parsed(filedRow, row) }));
}

/** Of two pages that take the place at once the first write stays: read again who holds it. */
export function writeOfFiled(name: PageName, { pageId, turn }: FiledPage): ViewWrite {
  return {
    view: FILED,
    partition: name.projectNo,
    sort: filedUnder(name),
    value: { pageId, turn },
    watermark: { ledger: `filed/${name.projectNo}/${filedUnder(name)}`, seq: turn },
  };
}

/** The page that first showed this content, if it was filed. */
export async function findContent({ views }: Reads, digest: string): Promise<string | undefined> {
  const row = await views.get(CONTENTS, digest, '');
  return row && parsed(z.object({ pageId: z.string() }), row).pageId;
}

export const writeOfContent = (digest: string, pageId: string): ViewWrite => ({
  view: CONTENTS,
  partition: digest,
  sort: '',
  value: { pageId },
  watermark: { ledger: `content/${digest}`, seq: 1 },
});

async function allRows(views: Ports['views'], view: string, partition: string, prefix = ''): Promise<ViewRow[]> {
  const rows: ViewRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await views.query(view, partition, { prefix, ...(cursor !== undefined && { cursor }) });
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}
