// How many simulated scans file themselves, ask, are refused or go wrong, and how their cells are read, against the truth.
import type { DocumentCode } from '../../../../domain/paper/catalogue.ts';
import { geometryOfSignSheet } from '../../../../domain/paper/filing/sheet-geometry.ts';
import type { Ports } from '../../../../domain/ports.ts';
import { findCells } from '../../../../functions/intake/scan/sheet-cells.ts';
import { keepSignSheets } from '../../../../functions/runtime/sign-sheets.ts';
import { harshConditions, normalConditions, simulateScan } from '../../../../local/paperwork/simulate-scan.ts';
import { blankPage, pdfOf } from '../../../../local/paperwork/stack-files.ts';
import { randomOf } from '../../../../local/randomness.ts';
import { type FiledStack, fileNow, OUYUAN, putProject } from '../../../support/scans/filing-desk.ts';
import { fillIn, type WrittenRow } from '../../../support/scans/filled-sheets.ts';
import { printSheets, type SheetOrder } from '../../../support/scans/printed-sheets.ts';

export const BENCH_PROJECTS = ['330302-2026-0017', '330302-2026-0018'] as const;
const KINDS: readonly DocumentCode[] = ['F2', 'M1', 'F2', 'M4', 'F2', 'OB1', 'F1', 'F2', 'M3', 'PB1'];
const BATCH = 20;
/** After so many sheets comes the blank back of one. */
const BLANK_AFTER = 8;
const ROLL_HASH = 'b'.repeat(64);

export type Mode = 'normal' | 'harsh';

export interface Counts {
  pages: number;
  filedRight: number;
  asked: number;
  refused: number;
  filedWrongly: number;
  codesRead: number;
  codesMisread: number;
  rows: number;
  signaturesMissed: number;
  signaturesToLook: number;
  emptyCalledSigned: number;
  opinionsRight: number;
  opinionsToLook: number;
  opinionsWrong: number;
  consentsRight: number;
  consentsToLook: number;
  consentsWrong: number;
  sheetsNotLaidOut: number;
}

const none = (): Counts => ({
  pages: 0,
  filedRight: 0,
  asked: 0,
  refused: 0,
  filedWrongly: 0,
  codesRead: 0,
  codesMisread: 0,
  rows: 0,
  signaturesMissed: 0,
  signaturesToLook: 0,
  emptyCalledSigned: 0,
  opinionsRight: 0,
  opinionsToLook: 0,
  opinionsWrong: 0,
  consentsRight: 0,
  consentsToLook: 0,
  consentsWrong: 0,
  sheetsNotLaidOut: 0,
});

interface Scanned {
  readonly jpeg: Buffer;
  /** Undefined for blank backs. */
  readonly order: SheetOrder | undefined;
  readonly written: readonly WrittenRow[];
}

export interface Accuracy {
  readonly counts: Counts;
  /** What was found on pages that did not file themselves, how often. */
  readonly reasons: Readonly<Record<string, number>>;
}

/** `from`: number of the first sheet; other numbers are other sheets, seeds and conditions. */
export async function measureAccuracy(ports: Ports, mode: Mode, from: number, pages: number): Promise<Accuracy> {
  for (const project of BENCH_PROJECTS) await putProject(ports, project, OUYUAN);
  const counts = none();
  const reasons: Record<string, number> = {};
  let next = scanBatch(ports, from, mode);
  for (let first = from; counts.pages < pages; first += BATCH) {
    const scans = await next;
    const filing = fileNow(ports, await pdfOf(scans.map(({ jpeg }) => jpeg)));
    // The reader is a process of its own: meanwhile the next sheets are printed and scanned.
    next = counts.pages + scans.length < pages ? scanBatch(ports, first + BATCH, mode) : Promise.resolve([]);
    const [filed] = await Promise.all([filing, next]);
    await judge(ports, { counts, reasons }, scans, filed);
    const { pages: seen, filedRight, asked, filedWrongly, rows, signaturesMissed } = counts;
    process.stderr.write(
      `\r${mode}: ${seen} pages, ${filedRight} filed, ${asked} asked, ${filedWrongly} wrongly; ${rows} rows, ${signaturesMissed} signatures missed`,
    );
  }
  process.stderr.write('\n');
  return { counts, reasons };
}

async function scanBatch(ports: Ports, first: number, mode: Mode): Promise<Scanned[]> {
  const { sheets } = await printSheets(
    ports.seal,
    Array.from({ length: BATCH }, (_, index) => orderOf(first + index, mode)),
  );
  const scans: Scanned[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const seed = first + index + (mode === 'harsh' ? 100_000 : 0);
    const random = randomOf(seed);
    const conditions = mode === 'normal' ? normalConditions(random) : harshConditions(random);
    const filled = sheet.rows.length > 0 ? await fillIn(sheet, seed, mode === 'harsh') : undefined;
    if (filled !== undefined) {
      const geometry = geometryOfSignSheet(sheet.rows);
      await keepSignSheets(ports, [{ name: sheet.order.name, ballot: 'PLAN', rollHash: ROLL_HASH, geometry }]);
    }
    const jpeg = await simulateScan(filled?.image ?? sheet.image, conditions, seed);
    scans.push({ jpeg, order: sheet.order, written: filled?.truth ?? [] });
    if (index % BLANK_AFTER === BLANK_AFTER - 1)
      scans.push({ jpeg: await blankPage(seed), order: undefined, written: [] });
  }
  return scans;
}

function orderOf(number: number, mode: Mode): SheetOrder {
  const kind = KINDS[number % KINDS.length] ?? 'M1';
  const rows = kind === 'F2' ? 8 + (number % 7) : 0;
  return {
    // Normal and harsh scans of one number are pages of different papers.
    name: {
      projectNo: BENCH_PROJECTS[number % 2] ?? BENCH_PROJECTS[0],
      kind,
      version: mode === 'normal' ? 1 : 2,
      page: number + 1,
    },
    neighbourhood: OUYUAN.name,
    rows: Array.from({ length: rows }, (_, row) => ({ no: row + 1, unit: `1-1-${row + 101}`, area: '85.21' })),
  };
}

interface Tally {
  readonly counts: Counts;
  readonly reasons: Record<string, number>;
}

async function judge(ports: Ports, { counts, reasons }: Tally, scans: readonly Scanned[], { pages }: FiledStack) {
  for (const [index, { order, written }] of scans.entries()) {
    const page = pages[index];
    if (page === undefined) throw new Error('a page was dropped');
    counts.pages += 1;
    const blank = page.findings.includes('BLANK_PAGE');
    const named = page.name !== null;
    const right = order === undefined ? blank && !named : sameName(page.name, order.name);
    if (page.state === 'FILED') counts[right ? 'filedRight' : 'filedWrongly'] += 1;
    else {
      counts[page.state === 'REFUSED' ? 'refused' : 'asked'] += 1;
      for (const finding of page.findings) reasons[finding] = (reasons[finding] ?? 0) + 1;
    }
    if (named) counts[right ? 'codesRead' : 'codesMisread'] += 1;
    if (page.findings.includes('MARKS_MISSING')) counts.sheetsNotLaidOut += 1;
    else if (written.length > 0) await judgeCells(ports, counts, written, page.pageId);
  }
}

const sameName = (read: SheetOrder['name'] | null, printed: SheetOrder['name']): boolean =>
  read?.projectNo === printed.projectNo &&
  read.kind === printed.kind &&
  read.version === printed.version &&
  read.page === printed.page &&
  read.serial === printed.serial;

async function judgeCells(ports: Ports, counts: Counts, written: readonly WrittenRow[], pageId: string): Promise<void> {
  const cells = await findCells(ports, pageId);
  for (const { no, signed, opinions, publishRoom } of written) {
    const reading = cells?.rows.find((row) => row.no === no)?.reading;
    if (reading === undefined) continue;
    counts.rows += 1;
    if (signed && reading.signature === 'BLANK') counts.signaturesMissed += 1;
    if (reading.signature === 'LOOK') counts.signaturesToLook += 1;
    if (!signed && reading.signature === 'SIGNED') counts.emptyCalledSigned += 1;
    const [first = 'NONE', ...others] = opinions;
    const opinion = others.length > 0 ? 'SEVERAL' : first;
    counts[`opinions${verdictOn(reading.opinion, opinion)}`] += 1;
    counts[`consents${verdictOn(reading.publishRoom, publishRoom)}`] += 1;
  }
}

const verdictOn = (read: string, written: string) =>
  read === 'LOOK' ? 'ToLook' : read === written ? 'Right' : 'Wrong';
