// multipart/form-data as an upload ticket wants it, the way S3 takes a presigned POST: fields, then one file, read as a
// stream. No installed package reads it, and the little that is accepted is less than what a general parser must refuse.
import { granted, type Outcome, type Refusal, refused } from '../../domain/errors.ts';

const MAXIMUM_FIELDS = 20;
const MAXIMUM_FIELD_BYTES = 8 * 1024;
const BOUNDARY = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'()+,./:=?-]{1,70}))/i;
const DISPOSITION =
  /^content-disposition:\s*form-data\s*;\s*name="([^"\r\n]{1,100})"(?:\s*;\s*filename="([^"\r\n]{0,500})")?\s*$/im;
const MEDIA_TYPE = /^content-type:\s*([^\r\n]{1,200}?)\s*$/im;

export interface UploadedFile {
  /** As the sender calls it; for display only. */
  readonly name: string;
  /** As the sender claims it; says nothing. */
  readonly mediaType: string;
  /** Throws `UploadRefused` in the middle if the file turns out to be too large, cut off or followed by something. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: UploadedFile;
}

/** A refusal that is known only while the file is being read. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The fields and the beginning of the file; the rest of the file is read as it is iterated. */
export async function readForm(
  contentType: string | undefined,
  body: AsyncIterable<Buffer>,
  maximumBytes: number,
): Promise<Outcome<Form>> {
  const [, quoted, bare] = BOUNDARY.exec(contentType ?? '') ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) {
    return refused('UNSUPPORTED_TYPE', {
      zh: '文件须以 multipart/form-data 上传',
      en: 'Upload the file as multipart/form-data',
    });
  }
  // A line break before the first delimiter makes it look like all others.
  const source = new Source(body, Buffer.from('\r\n'));
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const fields: Record<string, string> = Object.create(null);
  if ((await source.readTo(delimiter, MAXIMUM_FIELD_BYTES)) === undefined) return notAForm();
  for (let count = 0; count <= MAXIMUM_FIELDS; count++) {
    const head = (await source.readTo(Buffer.from('\r\n\r\n'), MAXIMUM_FIELD_BYTES))?.toString('utf8');
    const [, name, fileName] = DISPOSITION.exec(head ?? '') ?? [];
    if (head === undefined || name === undefined) return notAForm();
    if (fileName !== undefined) {
      if (name !== 'file') return notAForm();
      const mediaType = MEDIA_TYPE.exec(head)?.[1] ?? 'application/octet-stream';
      return granted({
        fields,
        file: { name: fileName, mediaType, bytes: fileBytes(source, delimiter, maximumBytes) },
      });
    }
    const value = await source.readTo(delimiter, MAXIMUM_FIELD_BYTES);
    if (value === undefined || name in fields) return notAForm();
    fields[name] = value.toString('utf8');
  }
  return notAForm();
}

async function* fileBytes(source: Source, delimiter: Buffer, maximumBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of source.chunksTo(delimiter)) {
    bytes += chunk.byteLength;
    if (bytes > maximumBytes) throw new UploadRefused(fileTooLarge(maximumBytes).refusal);
    yield chunk;
  }
  const end = await source.readToEnd(delimiter.byteLength);
  if (end?.toString('latin1').trimEnd() !== '--') throw new UploadRefused(notAForm().refusal);
}

export const fileTooLarge = (maximumBytes: number) => {
  const megabytes = Math.floor(maximumBytes / 1024 / 1024);
  return refused('TOO_LARGE', {
    zh: `文件超过 ${megabytes} MiB，请分开扫描后上传`,
    en: `The file is larger than ${megabytes} MiB: scan it in parts`,
  });
};

const notAForm = () =>
  refused('MALFORMED', {
    zh: '上传内容不完整或格式不符：须先是上传凭证的各字段，最后是一个名为 file 的文件',
    en: 'Incomplete or not as the ticket wants it: its fields first, then one file called "file" and nothing after it',
  });

/** Bytes as they arrive, read up to a mark. */
class Source {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer;

  constructor(body: AsyncIterable<Buffer>, before: Buffer) {
    this.#chunks = body[Symbol.asyncIterator]();
    this.#held = before;
  }

  /** What stands before the mark; undefined if it does not come within `limit` bytes. */
  async readTo(mark: Buffer, limit: number): Promise<Buffer | undefined> {
    for (;;) {
      const index = this.#held.indexOf(mark);
      if (index > limit) return undefined;
      if (index >= 0) return this.#take(index, mark.byteLength);
      if (this.#held.byteLength > limit + mark.byteLength || !(await this.#fill())) return undefined;
    }
  }

  /** What stands before the mark, piece by piece. */
  async *chunksTo(mark: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const index = this.#held.indexOf(mark);
      if (index >= 0) {
        yield this.#take(index, mark.byteLength);
        return;
      }
      // The mark may have begun in the last bytes held.
      const certain = this.#held.byteLength - mark.byteLength + 1;
      if (certain > 0) yield this.#take(certain, 0);
      if (!(await this.#fill())) throw new UploadRefused(notAForm().refusal);
    }
  }

  /** All that is left; undefined if that is more than `limit` bytes. */
  async readToEnd(limit: number): Promise<Buffer | undefined> {
    while (this.#held.byteLength <= limit) if (!(await this.#fill())) return this.#held;
    return undefined;
  }

  #take(length: number, skip: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length + skip);
    return taken;
  }

  async #fill(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done) return false;
    this.#held = this.#held.byteLength === 0 ? value : Buffer.concat([this.#held, value]);
    return true;
  }
}
