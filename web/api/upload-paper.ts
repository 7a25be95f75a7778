// Sends one file: ticket, bytes with progress, and what became of it.
import type { Bilingual } from '../../domain/bilingual.ts';
import { OFFLINE, type Problem } from './problem.ts';
import { read, send } from './request.ts';

interface Ticket {
  readonly uploadId: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly maximumBytes: number;
}

interface Description {
  readonly uploadId: string;
  readonly state: 'EXPECTED' | 'STORED' | 'REFUSED';
  readonly sha256?: string;
  readonly code?: string;
  readonly says?: Bilingual;
  readonly firstStoredAt?: string | null;
}

export type Uploaded =
  | { readonly ok: true; readonly uploadId: string; readonly sha256: string; readonly again: boolean }
  | { readonly ok: false; readonly problem: Problem; readonly uploadId?: string };

export async function uploadPaper(file: File, progressed: (share: number) => void = () => {}): Promise<Uploaded> {
  const announced = await announcementOf(file);
  const ticket = await send<Ticket>('/api/uploads', { name: file.name, ...(announced && { announced }) });
  if (!ticket.ok) return ticket;
  const { uploadId, url, fields } = ticket.value;
  if (!(await sendBytes(url, fields, file, progressed))) return { ok: false, problem: OFFLINE, uploadId };
  const described = await describeOnceThere(uploadId);
  if (described === 'UNCHANGED') return { ok: false, problem: OFFLINE, uploadId };
  if (!described.ok) return { ...described, uploadId };
  const { state, sha256, says, firstStoredAt } = described.value;
  if (state === 'STORED' && sha256 !== undefined) {
    return { ok: true, uploadId, sha256, again: firstStoredAt !== null && firstStoredAt !== undefined };
  }
  return { ok: false, uploadId, problem: { code: 'UNREADABLE_PAPER', says: says ?? OFFLINE.says } };
}

/** Above, a browser would hold the file twice in memory: it is sent without its checksum. */
const LARGEST_ANNOUNCED = 50_000_000;

/** Undefined where the page is not served safely: then the browser computes no checksums. */
async function announcementOf(file: File): Promise<{ bytes: number; sha256: string } | undefined> {
  if (file.size === 0 || file.size > LARGEST_ANNOUNCED || globalThis.crypto?.subtle === undefined) return undefined;
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return { bytes: file.size, sha256: Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}

const LOOKS = 40;
const BETWEEN_LOOKS = 500;

/** On AWS the bytes go to S3 and are taken in a moment later; on one machine they are there at once. */
async function describeOnceThere(uploadId: string) {
  for (let look = 1; ; look += 1) {
    const described = await read<Description>(`/api/uploads/${uploadId}`);
    const expected = described !== 'UNCHANGED' && described.ok && described.value.state === 'EXPECTED';
    if (!expected || look === LOOKS) return described;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
  }
}

/** XMLHttpRequest, because fetch tells nothing of how far an upload is. */
function sendBytes(
  url: string,
  fields: Ticket['fields'],
  file: File,
  progressed: (share: number) => void,
): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => progressed(total === 0 ? 0 : loaded / total));
    // A refused file is answered too, and described afterwards.
    request.addEventListener('load', () => resolve(true));
    request.addEventListener('error', () => resolve(false));
    request.addEventListener('abort', () => resolve(false));
    request.open('POST', url);
    request.send(form);
  });
}
