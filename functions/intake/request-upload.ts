// Gives out an upload ticket: where to send one file, how large it may be, and until when.
import { epochMillisecondsOf, instantOf } from '../../domain/calendar/plain-date.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports, UploadTicket } from '../../domain/ports.ts';
import { ACCEPTED_TYPES, claimedExtension, LARGEST_UPLOAD, typeOfExtension } from './detect-type.ts';
import { writeOfUpload } from './upload-record.ts';

/** Long enough for 200 MB over a slow line of a street office. */
const TICKET_MINUTES = 15;

export interface UploadRequest {
  readonly actor: Actor;
  /** Only its extension is looked at. */
  readonly name?: string;
  /** Size and checksum, from a sender that knows them: nothing else is taken then. */
  readonly announced?: { readonly bytes: number; readonly sha256: string };
  /** Of what is taken in without anybody asking, so that it is the same upload when it is told of again. */
  readonly uploadId?: string;
}

export async function requestUpload(
  ports: Ports,
  { actor, name = '', announced, uploadId = ports.newId() }: UploadRequest,
): Promise<UploadTicket> {
  const requestedAt = ports.clock.now();
  const expiresAt = instantOf(epochMillisecondsOf(requestedAt) + TICKET_MINUTES * 60_000);
  const type = typeOfExtension(claimedExtension(name));
  const maximumBytes = largestOf(name);
  const ticket = await ports.papers.ticket({
    uploadId,
    maximumBytes,
    expiresAt,
    ...(announced && { announced }),
    ...(type !== undefined && { mediaType: ACCEPTED_TYPES[type].mediaType }),
  });
  await ports.views.write([writeOfUpload({ state: 'EXPECTED', uploadId, uploader: actor, requestedAt, expiresAt })]);
  return ticket;
}

/** Bytes that a file of this name may have. */
export function largestOf(name: string): number {
  const type = typeOfExtension(claimedExtension(name));
  return type === undefined ? LARGEST_UPLOAD : ACCEPTED_TYPES[type].maximumBytes;
}
