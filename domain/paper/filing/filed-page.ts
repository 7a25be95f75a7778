// A page of a scanned stack as it is remembered: where it came from, what it is a page of, what was found, who settled it.
import * as z from 'zod';
import { DOCUMENT_CODES, type DocumentCode } from '../catalogue.ts';
import type { PageName } from '../filing-code.ts';
import { PAGE_FINDING_CODES, PAGE_STATES } from './page-findings.ts';

export const pageName = z
  .strictObject({
    projectNo: z.string(),
    kind: z.enum(DOCUMENT_CODES),
    version: z.int(),
    printing: z.int().optional(),
    page: z.int(),
    serial: z.int().optional(),
  })
  .transform(
    ({ serial, printing, ...name }): PageName => ({
      ...name,
      ...(printing !== undefined && { printing }),
      ...(serial !== undefined && { serial }),
    }),
  );

const seenCode = z.strictObject({
  text: z.string(),
  turns: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  corners: z.array(z.tuple([z.number(), z.number()]).readonly()).readonly(),
});

/** How a person settled a page that needed attention. */
export const RESOLUTIONS = ['FILE', 'REPLACE', 'LEAVE_OUT'] as const;

/** Holds no personal data: a page is known by its upload and its number in it. */
export const stackPage = z.strictObject({
  pageId: z.string(),
  uploadId: z.string(),
  number: z.int().positive(),
  /** Grows with every change; of two changes at once one is refused. */
  revision: z.int().positive(),
  state: z.enum(PAGE_STATES),
  findings: z.array(z.enum(PAGE_FINDING_CODES)),
  /** What the page is a page of, if its code is genuine or a person typed it. */
  name: pageName.nullable(),
  code: seenCode.nullable(),
  /** SHA-256 of what the page shows. */
  digest: z.string().nullable(),
  pixels: z.strictObject({ width: z.int(), height: z.int() }).nullable(),
  /** In mm. */
  size: z.strictObject({ width: z.number(), height: z.number() }).nullable(),
  dpi: z.int().nullable(),
  photographedAt: z.string().nullable(),
  /** SHA-256 of a small upright JPEG of the page. */
  picture: z.string().nullable(),
  /** Whether the full check is done. */
  checked: z.boolean(),
  resolved: z.strictObject({ resolution: z.enum(RESOLUTIONS), by: z.string(), at: z.string() }).nullable(),
});
export type StackPageRecord = z.output<typeof stackPage>;

export const pageIdOf = (uploadId: string, number: number): string => `${uploadId}.${String(number).padStart(4, '0')}`;

/** Upload and number that a page id stands for. */
export function placeOf(pageId: string): { readonly uploadId: string; readonly number: number } | undefined {
  const [, uploadId, number] = /^(.+)\.(\d{4})$/.exec(pageId) ?? [];
  return uploadId === undefined ? undefined : { uploadId, number: Number(number) };
}

/** `F2/0002/0003`, `F2/0002-2/0003` of its second printing, `F2D/0002/N0025/0001`: one paper after the other, its pages in order. */
export function filedUnder({ kind, version, printing, page, serial }: PageName): string {
  const digits = (value: number) => String(value).padStart(4, '0');
  const edition = digits(version) + (printing === undefined ? '' : `-${printing}`);
  const place = [kind, edition, ...(serial === undefined ? [] : [`N${digits(serial)}`]), digits(page)];
  return place.join('/');
}

const PLACE = /^(\w+)\/(\d{4})(?:-(\d+))?\/(?:N(\d{4})\/)?(\d{4})$/;

/** What `filedUnder` has written; undefined of anything else. */
export function readPlace(place: string): Omit<PageName, 'projectNo'> | undefined {
  const [, written, version, printing, serial, page] = PLACE.exec(place) ?? [];
  const kind: DocumentCode | undefined = DOCUMENT_CODES.find((code) => code === written);
  if (kind === undefined) return undefined;
  return {
    kind,
    version: Number(version),
    ...(printing !== undefined && { printing: Number(printing) }),
    page: Number(page),
    ...(serial !== undefined && { serial: Number(serial) }),
  };
}
