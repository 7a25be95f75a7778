// Sets a paper from a template and its data: same data, same bytes, as PDF/A-2b.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { epochMillisecondsOf, type PlainDate, startOfDay } from '../../domain/calendar/plain-date.ts';
import { Fault } from '../../domain/errors.ts';
import type { PageOfFile } from './draw-page.ts';
import { type Coverage, readCoverage } from './font-coverage.ts';
import { type PagesOfPaper, reprintPages } from './reprint-pages.ts';

export interface PrintedCode {
  readonly svg: string;
  /** The same for people. */
  readonly text: string;
}

export interface TypesetRequest {
  /** Path under `templates/`, `approvals/A2.typ`. */
  readonly template: string;
  /** What the template finds in `paper`. */
  readonly paper: object;
  /** The code of each page, which the template reads page by page. */
  readonly codes: readonly PrintedCode[];
  /** Date of the paper: goes into the file as its time of making, so that a second printing has the same bytes. */
  readonly date: PlainDate;
  /** To be looked at only: a picture of the pages is made instead of a file. */
  readonly asPicture?: boolean | undefined;
}

export interface TypesetPaper {
  readonly pages: number;
  /** Values of the `metadata` elements with this label, in order. */
  query(label: string): readonly unknown[];
  pdf(): Uint8Array;
  /** All pages one below the other, as SVG without scripts; of papers that were set for it. */
  picture(): Uint8Array;
}

export interface Typesetter {
  typeset(request: TypesetRequest): Promise<TypesetPaper>;
  /** The characters of `text` that no font has: they would print as an empty box. */
  unprintable(text: string): Promise<readonly string[]>;
  /** Pages of papers that are set already, one behind the other. */
  reprint(papers: readonly PagesOfPaper[]): Promise<Uint8Array>;
  /** A page of a paper that is set already, as PNG. */
  draw(page: PageOfFile): Promise<Uint8Array>;
}

const HERE = fileURLToPath(new URL('.', import.meta.url));
const TEMPLATES = join(HERE, 'templates');
/** Where the templates read what the paper says, and the code of a page; there are no such files on disk. */
const PAPER = join(TEMPLATES, 'paper.json');
const codeOfPage = (page: number): string => join(TEMPLATES, 'codes', `${page}.json`);
const NOTO = fileURLToPath(new URL('.', import.meta.resolve('@expo-google-fonts/noto-serif-sc/package.json')));
/** Fandol for text; Noto for headlines, and behind Fandol for the rare characters of names. */
const FONT_FOLDERS = [
  join(HERE, 'fonts', 'fandol'),
  ...['400Regular', '700Bold', '900Black'].map((w) => join(NOTO, w)),
];

/** Behind every other font in every stack. */
const LAST_RESORT = join(NOTO, '400Regular', 'NotoSerifSC_400Regular.ttf');

/**
 * The compiler memoises layout; what two papers in a row have not used is let go. The documents themselves go when
 * the event loop turns: a loop over many papers must give it a turn, or memory grows by half a megabyte a paper.
 */
const CACHE_AGE = 2;

/** `licensedFonts`: folder of the district's own 仿宋_GB2312 and 小标宋, taken before ours. */
export function createTypesetter({ licensedFonts }: { licensedFonts?: string | undefined } = {}): Typesetter {
  const fontPaths = licensedFonts === undefined ? FONT_FOLDERS : [licensedFonts, ...FONT_FOLDERS];
  const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths }] });
  let coverages: readonly Coverage[] | undefined;

  return {
    reprint: reprintPages,
    // Its renderer is loaded with the first page that somebody looks at.
    draw: async (page) => (await import('./draw-page.ts')).drawPage(page),
    async unprintable(text) {
      coverages ??= [LAST_RESORT, ...(licensedFonts === undefined ? [] : fontFilesIn(licensedFonts))].map(readCoverage);
      const characters = [...new Set(text)].filter((character) => !/\s/.test(character));
      return characters.filter((character) => !coverages?.some((covers) => covers(character.codePointAt(0) ?? 0)));
    },
    async typeset({ template, paper, codes, date }) {
      const document = compile(compiler, { template, paper, codes });
      return {
        pages: document.numOfPages,
        query: (label) => compiler.query(document, { selector: `<${label}>`, field: 'value' }),
        picture() {
          const svg = compiler.plainSvg(document);
          compiler.evictCache(CACHE_AGE);
          return new TextEncoder().encode(withPaperUnderItsPage(withShortNumbers(svg)));
        },
        pdf() {
          const creationTimestamp = epochMillisecondsOf(startOfDay(date)) / 1000;
          const bytes = compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp });
          compiler.evictCache(CACHE_AGE);
          return bytes;
        },
      };
    },
  };
}

/** The compiler lays the white of every page over the first one: it belongs where the page that follows it is. */
const withPaperUnderItsPage = (svg: string): string =>
  svg.replace(
    /<path class="typst-shape"( fill="#ffffff"[^>]* d="M 0 0 L 0 \d{3}[^>]*)>\n<g (transform="matrix\(1 0 0 1 [^"]*")>/g,
    '<path class="typst-shape" $2$1>\n<g $2>',
  );

/** A tenth of a point, or of a thousandth of an em, is nothing to the eye and halves what is sent. */
const withShortNumbers = (svg: string): string =>
  svg
    .replace(/(?<=[\s"(,-])\d+\.\d{2,}(?=[\s"),])/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/\n\s+/g, '\n');

const fontFilesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ttf|otf|ttc)$/i.test(name))
    .map((name) => join(folder, name));

function compile(
  compiler: NodeCompiler,
  { template, paper, codes }: Pick<TypesetRequest, 'template' | 'paper' | 'codes'>,
): NodeTypstDocument {
  // As files, not as inputs: a new input makes the compiler build its whole library anew.
  const map = (file: string, value: object) => compiler.mapShadow(file, Buffer.from(JSON.stringify(value)));
  map(PAPER, paper);
  for (const [index, code] of codes.entries()) map(codeOfPage(index + 1), code);
  const compiled = compiler.compile({ mainFilePath: join(TEMPLATES, template) });
  const document = compiled.result;
  if (document !== null && !compiled.hasError()) return document;
  // The diagnostics name lines of our template, not what the paper says.
  const diagnostics = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
  throw new Fault('INTERNAL', `template ${template} does not compile: ${JSON.stringify(diagnostics.slice(0, 3))}`);
}
