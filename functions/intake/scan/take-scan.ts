// Takes in what a scanner drops somewhere by itself: one file is ticketed, kept and put in line to be filed, all at once,
// however often it is told of it.
import { granted, type Outcome } from '../../../domain/errors.ts';
import type { Actor } from '../../../domain/parties.ts';
import type { Ports } from '../../../domain/ports.ts';
import { receiveUpload } from '../receive-upload.ts';
import { requestUpload } from '../request-upload.ts';
import { requestFiling } from './request-filing.ts';

export interface DroppedScan {
  readonly owner: Actor;
  readonly bytes: Uint8Array;
  /** Only its extension is looked at. */
  readonly name: string;
  /** Tells this drop from every other: the same file told of again is the same drop, the same name tomorrow is another. */
  readonly drop: string;
}

export interface TakenScan {
  readonly uploadId: string;
  /** Whether it waits to be filed, or why it was not taken. */
  readonly waiting: Outcome<undefined>;
}

/**
 * S3 tells of an object at least once, and a restart finds a file again that was not put aside: the drop names its upload,
 * so that what is done already is found done. A second upload would have all its pages refused as duplicates.
 */
export async function takeScan(ports: Ports, { owner, bytes, name, drop }: DroppedScan): Promise<TakenScan> {
  const { uploadId } = await requestUpload(ports, { actor: owner, name, uploadId: uploadIdOf(ports, drop) });
  const received = await receiveUpload(ports, { uploadId, bytes, name });
  const waiting = received.ok ? await requestFiling(ports, { actor: owner, uploadId }) : received;
  return { uploadId, waiting: waiting.ok ? granted(undefined) : waiting };
}

/** As random as any other for whoever does not have the key: a name in a folder may be a person's. */
function uploadIdOf({ seal }: Pick<Ports, 'seal'>, drop: string): string {
  const hash = seal.keyedHash('scan', drop);
  return [0, 8, 12, 16, 20].map((from, part, all) => hash.slice(from, all[part + 1] ?? 32)).join('-');
}

/** Nobody signs in at a scanner: entries name the machine. */
const SCANNER = 'scanner';

/**
 * In whose name a scanner hands in what it drops into a place of this name: a street, a community or a body by its code,
 * the district's own office where there is none. Undefined for any other name.
 */
export function scannerOf(place: string): Actor | undefined {
  if (place === '') return { role: 'RENOVATION_OFFICE', id: SCANNER, unit: 'RENOVATION_OFFICE' };
  if (/^\d{9}$/.test(place)) return { role: 'STREET', id: SCANNER, unit: place };
  if (/^\d{12}$/.test(place)) return { role: 'COMMUNITY', id: SCANNER, unit: place };
  return /^\d{12}-\d{2}$/.test(place) ? { role: 'BODY', id: SCANNER, unit: place } : undefined;
}
