// Says what a file really is, by its bytes and never by its name, and refuses what the intake does not take.
import { fileTypeFromBuffer } from 'file-type';
import type { Bilingual } from '../../domain/bilingual.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { isZip, listZip } from './zip-guard.ts';

const MEGABYTE = 1_000_000;

/** The closed list of what the intake takes; a stack scanned at 300 dpi has some 100 pages in 200 MB. */
export const ACCEPTED_TYPES = {
  PDF: { mediaType: 'application/pdf', extensions: ['pdf'], maximumBytes: 200 * MEGABYTE },
  JPEG: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], maximumBytes: 40 * MEGABYTE },
  PNG: { mediaType: 'image/png', extensions: ['png'], maximumBytes: 40 * MEGABYTE },
  TIFF: { mediaType: 'image/tiff', extensions: ['tif', 'tiff'], maximumBytes: 200 * MEGABYTE },
  OFD: { mediaType: 'application/ofd', extensions: ['ofd'], maximumBytes: 200 * MEGABYTE },
  XLSX: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    maximumBytes: 10 * MEGABYTE,
  },
} as const satisfies Record<string, { mediaType: string; extensions: readonly string[]; maximumBytes: number }>;

export type AcceptedType = keyof typeof ACCEPTED_TYPES;
const TYPES = Object.keys(ACCEPTED_TYPES) as readonly AcceptedType[];

export const LARGEST_UPLOAD = Math.max(...TYPES.map((type) => ACCEPTED_TYPES[type].maximumBytes));

/** Enough for every signature on the list; the rest of the file stays unread. */
const HEAD_BYTES = 4_100;
/** An OFD of many pages has several files a page. */
const DIRECTORY_LIMITS = { entries: 20_000, entryBytes: 200 * MEGABYTE, totalBytes: 2_000 * MEGABYTE };

export async function detectType(bytes: Uint8Array): Promise<Outcome<AcceptedType>> {
  if (bytes.length === 0) return refused('MALFORMED', EMPTY);
  const found = isZip(bytes) ? await typeOfZip(bytes) : granted(await typeOfHead(bytes));
  if (!found.ok) return found;
  const type = found.value;
  if (type === undefined) return refused('UNSUPPORTED_TYPE', UNSUPPORTED);
  const { maximumBytes } = ACCEPTED_TYPES[type];
  return bytes.length > maximumBytes ? refused('TOO_LARGE', tooLarge(type, bytes.length, maximumBytes)) : granted(type);
}

/** What a name claims by its extension; nothing else of a name is ever kept, people put names of people into it. */
export function claimedExtension(name: string): string {
  return (/\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1] ?? '').toLowerCase();
}

export function typeOfExtension(extension: string): AcceptedType | undefined {
  return TYPES.find((type) => ACCEPTED_TYPES[type].extensions.some((known) => known === extension));
}

async function typeOfHead(bytes: Uint8Array): Promise<AcceptedType | undefined> {
  // A TIFF says what it is in its first four bytes, but keeps its directory at the end, out of the head's reach.
  if (isTiff(bytes)) return 'TIFF';
  const found = await fileTypeFromBuffer(bytes.subarray(0, HEAD_BYTES));
  return TYPES.find((type) => ACCEPTED_TYPES[type].mediaType === found?.mime);
}

const TIFF_MARKS = ['49492a00', '4d4d002a', '49492b00', '4d4d002b'];
const isTiff = (bytes: Uint8Array): boolean => TIFF_MARKS.includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'));

/** Office formats are told apart by the files inside; macros make an .xlsm, which is not on the list. */
async function typeOfZip(bytes: Uint8Array): Promise<Outcome<AcceptedType | undefined>> {
  const listed = await listZip(bytes, DIRECTORY_LIMITS);
  if (!listed.ok) return listed;
  const names = new Set(listed.value);
  if (names.has('OFD.xml')) return granted('OFD');
  const isWorkbook = names.has('xl/workbook.xml') && ![...names].some((name) => /vbaProject/i.test(name));
  return granted(isWorkbook ? 'XLSX' : undefined);
}

const EMPTY: Bilingual = {
  zh: '文件是空的（0 字节）；请重新扫描或导出后上传',
  en: 'The file is empty (0 bytes): scan or export it again and upload that',
};
const UNSUPPORTED: Bilingual = {
  zh: '只接收 PDF、JPEG、PNG、TIFF、OFD 和不含宏、未加密的 .xlsx；请另存为其中一种后上传（改扩展名无效）',
  en: 'Only PDF, JPEG, PNG, TIFF, OFD and .xlsx without macros or password are taken: save as one of them (renaming does not help)',
};
const tooLarge = (type: AcceptedType, bytes: number, maximum: number): Bilingual => ({
  zh: `${type} 文件 ${megabytes(bytes)} MB，超过上限 ${megabytes(maximum)} MB；请降低扫描分辨率（300 dpi 即可）或分成几份上传`,
  en: `${type} file of ${megabytes(bytes)} MB, more than ${megabytes(maximum)} MB: scan at 300 dpi or split it`,
});
const megabytes = (bytes: number): string => String(Math.ceil(bytes / MEGABYTE));
