// What an evidence bundle says of itself: every file with its hash, the chain it ends at, and the signature over it all.
import * as z from 'zod';
import { sha256Schema } from '../api.ts';

export const BUNDLE_FORMAT = 'jiugai-evidence/1';

export const manifestSchema = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  projectId: z.string(),
  madeAt: z.string(),
  /** The end of the chain: nothing was cut off after it. */
  head: z.strictObject({ seq: z.int(), hash: sha256Schema }),
  /** Papers whose time was over and whose bytes were erased: known by hash only. */
  erased: z.array(sha256Schema),
  files: z.array(z.strictObject({ path: z.string(), sha256: sha256Schema, bytes: z.int() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST_PATH = 'manifest.json';
export const ENTRIES_PATH = 'ledger/entries.jsonl';
export const ROSTER_PATH = 'ledger/roster.jsonl';
export const KEYS_PATH = 'keys.json';

/**
 * The zip's comment: signature over all bytes before it, so that no byte of the file, not even of the zip's own tables,
 * can change unseen. Fixed length: key id of 16, signature of 128 hexadecimal digits.
 */
export const SEAL_PREFIX = 'jiugai-seal/1';
export const sealComment = (keyId: string, signature: string): string => `${SEAL_PREFIX} ${keyId} ${signature}`;
export const EMPTY_SEAL = sealComment('0'.repeat(16), '0'.repeat(128));
export const SEAL_PATTERN = /^jiugai-seal\/1 ([0-9a-f]{16}) ([0-9a-f]{128})$/;

/** Every SHA-256 that an entry's payload names, wherever it stands: the papers that the entry rests on. */
export function papersNamedIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return sha256Schema.safeParse(value).success ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(papersNamedIn);
}
