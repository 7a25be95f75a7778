// Opens a zip archive that a stranger sent: counts, names, sizes and real contents are checked before any parser sees it.
import { buffer } from 'node:stream/consumers';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import type { Bilingual } from '../../domain/bilingual.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';

export interface ZipLimits {
  readonly entries: number;
  /** Of one entry and of all of them, unpacked. */
  readonly entryBytes: number;
  readonly totalBytes: number;
}

/** Deflate reaches 1032:1; office documents stay below 60:1 once they are big enough to matter. */
const MAXIMUM_RATIO = 200;
const RATIO_MATTERS_FROM = 1_000_000;

const STORED = 0;
const DEFLATED = 8;

class Unsafe extends Error {
  readonly says: Bilingual;

  constructor(says: Bilingual) {
    super(says.en);
    this.says = says;
  }
}

/** Names of an archive's entries, nothing unpacked. */
export async function listZip(bytes: Uint8Array, limits: ZipLimits): Promise<Outcome<readonly string[]>> {
  return guarded(async () => {
    const { entries } = await readDirectory(bytes, limits);
    return entries.map(({ fileName }) => fileName);
  });
}

/** Name → unpacked bytes of every file in the archive, or the reason why it is not safe to open. */
export async function unpackZip(
  bytes: Uint8Array,
  limits: ZipLimits,
): Promise<Outcome<ReadonlyMap<string, Uint8Array>>> {
  return guarded(async () => {
    const { zip, entries } = await readDirectory(bytes, limits);
    const parts = new Map<string, Uint8Array>();
    for (const entry of entries) {
      if (entry.fileName.endsWith('/')) continue;
      const part = await unpackEntry(zip, entry);
      if (isZip(part)) throw new Unsafe(NESTED);
      parts.set(entry.fileName, part);
    }
    return parts;
  });
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

async function guarded<T>(open: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return granted(await open());
  } catch (error) {
    // Whatever else an archive makes the reader throw is the archive's fault: it holds no state of ours.
    return refused('UNREADABLE_PAPER', error instanceof Unsafe ? error.says : DAMAGED);
  }
}

/** The central directory, refused as soon as one entry of it is not acceptable. */
function readDirectory(bytes: Uint8Array, limits: ZipLimits): Promise<{ zip: ZipFile; entries: readonly Entry[] }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ zip: ZipFile; entries: readonly Entry[] }>();
  const options = { lazyEntries: true, strictFileNames: true, validateEntrySizes: true } as const;
  fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options, (error, zip) => {
    if (error) return reject(error);
    const entries = new Map<string, Entry>();
    let totalBytes = 0;
    zip.on('error', reject);
    zip.on('end', () => resolve({ zip, entries: [...entries.values()] }));
    zip.on('entry', (entry) => {
      totalBytes += entry.uncompressedSize;
      const reason = entries.has(entry.fileName) ? AMBIGUOUS : refuseEntry(entry, limits);
      if (reason !== undefined) return reject(new Unsafe(reason));
      if (totalBytes > limits.totalBytes || entries.size >= limits.entries) return reject(new Unsafe(TOO_BIG));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return promise;
}

function refuseEntry(entry: Entry, limits: ZipLimits): Bilingual | undefined {
  if (entry.isEncrypted()) return ENCRYPTED;
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) return DAMAGED;
  if (entry.uncompressedSize > limits.entryBytes) return TOO_BIG;
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (entry.uncompressedSize > RATIO_MATTERS_FROM && ratio > MAXIMUM_RATIO) return TOO_BIG;
  return undefined;
}

/** yauzl ends the stream with an error when more or less comes out than the directory declared: headers can lie. */
async function unpackEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  zip.openReadStream(entry, (error, stream) => {
    if (error) return reject(error);
    buffer(stream).then(resolve, reject);
  });
  return promise;
}

const DAMAGED: Bilingual = {
  zh: '文件已损坏或不完整，请用 Excel 或 WPS 打开原文件另存后重新上传',
  en: 'The file is damaged or incomplete: open the original in Excel or WPS, save it again and upload that',
};
const ENCRYPTED: Bilingual = {
  zh: '文件已加密，请取消密码后重新上传',
  en: 'The file is encrypted: remove the password and upload it again',
};
const TOO_BIG: Bilingual = {
  zh: '文件展开后过大，不予打开；请把内容复制到系统提供的空白模板后重新上传',
  en: 'The file unpacks to too much and was not opened: copy its contents into a blank template and upload that',
};
const NESTED: Bilingual = {
  zh: '文件中嵌有其他压缩包或文档，请删除嵌入的对象后重新上传',
  en: 'The file has another archive or document inside: delete the embedded object and upload it again',
};
const AMBIGUOUS: Bilingual = {
  zh: '文件内部有重名部分，不同软件会读出不同内容；请另存后重新上传',
  en: 'The file has two parts of one name, which programs would read differently: save it again and upload that',
};
