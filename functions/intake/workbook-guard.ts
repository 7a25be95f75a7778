// Opens an .xlsx that a stranger sent: no macros, no links out, no markup tricks; hands on only what was looked at.
import type { Bilingual } from '../../domain/bilingual.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { packParts } from './pack-parts.ts';
import { isZip, unpackZip, type ZipLimits } from './zip-guard.ts';

/** A roster of 10,000 rows unpacks to 8 MB. */
const WORKBOOK_LIMITS: ZipLimits = { entries: 500, entryBytes: 40_000_000, totalBytes: 50_000_000 };

/** Parts that the reader turns into a tree in memory, about 300 bytes a tag; the sheets it streams. */
const MAXIMUM_TAGS_IN_TREE = 800_000;

const MACROS = /vbaProject|macrosheets\/|activeX\/|customUI/i;
const LINKS_OUT = /^xl\/(externalLinks|connections|queryTables|embeddings)/i;
const MACRO_CONTENT = /macroEnabled|vnd\.ms-office\.vbaProject/i;
const READ = /(^\[Content_Types\]\.xml|\.rels|^xl\/(workbook|sharedStrings|styles)\.xml|^xl\/worksheets\/[^/]+\.xml)$/i;
const IS_SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;

export interface GuardedWorkbook {
  /** The checked parts, packed anew: the reader cannot see anything that the guard did not. */
  readonly bytes: Uint8Array;
  /** Path → text of the checked XML. */
  readonly parts: ReadonlyMap<string, string>;
  /** Those of them that are worksheets. */
  readonly sheets: ReadonlyMap<string, string>;
}

export async function openWorkbook(bytes: Uint8Array): Promise<Outcome<GuardedWorkbook>> {
  if (!isZip(bytes)) return refused('UNSUPPORTED_TYPE', NOT_XLSX);
  const unpacked = await unpackZip(bytes, WORKBOOK_LIMITS);
  if (!unpacked.ok) return unpacked;
  const parts = new Map<string, string>();
  for (const [path, part] of unpacked.value) {
    if (MACROS.test(path)) return refused('UNREADABLE_PAPER', HAS_MACROS);
    if (LINKS_OUT.test(path)) return refused('UNREADABLE_PAPER', HAS_LINKS);
    if (READ.test(path)) parts.set(path, new TextDecoder().decode(part));
  }
  const types = parts.get('[Content_Types].xml');
  if (types === undefined || !parts.has('xl/workbook.xml')) return refused('UNSUPPORTED_TYPE', NOT_XLSX);
  if (MACRO_CONTENT.test(types)) return refused('UNREADABLE_PAPER', HAS_MACROS);
  for (const [path, text] of parts) {
    // Excel, WPS and LibreOffice write no comments, CDATA or DOCTYPE into these parts; entity bombs need one.
    if (text.includes('<!')) return refused('UNREADABLE_PAPER', STRANGE_MARKUP);
    if (!IS_SHEET.test(path) && hasMoreTagsThan(text, MAXIMUM_TAGS_IN_TREE))
      return refused('UNREADABLE_PAPER', TOO_MUCH);
  }
  const sheets = new Map([...parts].filter(([path]) => IS_SHEET.test(path)));
  return granted({ bytes: packParts(parts), parts, sheets });
}

function hasMoreTagsThan(text: string, maximum: number): boolean {
  let tags = 0;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > maximum) return true;
  }
  return false;
}

const NOT_XLSX: Bilingual = {
  zh: '这不是 .xlsx 工作簿；请下载系统模板填写，或在 Excel、WPS 中另存为 .xlsx（不是 .xls、.csv）且不设密码',
  en: 'Not an .xlsx workbook: fill in our template, or save as .xlsx (not .xls, not .csv) without a password',
};
const HAS_MACROS: Bilingual = {
  zh: '工作簿含有宏或控件，不予打开；请另存为不含宏的 .xlsx 后重新上传',
  en: 'The workbook has macros or controls and was not opened: save it as .xlsx without macros and upload that',
};
const HAS_LINKS: Bilingual = {
  zh: '工作簿含有外部链接、数据连接或嵌入对象；请断开链接、删除对象后重新上传',
  en: 'The workbook has external links, connections or embedded objects: remove them and upload it again',
};
const STRANGE_MARKUP: Bilingual = {
  zh: '工作簿内部格式异常，不予打开；请用 Excel 或 WPS 打开后另存为 .xlsx 重新上传',
  en: 'The inside of the workbook is unusual and was not opened: save it from Excel or WPS as .xlsx and upload that',
};
const TOO_MUCH: Bilingual = {
  zh: '工作簿内容过多，不予打开；请把名册或意见复制到系统空白模板后重新上传',
  en: 'The workbook holds too much and was not opened: copy the rows into a blank template and upload that',
};
