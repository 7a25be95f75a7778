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
  const ticket = await send<Ticket>('/api/uploads', { name: file.name });
  if (!ticket.ok) return ticket;
  const { uploadId, url, fields } = ticket.value;
  if (!(await sendBytes(url, fields, file, progressed))) return { ok: false, problem: OFFLINE, uploadId };
  const described = await read<Description>(`/api/uploads/${uploadId}`);
  if (described === 'UNCHANGED') return { ok: false, problem: OFFLINE, uploadId };
  if (!described.ok) return { ...described, uploadId };
  const { state, sha256, says, firstStoredAt } = described.value;
  if (state === 'STORED' && sha256 !== undefined) {
    return { ok: true, uploadId, sha256, again: firstStoredAt !== null && firstStoredAt !== undefined };
  }
  return { ok: false, uploadId, problem: { code: 'UNREADABLE_PAPER', says: says ?? OFFLINE.says } };
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
