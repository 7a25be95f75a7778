// The catalogue of document kinds: what each paper of the procedure is called, whose it is and how long it is kept.
import * as z from 'zod';
import type { Bilingual } from '../bilingual.ts';
import { ROLES } from '../parties.ts';
import rows from './catalogue.json' with { type: 'json' };

/** In the order of the procedure; the codes are printed on paper, so none is ever taken away or given again. */
export const DOCUMENT_CODES = [
  ...(['E1', 'E2', 'F1', 'F1S', 'W1', 'B1', 'P1', 'P1C', 'F2', 'F2D', 'F2P', 'F2S', 'U1', 'F3', 'F4', 'P2'] as const),
  ...(['PB1', 'OB1', 'OB2', 'M1', 'M2', 'M3', 'M4', 'M5', 'FA1', 'S1', 'FA2', 'N1', 'N2', 'X1', 'X2', 'X3'] as const),
  ...(['A1F', 'A1', 'A3N', 'A3O', 'A3', 'A2', 'A2F', 'A4', 'A5', 'A4R', 'A5R', 'A6', 'A7', 'SI1', 'SI2'] as const),
  ...(['CO1', 'RS1', 'C5', 'JA1', 'K1', 'K2', 'K3', 'K4', 'K5', 'KF', 'K6', 'K7', 'KC', 'K8', 'K8D', 'S2'] as const),
  ...(['K9', 'HO1', 'HO2', 'H2', 'C1', 'C2', 'C3', 'C4', 'T'] as const),
] as const;

export type DocumentCode = (typeof DOCUMENT_CODES)[number];

/** Who makes or signs papers without an account of their own, beside the roles of the procedure. */
const SIGNATORIES = [...ROLES, 'OWNER', 'SUPERVISOR', 'RESIDENT_SUPERVISOR', 'AUDITOR', 'DEPARTMENT'] as const;

const documentKindRow = z
  .strictObject({
    code: z.enum(DOCUMENT_CODES),
    titleZh: z.string().min(1),
    titleEn: z.string().min(1),
    aliases: z.array(z.string()),
    /** Step of 二(三), 1–9; 0 for papers that belong to none. */
    step: z.int().min(0).max(9),
    clause: z.string(),
    madeBy: z.enum(SIGNATORIES),
    signedBy: z.array(z.enum(SIGNATORIES)),
    direction: z.enum(['IN', 'OUT', 'BOTH']),
    mandatory: z.enum(['yes', 'conditional', 'no']),
    formats: z.array(z.enum(['pdf', 'scan', 'ofd', 'xlsx', 'jpg', 'docx', 'dwg', 'text'])),
    personalData: z.enum(['none', 'rooms', 'names']),
    retention: z.enum(['永久', '30年', '10年']),
    /** Whether the source names the paper, only its content, or neither. */
    origin: z.enum(['source-title', 'source-content', 'proposal']),
  })
  .readonly()
  .transform(({ titleZh, titleEn, ...row }) => ({ ...row, title: { zh: titleZh, en: titleEn } satisfies Bilingual }));

export type DocumentKind = z.output<typeof documentKindRow>;

export const DOCUMENT_KINDS: readonly DocumentKind[] = z.array(documentKindRow).parse(rows);

const byCode = new Map(DOCUMENT_KINDS.map((kind) => [kind.code, kind]));

export function documentKind(code: DocumentCode): DocumentKind {
  const kind = byCode.get(code);
  if (kind === undefined) throw new RangeError(`no document kind ${code} in the catalogue`);
  return kind;
}

/** 二(三)4② asks again for the notice of 二(三)3 under another title: one paper, filed once, as F3. */
export const filedAs = (code: DocumentCode): DocumentCode => (code === 'M2' ? 'F3' : code);

/** The kind that is filed under what people write: a code, a title with or without ×××小区, or an alias. */
export function findDocumentKind(written: string): DocumentKind | undefined {
  const name = bareTitle(written);
  const found =
    DOCUMENT_KINDS.find(({ code }) => code === name.toUpperCase()) ??
    DOCUMENT_KINDS.find(({ title }) => bareTitle(title.zh) === name) ??
    DOCUMENT_KINDS.find(({ aliases }) => aliases.some((alias) => bareTitle(alias) === name));
  return found === undefined ? undefined : documentKind(filedAs(found.code));
}

const bareTitle = (title: string): string =>
  title
    .trim()
    .replace(/^《(.*)》$/u, '$1')
    .replace(/^×××小区/u, '');
