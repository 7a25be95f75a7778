// What is remembered of an upload from its ticket on: one row, written once when asked for and once when the file is here.
import * as z from 'zod';
import { bilingual } from '../../domain/api.ts';
import type { Instant } from '../../domain/calendar/plain-date.ts';
import { Fault, REFUSALS, type RefusalCode } from '../../domain/errors.ts';
import { ROLES } from '../../domain/parties.ts';
import type { Ports, ViewWrite } from '../../domain/ports.ts';

// Written by this file only, from branded instants.
const instant = z.iso.datetime().transform((text) => text as Instant);

const ticketed = {
  uploadId: z.string(),
  uploader: z.object({ role: z.enum(ROLES), id: z.string(), unit: z.string() }),
  requestedAt: instant,
  expiresAt: instant,
};

const uploadRecord = z.discriminatedUnion('state', [
  z.object({ state: z.literal('EXPECTED'), ...ticketed }),
  z.object({
    state: z.literal('STORED'),
    ...ticketed,
    receivedAt: instant,
    sha256: z.string(),
    bytes: z.int(),
    mediaType: z.string(),
    /** Of the name given; empty if there was none. */
    extension: z.string(),
    /** The extension says something else than the bytes. */
    extensionDiffers: z.boolean(),
    /** When the same bytes were first stored; null if they are new. */
    firstStoredAt: instant.nullable(),
  }),
  z.object({
    state: z.literal('REFUSED'),
    ...ticketed,
    receivedAt: instant,
    sha256: z.string(),
    code: z.enum(Object.keys(REFUSALS) as RefusalCode[]),
    says: bilingual,
  }),
]);

export type UploadRecord = z.output<typeof uploadRecord>;
export type StoredUpload = Extract<UploadRecord, { state: 'STORED' }>;

const VIEW = 'uploads';
const SORT = 'upload';

export async function findUpload({ views }: Pick<Ports, 'views'>, uploadId: string): Promise<UploadRecord | undefined> {
  const row = await views.get(VIEW, uploadId, SORT);
  if (row === undefined) return undefined;
  const parsed = uploadRecord.safeParse(row.value);
  if (!parsed.success) throw new Fault('CORRUPT', `upload ${uploadId} has a record that cannot be read`);
  return parsed.data;
}

/** A record is written twice at most; of two deliveries under one ticket the first stays. */
export function writeOfUpload(record: UploadRecord): ViewWrite {
  return {
    view: VIEW,
    partition: record.uploadId,
    sort: SORT,
    value: record,
    watermark: { ledger: `upload/${record.uploadId}`, seq: record.state === 'EXPECTED' ? 1 : 2 },
  };
}
