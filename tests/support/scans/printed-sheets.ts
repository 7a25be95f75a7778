// Prints sheets for tests of reading: the layout of our forms, with real codes and the places of their cells.
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { encode } from 'uqr';
import * as z from 'zod';
import type { DocumentCode } from '../../../domain/paper/catalogue.ts';
import { documentKind } from '../../../domain/paper/catalogue.ts';
import type { PlacedRow } from '../../../domain/paper/filing/sheet-geometry.ts';
import { filingCode, type PageName, readableCode } from '../../../domain/paper/filing-code.ts';
import type { Seal } from '../../../domain/ports.ts';
import type { GrayImage } from '../../../functions/intake/scan/gray-image.ts';
import { openRenderer } from '../../../functions/runtime/render-pdf.ts';
import { PRINTED_DPI } from '../../../local/paperwork/pen.ts';

export interface SheetOrder {
  readonly name: PageName;
  readonly neighbourhood: string;
  /** Another title than the code says, for sheets that contradict themselves. */
  readonly titled?: DocumentCode;
  /** Prints no code at all. */
  readonly withoutCode?: boolean;
  readonly heading?: string;
  readonly rows?: readonly { readonly no: number; readonly unit: string; readonly area: string }[];
}

export interface PrintedSheet {
  readonly order: SheetOrder;
  readonly image: GrayImage;
  readonly rows: readonly PlacedRow[];
}

const printedCells = z.array(
  z.object({
    row: z.number(),
    unit: z.string(),
    cell: z.string(),
    page: z.number(),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
  }),
);

const HERE = fileURLToPath(new URL('.', import.meta.url));
const FONTS = fileURLToPath(new URL('../../../functions/typesetting/fonts/fandol', import.meta.url));

export interface Print {
  readonly pdf: Buffer;
  readonly sheets: readonly PrintedSheet[];
}

export async function printSheets(seal: Pick<Seal, 'keyedHash'>, orders: readonly SheetOrder[]): Promise<Print> {
  const compiler = NodeCompiler.create({ workspace: HERE, fontArgs: [{ fontPaths: [FONTS] }] });
  const inputs = { sheets: JSON.stringify(orders.map((order) => contentsOf(seal, order))) };
  const compiled = compiler.compile({ mainFilePath: `${HERE}sheet.typ`, inputs });
  const { result } = compiled;
  if (result === null) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics));
  const cells = printedCells.parse(compiler.query(result, { selector: '<cell>', field: 'value' }));
  const pdf = Buffer.from(compiler.pdf(result, { creationTimestamp: 0 }));
  const renderer = await openRenderer(pdf);
  const sheets = orders.map((order, index) => ({
    order,
    image: renderer.draw(index, PRINTED_DPI),
    rows: rowsOf(cells.filter(({ page }) => page === index + 1)),
  }));
  return { pdf, sheets };
}

const rowsOf = (cells: z.output<typeof printedCells>): PlacedRow[] =>
  [...Map.groupBy(cells, ({ row }) => row)].map(([row, placed]) => ({
    row,
    cells: placed.map(({ cell, x, y, width, height }) => ({ name: cell, x, y, width, height })),
  }));

function contentsOf(seal: Pick<Seal, 'keyedHash'>, order: SheetOrder) {
  const { name, neighbourhood, titled = name.kind, withoutCode = false, heading = '1幢1单元', rows = [] } = order;
  return {
    neighbourhood,
    title: documentKind(titled).title.zh.replace('×××小区', ''),
    heading,
    rows,
    code: withoutCode ? '' : `编码 ${readableCode(seal, name)}　·　四角黑块及二维码处请勿书写、折叠、装订`,
    svg: withoutCode ? null : pictureOf(filingCode(seal, name)),
  };
}

function pictureOf(text: string): string {
  const { data } = encode(text, { ecc: 'H', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${data.length} ${data.length}"><path d="${path}"/></svg>`;
}
