// Writes a zip whose bytes depend on its contents alone: fixed order, fixed times, room for a comment of known length.
import { ZipFile } from 'yazl';

export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Zip cannot say a time before 1980; no clock and no time zone enters the bytes. */
const FIXED_TIME = new Date(Date.UTC(1980, 0, 1, 12));

/** `comment` is ASCII and stands at the very end of the bytes. */
export async function zipArchive(entries: readonly ZipEntry[], comment: string): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { path, bytes } of entries)
    zip.addBuffer(Buffer.from(bytes), path, { mtime: FIXED_TIME, forceDosTimestamp: true });
  zip.end({ comment, forceZip64Format: false });
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
