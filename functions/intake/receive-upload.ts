// Takes the bytes that came for a ticket: says what they are, keeps them untouched, recognises what was here before.
import { hash } from 'node:crypto';
import type { Bilingual } from '../../domain/bilingual.ts';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { ACCEPTED_TYPES, claimedExtension, detectType, typeOfExtension } from './detect-type.ts';
import { findUpload, type StoredUpload, type UploadRecord, writeOfUpload } from './upload-record.ts';

export interface ReceivedUpload {
  readonly uploadId: string;
  readonly bytes: Uint8Array;
  /** As the sender called the file; only its extension is kept. */
  readonly name?: string;
}

export async function receiveUpload(
  ports: Ports,
  { uploadId, bytes, name = '' }: ReceivedUpload,
): Promise<Outcome<StoredUpload>> {
  const record = await findUpload(ports, uploadId);
  if (record === undefined) return refused('NOT_FOUND', NO_TICKET);
  const sha256 = hash('sha256', bytes, 'hex');
  if (record.state !== 'EXPECTED') return answerAgain(record, sha256);
  // Whether the ticket still runs is judged where the first byte arrives; a slow line is no reason to lose a file.
  const receivedAt = ports.clock.now();
  const ticketed = {
    uploadId,
    uploader: record.uploader,
    requestedAt: record.requestedAt,
    expiresAt: record.expiresAt,
  };
  const detected = await detectType(bytes);
  if (!detected.ok) {
    const { code, says } = detected.refusal;
    return settle(ports, { state: 'REFUSED', ...ticketed, receivedAt, sha256, code, says }, detected);
  }
  const { mediaType } = ACCEPTED_TYPES[detected.value];
  const before = await ports.papers.describe(sha256);
  await ports.papers.put(bytes, { mediaType, paperClass: 'UPLOAD', storedAt: receivedAt });
  const extension = claimedExtension(name);
  const stored: StoredUpload = {
    state: 'STORED',
    ...ticketed,
    receivedAt,
    sha256,
    bytes: bytes.length,
    mediaType,
    extension,
    extensionDiffers: extension !== '' && typeOfExtension(extension) !== detected.value,
    firstStoredAt: before?.storedAt ?? null,
  };
  return settle(ports, stored, granted(stored));
}

/** Writes the record; when another delivery under the same ticket was first, that one counts. */
async function settle(
  ports: Ports,
  record: Exclude<UploadRecord, { state: 'EXPECTED' }>,
  outcome: Outcome<StoredUpload>,
): Promise<Outcome<StoredUpload>> {
  await ports.views.write([writeOfUpload(record)]);
  const written = await findUpload(ports, record.uploadId);
  if (written === undefined || written.state === 'EXPECTED') {
    throw new Fault('CORRUPT', `the record of upload ${record.uploadId} was not kept`);
  }
  return written.sha256 === record.sha256 ? outcome : answerAgain(written, record.sha256);
}

/** The same bytes under the same ticket get the same answer: a sender who lost it asks again. */
function answerAgain(record: Exclude<UploadRecord, { state: 'EXPECTED' }>, sha256: string): Outcome<StoredUpload> {
  if (record.sha256 !== sha256) return refused('NOT_NOW', USED);
  return record.state === 'STORED' ? granted(record) : refused(record.code, record.says);
}

const NO_TICKET: Bilingual = {
  zh: '没有这张上传凭证；请重新申请上传',
  en: 'There is no such upload ticket: ask for a new one',
};
const USED: Bilingual = {
  zh: '这张上传凭证已用于另一个文件；请重新申请上传',
  en: 'The upload ticket was used for another file: ask for a new one',
};
