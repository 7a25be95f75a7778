// A stack of paper as one file holds it: its pages in order, each with what must be done to see it.
import type { Bilingual } from '../../../domain/bilingual.ts';

export type PageSource =
  /** The page is one JPEG, taken out of its file as it is. */
  | { readonly kind: 'JPEG'; readonly jpeg: Uint8Array }
  /** A picture of another type; `frame` counts from 0 in files of several pages. */
  | { readonly kind: 'PICTURE'; readonly bytes: Uint8Array; readonly frame: number }
  /** Must be drawn by the renderer. */
  | { readonly kind: 'DRAWING'; readonly index: number }
  /** Lines and letters of an OFD page, which nothing here draws: a person must look. */
  | { readonly kind: 'VECTOR' };

export interface StackPage {
  readonly source: PageSource;
  /** In mm, where the file says so. */
  readonly size?: { readonly width: number; readonly height: number };
}

export interface Stack {
  readonly pages: readonly StackPage[];
}

export const STACK_REFUSALS = {
  NOT_A_STACK: {
    zh: '这种文件不能归档；请上传 PDF、JPEG、PNG、TIFF 或 OFD',
    en: 'Files of this type cannot be filed: upload PDF, JPEG, PNG, TIFF or OFD',
  },
  DAMAGED: {
    zh: '文件已损坏或不完整，打不开；请重新扫描或重新导出后上传',
    en: 'The file is damaged or incomplete and does not open: scan or export it again',
  },
  ENCRYPTED: {
    zh: '文件设有打开密码；请取消密码后重新上传',
    en: 'The file asks for a password: remove it and upload the file again',
  },
  ACTIVE_CONTENT: {
    zh: '文件内含脚本、附件或自动动作，不予打开；请打印成纸或“打印为 PDF”后重新上传',
    en: 'The file has scripts, attachments or automatic actions inside and was not opened: print it to paper or to PDF',
  },
  TOO_MUCH_INSIDE: {
    zh: '文件展开后过大，不予打开；请按 300 dpi、A3 以内重新扫描，每份不超过 1000 页',
    en: 'The file unpacks to too much and was not opened: scan again at 300 dpi, up to A3, at most 1,000 pages a file',
  },
  PAGE_SIZE: {
    zh: '有页面的纸张尺寸不合理（小于 3 厘米或大于 130 厘米）；请按原件尺寸重新扫描',
    en: 'A page has an impossible size (under 3 cm or over 130 cm): scan it again at the size of the original',
  },
  NO_PAGES: { zh: '文件里没有页面；请重新扫描', en: 'The file has no pages: scan it again' },
  TOO_SLOW: {
    zh: '文件过于复杂，在限定的时间和内存内打不开；请重新扫描成图片式 PDF 后上传',
    en: 'The file is too complex to open within the limits of time and memory: scan it again as pictures',
  },
} as const satisfies Record<string, Bilingual>;

export type StackRefusal = keyof typeof STACK_REFUSALS;

/** Thrown while a file is opened; says why none of its pages can be read. */
export class UnreadableStack extends Error {
  readonly refusal: StackRefusal;

  constructor(refusal: StackRefusal, options?: { cause?: unknown }) {
    super(refusal, options);
    this.refusal = refusal;
  }
}

export const MAXIMUM_PAGES = 1_000;

/** In mm: a slip of a receipt, and A0 with room to spare. */
const SHORTEST = 30;
const LONGEST = 1_300;

export function checkSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const fits = (length: number) => length >= SHORTEST && length <= LONGEST;
  if (!fits(width) || !fits(height)) throw new UnreadableStack('PAGE_SIZE');
  return { width, height };
}

export function checkPageCount(count: number): void {
  if (count === 0) throw new UnreadableStack('NO_PAGES');
  if (count > MAXIMUM_PAGES) throw new UnreadableStack('TOO_MUCH_INSIDE');
}
