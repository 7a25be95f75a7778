// Prints and scans pages for the bench, in a process of its own beside others: `make-pages.ts office|bad FROM TO FOLDER` leaves a
// JPEG of each page, and the text of its code.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { filingCode } from '../../../domain/paper/filing-code.ts';
import { harshConditions, simulateScan } from '../../../local/paperwork/simulate-scan.ts';
import { randomOf } from '../../../local/randomness.ts';
import { fakePorts } from '../../support/ports/fake-ports.ts';
import { OUYUAN, PROJECT } from '../../support/scans/filing-desk.ts';
import { type PrintedSheet, printSheets } from '../../support/scans/printed-sheets.ts';

/** What an office scanner makes by default: 300 dpi, colour. */
const OFFICE = { dpi: 300, perspective: 0.003, blur: 0.6, noise: 5, contrast: 0.9, jpegQuality: 60, waves: 0 } as const;
const PAPER_TINT = '#f8f4ea';
const BATCH = 10;
const BAD_SEED = 500_000;

const scans = {
  async office({ image }: PrintedSheet, index: number): Promise<Buffer> {
    const skew = (index % 7) * 0.4 - 1.2;
    const gray = await simulateScan(image, { ...OFFICE, skew, turned: 0 }, index);
    return sharp(gray).toColourspace('srgb').tint(PAPER_TINT).jpeg({ quality: 45 }).toBuffer();
  },
  bad: ({ image }: PrintedSheet, index: number) =>
    simulateScan(image, harshConditions(randomOf(BAD_SEED + index)), BAD_SEED + index),
} as const;

const [kind = '', from = '0', to = '0', folder = ''] = process.argv.slice(2);
if (kind !== 'office' && kind !== 'bad') throw new Error(`no pages are called ${kind}`);
const { ports, close } = fakePorts();
for (let first = Number(from); first < Number(to); first += BATCH) {
  const orders = Array.from({ length: Math.min(BATCH, Number(to) - first) }, (_, index) => ({
    name: { projectNo: PROJECT, kind: 'M3', version: 9, page: first + index + 1 } as const,
    neighbourhood: OUYUAN.name,
    rows: Array.from({ length: 12 }, (_, row) => ({ no: row + 1, unit: `1-1-${row + 101}`, area: '85.21' })),
  }));
  for (const [index, sheet] of (await printSheets(ports.seal, orders)).sheets.entries()) {
    const name = String(first + index).padStart(4, '0');
    writeFileSync(join(folder, `${name}.jpg`), await scans[kind](sheet, first + index));
    writeFileSync(join(folder, `${name}.code`), filingCode(ports.seal, sheet.order.name));
  }
}
close();
