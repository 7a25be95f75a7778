// Reads where a produced PDF has put its text, lines and pictures, in millimetres from the top left corner of the page.
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';

const MM = 25.4 / 72;

export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  /** Where the next glyph would stand, if all glyphs are full-width. */
  readonly end: number;
  /** Points. */
  readonly size: number;
  readonly font: string;
  /** Glyph 0 of a font is the empty box that stands for a missing character. */
  readonly missingGlyph: boolean;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly TextRun[];
  readonly pictures: readonly Box[];
  /** Outlines of everything that is stroked or filled. */
  readonly shapes: readonly Box[];
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];

/** `<…>`, numbers, names, brackets, operators. */
const TOKEN = /<[0-9A-Fa-f\s]*>|\/[^\s/[\]<>()]+|[[\]]|[-+.\d]+|[A-Za-z'"*]+\d*|\(/g;

function* tokensOf(content: string): Generator<string> {
  for (let match = TOKEN.exec(content); match !== null; match = TOKEN.exec(content)) {
    if (match[0] !== '(') yield match[0];
    else {
      const end = endOfString(content, match.index);
      yield content.slice(match.index, end);
      TOKEN.lastIndex = end;
    }
  }
}

/** Balanced parentheses stand in a string as they are; the others are escaped. */
function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let place = start; place < content.length; place += 1) {
    const character = content[place];
    if (character === '\\') place += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth === 0) return place + 1;
  }
  return content.length;
}

interface Font {
  readonly name: string;
  /** By the number of the glyph. */
  readonly letters: ReadonlyMap<number, string>;
}

const NO_FONT: Font = { name: '', letters: new Map() };

export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  // A font is named with every change of it, on every page: its letters are read once.
  const known = new Map<PDFDict, Font>();
  const fontOf = (font: PDFDict): Font => {
    const read = known.get(font) ?? { name: String(font.get(PDFName.of('BaseFont'))), letters: lettersOf(font) };
    known.set(font, read);
    return read;
  };
  return document.getPages().map((page) => {
    const { width, height } = page.getSize();
    const resources = page.node.Resources();
    const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const read = new PageReader(height, (name) => {
      const font = fonts?.lookupMaybe(PDFName.of(name), PDFDict);
      return font === undefined ? NO_FONT : fontOf(font);
    });
    read.operators(contentOf(page.node.Contents()));
    return { width: width * MM, height: height * MM, runs: read.runs, pictures: read.pictures, shapes: read.shapes };
  });
}

function contentOf(contents: PDFStream | PDFArray | undefined): string {
  if (contents instanceof PDFArray) {
    return contents
      .asArray()
      .map((_, index) => contentOf(contents.lookup(index, PDFStream)))
      .join('\n');
  }
  return contents instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1') : '';
}

/** Glyph numbers to characters, from the ToUnicode map of a font. */
function lettersOf(font: PDFDict): ReadonlyMap<number, string> {
  const map = contentOf(font.lookupMaybe(PDFName.of('ToUnicode'), PDFStream));
  const letters = new Map<number, string>();
  const hex = (digits: string) => Buffer.from(digits, 'hex').swap16().toString('utf16le');
  for (const [, body = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', letter = ''] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      letters.set(Number.parseInt(glyph, 16), hex(letter));
    }
  }
  return letters;
}

class PageReader {
  readonly runs: TextRun[] = [];
  readonly pictures: Box[] = [];
  readonly shapes: Box[] = [];
  private readonly height: number;
  private readonly fontNamed: (name: string) => Font;
  private matrix: Matrix = IDENTITY;
  private readonly saved: { matrix: Matrix; font: PageReader['font']; size: number }[] = [];
  private text: Matrix = IDENTITY;
  private font = NO_FONT;
  private size = 0;
  private points: [number, number][] = [];

  constructor(height: number, fontNamed: PageReader['fontNamed']) {
    this.height = height;
    this.fontNamed = fontNamed;
  }

  operators(content: string): void {
    let operands: string[] = [];
    for (const token of tokensOf(content)) {
      if (!/^[A-Za-z'"]/.test(token)) operands.push(token);
      else {
        this.operate(token, operands);
        operands = [];
      }
    }
  }

  private operate(operator: string, operands: readonly string[]): void {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = operands.map(Number);
    if (operator === 'q') this.saved.push({ matrix: this.matrix, font: this.font, size: this.size });
    else if (operator === 'Q') Object.assign(this, this.saved.pop());
    else if (operator === 'cm') this.matrix = times([a, b, c, d, e, f], this.matrix);
    else if (operator === 'Tf') {
      this.font = this.fontNamed((operands[0] ?? '').slice(1));
      this.size = b;
    } else if (operator === 'Tm') this.text = [a, b, c, d, e, f];
    else if (operator === 'Tj' || operator === 'TJ') this.show(operands);
    else if (operator === 'm' || operator === 'l') this.points.push([a, b]);
    else if (operator === 'c') this.points.push([e, f]);
    else if (operator === 're') this.points.push([a, b], [a + c, b + d]);
    else if (/^(?:S|s|f|F|B|b)\*?$/.test(operator)) this.paint();
    else if (operator === 'n') this.points = [];
    else if (operator === 'Do')
      this.pictures.push(
        this.boxOf([
          [0, 0],
          [1, 1],
        ]),
      );
  }

  private show(operands: readonly string[]): void {
    const glyphs: number[] = [];
    let shift = 0;
    for (const operand of operands) {
      if (/^[-+.\d]/.test(operand)) shift += Number(operand);
      else if (/^[(<]/.test(operand)) glyphs.push(...glyphsOf(operand));
    }
    const placed = times(this.text, this.matrix);
    const size = this.size * Math.abs(placed[0]);
    const x = placed[4] * MM;
    this.runs.push({
      text: glyphs.map((glyph) => this.font.letters.get(glyph) ?? '').join(''),
      x,
      baseline: (this.height - placed[5]) * MM,
      end: x + (glyphs.length - shift / 1000) * size * MM,
      size,
      font: this.font.name,
      missingGlyph: glyphs.includes(0),
    });
  }

  private paint(): void {
    if (this.points.length > 0) this.shapes.push(this.boxOf(this.points));
    this.points = [];
  }

  private boxOf(points: readonly (readonly [number, number])[]): Box {
    const placed = points.map(([x, y]) => times([1, 0, 0, 1, x, y], this.matrix));
    const xs = placed.map((m) => m[4] * MM);
    const ys = placed.map((m) => (this.height - m[5]) * MM);
    const [x, y] = [Math.min(...xs), Math.min(...ys)];
    return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
  }
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Two bytes a glyph. */
function glyphsOf(string: string): number[] {
  const inner = string.slice(1, -1);
  const bytes = string.startsWith('<')
    ? [...Buffer.from(inner.replace(/\s/g, ''), 'hex')]
    : [...inner.matchAll(/\\([0-7]{1,3})|\\([\s\S])|([\s\S])/g)].map(([, octal, escaped, plain = '']) =>
        octal !== undefined
          ? Number.parseInt(octal, 8)
          : escaped !== undefined
            ? (ESCAPES[escaped] ?? escaped.charCodeAt(0))
            : plain.charCodeAt(0),
      );
  return Array.from(
    { length: Math.floor(bytes.length / 2) },
    (_, index) => (bytes[2 * index] ?? 0) * 256 + (bytes[2 * index + 1] ?? 0),
  );
}

/** Runs on one baseline, joined from left to right. */
export function linesOf({ runs }: PdfPage): { text: string; x: number; end: number; baseline: number; size: number }[] {
  const lines = Map.groupBy(runs, ({ baseline }) => Math.round(baseline * 5));
  return [...lines.values()]
    .map((line) => line.toSorted((a, b) => a.x - b.x))
    .map((line) => ({
      text: line.map(({ text }) => text).join(''),
      x: line[0]?.x ?? 0,
      end: line.at(-1)?.end ?? 0,
      baseline: line[0]?.baseline ?? 0,
      size: Math.max(...line.map(({ size }) => size)),
    }))
    .toSorted((a, b) => a.baseline - b.baseline);
}
