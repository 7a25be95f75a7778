// Reads the proof that a notice hangs: a photo in which the code of the poster itself says which notice it is.
import {
  dateInShanghai,
  daysBetween,
  type Instant,
  type PlainDate,
  parsePlainDate,
} from '../../../domain/calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../../../domain/errors.ts';
import type { PageName } from '../../../domain/paper/filing-code.ts';
import type { Ports } from '../../../domain/ports.ts';
import { findUpload } from '../upload-record.ts';
import { findOwnPage, type PageRequest } from './page-access.ts';
import { isPosted } from './take-place.ts';

export interface PostingProof {
  readonly notice: PageName;
  /** SHA-256 of the photo as it was uploaded: what `confirm-posting` names. */
  readonly photo: string;
  /** As the camera says, in its own time zone; null if it does not. */
  readonly photographedAt: string | null;
  readonly receivedAt: Instant;
  /** Days from the photo to its arrival; null without a time in the photo. A person is shown it, nothing is refused. */
  readonly daysLater: number | null;
  /** The day that the photo was taken by its own word, else that it came. */
  readonly suggestedDay: PlainDate;
}

export async function readPostingProof(ports: Ports, request: PageRequest): Promise<Outcome<PostingProof>> {
  const found = await findOwnPage(ports, request);
  if (!found.ok) return found;
  const { uploadId, name, photographedAt, state } = found.value;
  const upload = await findUpload(ports, uploadId);
  if (upload?.state !== 'STORED' || name === null || state !== 'FILED' || !isPosted(name)) return noProof();
  const { sha256, receivedAt } = upload;
  const received = dateInShanghai(receivedAt);
  const taken = photographedAt === null ? undefined : parsePlainDate(photographedAt.slice(0, 10));
  return granted({
    notice: name,
    photo: sha256,
    photographedAt,
    receivedAt,
    daysLater: taken === undefined ? null : daysBetween(taken, received),
    suggestedDay: taken ?? received,
  });
}

const noProof = () =>
  refused('UNREADABLE_PAPER', {
    zh: '这一页不是带二维码的公示件照片；请拍清公示件右上角的二维码，原图上传',
    en: 'The page is no photo of a notice with its code: photograph the code at the top right, and upload the original',
  });
