// The local end of an upload ticket: one form, streamed to whoever keeps papers, never more than the ticket allows.
import type { IncomingMessage } from 'node:http';
import type { Outcome } from '../../domain/errors.ts';
import { readForm, type UploadedFile, UploadRefused } from './multipart.ts';
import { swallow } from './read-body.ts';

export interface Upload {
  /** Largest file taken. */
  readonly maximumBytes: number;
  /**
   * Checks the ticket by its fields before it reads a byte of the file; takes nothing unless the file was read to its
   * end without an error.
   */
  receive(uploadId: string, fields: Readonly<Record<string, string>>, file: UploadedFile): Promise<Outcome<void>>;
}

export async function receiveUpload(
  request: IncomingMessage,
  uploadId: string,
  { maximumBytes, receive }: Upload,
): Promise<Outcome<void>> {
  const chunks = request.iterator({ destroyOnReturn: false });
  const outcome = await readAndReceive(request.headers['content-type'], uploadId, chunks, maximumBytes, receive);
  // Lets go of the request, so that what nobody read can be taken in and thrown away.
  await chunks.return?.();
  if (!outcome.ok) await swallow(request);
  return outcome;
}

async function readAndReceive(
  contentType: string | undefined,
  uploadId: string,
  chunks: AsyncIterable<Buffer>,
  maximumBytes: number,
  receive: Upload['receive'],
): Promise<Outcome<void>> {
  const form = await readForm(contentType, chunks, maximumBytes);
  if (!form.ok) return form;
  try {
    return await receive(uploadId, form.value.fields, form.value.file);
  } catch (error) {
    if (error instanceof UploadRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
