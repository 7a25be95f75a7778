// Residents sign the sheets of the story with pens, and the street's scanner makes what scanners make of them.
import { openRenderer, type Renderer } from '../../functions/runtime/render-pdf.ts';
import { type Area, signature, tick, writeOn } from '../paperwork/pen.ts';
import { type PdfPage, readPdf } from '../paperwork/read-pdf.ts';
import { normalConditions, simulateScan } from '../paperwork/simulate-scan.ts';
import { type Random, randomOf } from '../randomness.ts';

/** What a household does with its row. */
export interface Written {
  readonly opinion: 'AGREE' | 'DISAGREE' | 'ABSTAIN';
  readonly publishRoom: boolean;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A row as somebody sees it on the paper: its number, three boxes, two smaller ones, and the room for a signature. */
interface PrintedRow {
  readonly no: number;
  readonly opinions: readonly Box[];
  readonly publish: readonly Box[];
  readonly signature: Area;
}

/** As office scanners are set; drawn no finer than they see it. */
const DPI = 200;
const OPINION_SIDE = 5;
const PUBLISH_SIDE = 3;
const ROW_HEIGHT = 12;
const OPINIONS = ['AGREE', 'DISAGREE', 'ABSTAIN'] as const;

const squares = ({ shapes }: PdfPage, side: number): Box[] =>
  shapes.filter(({ width, height }) => Math.abs(width - side) < 0.15 && Math.abs(height - side) < 0.15);

const middleOf = ({ y, height }: Box): number => y + height / 2;

function rowsOf(page: PdfPage): readonly PrintedRow[] {
  // The corner marks are as large, but stand in the margins.
  const boxes = squares(page, OPINION_SIDE).filter(({ x }) => x > 40 && x < 110);
  const lines = Map.groupBy(boxes, ({ y }) => Math.round(y));
  return [...lines.values()].flatMap((line) => {
    const opinions = line.toSorted((a, b) => a.x - b.x);
    const [first, , last] = opinions;
    if (first === undefined || last === undefined) return [];
    const middle = middleOf(first);
    const isHere = (y: number) => Math.abs(y - middle) < ROW_HEIGHT / 2;
    const publish = squares(page, PUBLISH_SIDE)
      .filter((box) => box.x > 160 && isHere(middleOf(box)))
      .toSorted((a, b) => a.y - b.y);
    const no = page.runs.filter(({ x, baseline }) => x < 29 && isHere(baseline - 1)).map(({ text }) => text);
    const left = last.x + last.width + 5;
    return [
      { no: Number(no.join('')), opinions, publish, signature: { x: left, y: middle - 6, width: 40, height: 12 } },
    ];
  });
}

function penOf(random: Random, row: PrintedRow, { opinion, publishRoom }: Written): string {
  const faint = random() < 0.06;
  const chosen = row.opinions[OPINIONS.indexOf(opinion)];
  const consent = row.publish[publishRoom ? 0 : 1];
  const ticked = [chosen, consent].flatMap((box) =>
    box === undefined ? [] : [tick(random, box.x + box.width / 2, middleOf(box), box.width, faint)],
  );
  return signature(random, row.signature, faint) + ticked.join('');
}

export interface SheetOnPaper {
  readonly page: number;
  /** Places in the roll. */
  readonly rows: readonly number[];
}

export class PaperPile {
  readonly #printed: Uint8Array;
  #renderer: Promise<Renderer> | undefined;
  #pages: Promise<readonly PdfPage[]> | undefined;

  constructor(printed: Uint8Array) {
    this.#printed = printed;
  }

  /** Sheets with rows to sign; covers have none. */
  async sheets(): Promise<readonly SheetOnPaper[]> {
    this.#pages ??= readPdf(this.#printed);
    return (await this.#pages).flatMap((page, index) => {
      const rows = rowsOf(page).map(({ no }) => no);
      return rows.length === 0 ? [] : [{ page: index + 1, rows }];
    });
  }

  /**
   * The scan of a page as JPEG at 200 dpi, signed by those who sign; `upsideDown` as it was fed. The same seed gives the
   * same scan.
   */
  async scan(
    page: number,
    {
      seed,
      upsideDown = false,
      written,
    }: { seed: number; upsideDown?: boolean; written?: (no: number) => Written | undefined },
  ): Promise<Uint8Array> {
    const random = randomOf(seed);
    this.#renderer ??= openRenderer(this.#printed);
    const blank = (await this.#renderer).draw(page - 1, DPI);
    const sheet = written === undefined ? blank : await writeOn(blank, await this.#marksOn(page, random, written), DPI);
    const conditions = { ...normalConditions(random, DPI), turned: upsideDown ? (2 as const) : (0 as const) };
    return simulateScan(sheet, conditions, seed, DPI);
  }

  async #marksOn(page: number, random: Random, written: (no: number) => Written | undefined): Promise<string> {
    this.#pages ??= readPdf(this.#printed);
    const printed = (await this.#pages)[page - 1];
    const marks = (printed === undefined ? [] : rowsOf(printed)).map((row) => {
      const of = written(row.no);
      return of === undefined ? '' : penOf(random, row, of);
    });
    return marks.join('');
  }
}
