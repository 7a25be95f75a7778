// Sets one paper of the catalogue: as a draft without code, or as an edition with a code on every page.

import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import { type DocumentCode, documentKind } from '../../domain/paper/catalogue.ts';
import type { SetPage } from '../../domain/paper/contents/fields.ts';
import { filingCode, type PageName, publicUrl, readableCode } from '../../domain/paper/filing-code.ts';
import type { PaperContents, TypesetCode } from '../../domain/paper/paper-contents.ts';
import type { Seal } from '../../domain/ports.ts';
import { codePicture } from './code-picture.ts';
import type { CodeResistance } from './masked-code.ts';
import { type CodeStyle, TEMPLATES } from './templates.ts';
import type { TypesetPaper, Typesetter } from './typesetter.ts';

/** What all papers of an installation have alike. */
export interface PrintingHouse {
  /** 鹿城区. */
  readonly district: string;
  /** The instrument, the residents' share of each of its four categories in per cent, its cap in yuan per ㎡. */
  readonly policy: {
    readonly title: string;
    readonly number: string;
    readonly shares: readonly string[];
    readonly cap: string;
  };
  /** Address that people open, if one is set. */
  readonly publicOrigin?: string | undefined;
  /** Of the page that the public verifies papers on, `HTTPS://JG.EXAMPLE.CN/V/`. */
  readonly verifyBase?: string | undefined;
  /** Imprints on even pages, with a blank page before where it must be. */
  readonly duplex: boolean;
  /** Printed on every page of a data folder under a virtual clock. */
  readonly rehearsal: boolean;
}

/** Who makes the paper, and when. */
export interface Making {
  readonly issuer: string;
  readonly date: PlainDate;
  /** 印发机关, usually the office of the issuer. */
  readonly printedBy?: string | undefined;
  /** 附注; whether the public may see it is the issuer's to say, so nothing is printed unless he says it. */
  readonly disclosure?: '此件主动公开' | '此件依申请公开' | '此件不予公开' | undefined;
}

/** What makes a paper more than a draft. */
export interface Edition {
  readonly projectNo: string;
  readonly version: number;
  readonly printing?: number | undefined;
  readonly serial?: number | undefined;
  /** 文号; forms have none of their own. */
  readonly number?: string | undefined;
}

export interface PaperOrder {
  readonly kind: TypesetCode;
  /** As parsed by the schema of its kind. */
  readonly contents: PaperContents;
  readonly making: Making;
  /** Absent: a draft, 送审稿, without number and codes. */
  readonly edition?: Edition | undefined;
  /** Of nobody's project: every page says 样例 where a draft says 送审稿. */
  readonly sample?: boolean | undefined;
  readonly asPicture?: boolean | undefined;
}

export interface SetPaper {
  readonly paper: TypesetPaper;
  /** The pages in order, as their codes name them; none on a draft. */
  readonly pages: readonly PageName[];
}

const RESISTANCE: Readonly<Record<CodeStyle, CodeResistance>> = { FILING: 'H', PUBLIC: 'Q', OFFICIAL: 'M' };

/** More than most papers have: one compilation is enough for them. */
const EXPECTED_PAGES = 3;

/** As many as the longest paper of the kind so far: a code that no page takes costs as much as one that is printed. */
const expectedPages = new Map<TypesetCode, number>();

export async function typesetPaper(
  { typesetter, seal, house }: { typesetter: Typesetter; seal: Pick<Seal, 'keyedHash'>; house: PrintingHouse },
  order: PaperOrder,
): Promise<Outcome<SetPaper>> {
  const { kind, contents, making, edition, sample = false, asPicture } = order;
  const unprintable = await typesetter.unprintable(JSON.stringify(contents) + making.issuer);
  if (unprintable.length > 0) return noGlyphs(unprintable);
  const template = TEMPLATES[kind];
  const known = setPages(contents);
  const set = async (count: number): Promise<SetPaper> => {
    const names = edition === undefined ? [] : pageNames(kind, contents, edition, count);
    const codes = names.map((name, index) => {
      const style = known?.[index]?.cover === true ? 'PUBLIC' : template.code;
      return codeOf(seal, house.verifyBase, style, name);
    });
    const sheet = {
      ...sheetOf(kind, contents, house, making),
      number: edition?.number ?? '',
      codedPages: codes.length,
      sample,
    };
    const paper = await typesetter.typeset({
      template: template.file,
      paper: { contents, sheet },
      codes,
      date: making.date,
      asPicture,
    });
    return { paper, pages: names.slice(0, paper.pages) };
  };
  if (known === undefined) {
    const expected = expectedPages.get(kind) ?? EXPECTED_PAGES;
    const first = await set(expected);
    expectedPages.set(kind, Math.max(first.paper.pages, expectedPages.get(kind) ?? 1));
    return granted(first.paper.pages > expected ? await set(first.paper.pages) : first);
  }
  const whole = await set(known.length);
  // A sheet that runs over would put its second half under the code of the next stairwell.
  if (whole.paper.pages === known.length) return granted(whole);
  throw new Fault('INTERNAL', `${kind} takes ${whole.paper.pages} pages instead of ${known.length}`);
}

/** Better no paper than one with a box in somebody's name. */
function noGlyphs(characters: readonly string[]): Outcome<never> {
  const named = characters.map(
    (character) => `${character}（U+${character.codePointAt(0)?.toString(16).toUpperCase()}）`,
  );
  return refused('MALFORMED', {
    zh: `系统字体中没有这些字：${named.join('、')}。请在字体目录放入含有这些字的字体，或改用通用写法。`,
    en: `No font has these characters: ${named.join(', ')}. Put a font that has them into the font folder, or write them otherwise.`,
  });
}

/** Without a public page every code is a filing code, to be typed in at the community. */
function codeOf(seal: Pick<Seal, 'keyedHash'>, base: string | undefined, style: CodeStyle, name: PageName) {
  const text = style === 'FILING' || base === undefined ? filingCode(seal, name) : publicUrl(seal, base, name);
  return { svg: codePicture(text, RESISTANCE[style]), text: readableCode(seal, name) };
}

/** The title of the catalogue, with the neighbourhood in its place. */
export function paperTitle(kind: DocumentCode, contents: PaperContents, { district }: PrintingHouse): string {
  const name = 'neighbourhoodName' in contents ? contents.neighbourhoodName : district;
  return documentKind(kind).title.zh.replace(/×××(?:小区)?/u, name);
}

function sheetOf(kind: DocumentCode, contents: PaperContents, house: PrintingHouse, making: Making) {
  return {
    formNo: `旧改${kind}`,
    title: paperTitle(kind, contents, house),
    clause: documentKind(kind).clause.replaceAll('(', '（').replaceAll(')', '）'),
    district: house.district,
    policy: house.policy,
    duplex: house.duplex,
    rehearsal: house.rehearsal,
    offline: house.verifyBase === undefined,
    issuer: making.issuer,
    date: making.date,
    printedBy: making.printedBy ?? making.issuer,
    disclosure: making.disclosure ?? '',
    numberToCome: `〔${making.date.slice(0, 4)}〕　号`,
  };
}

/** Papers that are set page by page know their pages; the others are as long as they turn out. */
const setPages = (contents: PaperContents): readonly SetPage[] | undefined =>
  'pages' in contents ? contents.pages : undefined;

function pageNames(kind: DocumentCode, contents: PaperContents, edition: Edition, count: number): PageName[] {
  const pages = setPages(contents) ?? Array.from({ length: count }, (_, index): SetPage => ({ page: index + 1 }));
  return pages.map(({ page, serial = edition.serial }) => ({
    projectNo: edition.projectNo,
    kind,
    version: edition.version,
    ...(edition.printing !== undefined && { printing: edition.printing }),
    page,
    ...(serial !== undefined && { serial }),
  }));
}
