// Upload tickets of one machine: the form fields of an S3 presigned POST, signed with the installation's secret instead.
import { timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Seal, TicketRequest, UploadTicket } from '../../domain/ports.ts';

type TicketTerms = Omit<TicketRequest, 'mediaType'>;

export function issueTicket(seal: Seal, terms: TicketTerms): UploadTicket {
  const { uploadId, maximumBytes, expiresAt, announced } = terms;
  return {
    uploadId,
    maximumBytes,
    expiresAt,
    url: `/api/uploads/${uploadId}/content`,
    fields: {
      key: terms.uploadId,
      'x-jiugai-maximum-bytes': String(terms.maximumBytes),
      'x-jiugai-expires-at': terms.expiresAt,
      ...(announced && { 'x-jiugai-bytes': String(announced.bytes), 'x-jiugai-sha256': announced.sha256 }),
      'x-jiugai-signature': signatureOf(seal, terms),
    },
  };
}

/** What the bearer of the form fields may upload at `now`, checked before the first byte of the file is taken. */
export function checkTicket(
  seal: Seal,
  fields: Readonly<Record<string, string>>,
  now: Instant,
): Outcome<Pick<TicketRequest, 'uploadId' | 'maximumBytes' | 'announced'>> {
  const sha256 = fields['x-jiugai-sha256'];
  const announced = sha256 === undefined ? undefined : { sha256, bytes: Number(fields['x-jiugai-bytes']) };
  const terms = {
    uploadId: fields.key ?? '',
    maximumBytes: Number(fields['x-jiugai-maximum-bytes']),
    // Only text: it counts for nothing unless the signature over it is ours.
    expiresAt: (fields['x-jiugai-expires-at'] ?? '') as Instant,
    ...(announced && { announced }),
  };
  const signature = Buffer.from(fields['x-jiugai-signature'] ?? '');
  const expected = Buffer.from(signatureOf(seal, terms));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    return refused('UNAUTHENTICATED', {
      zh: '上传凭证无效，请重新申请上传。',
      en: 'This upload ticket is not genuine; ask for a new one.',
    });
  }
  if (terms.expiresAt <= now) {
    return refused('UNAUTHENTICATED', {
      zh: '上传凭证已过期，请重新申请上传。',
      en: 'This upload ticket has expired; ask for a new one.',
    });
  }
  const { uploadId, maximumBytes } = terms;
  return granted({ uploadId, maximumBytes, ...(announced && { announced }) });
}

function signatureOf(seal: Seal, { uploadId, maximumBytes, expiresAt, announced }: TicketTerms): string {
  const comes = announced === undefined ? '' : `|${announced.bytes}|${announced.sha256}`;
  return seal.keyedHash('upload-ticket', `${uploadId}|${maximumBytes}|${expiresAt}${comes}`);
}
