// Measures paper intake: how many simulated scans file themselves, ask or go wrong, how cells are read, how fast it all is.
// `npm run bench:paper` prints tables and writes out/bench-paper.json; `-- --pages N` for fewer pages, `--from N` for other sheets,
// `--stack N` for a shorter stack, `--shell` for the pipeline of Debian's tools beside it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { simulateScan } from '../../../../local/paperwork/simulate-scan.ts';
import { pdfOf } from '../../../../local/paperwork/stack-files.ts';
import { fakePorts } from '../../../support/ports/fake-ports.ts';
import { OUYUAN } from '../../../support/scans/filing-desk.ts';
import { printSheets } from '../../../support/scans/printed-sheets.ts';
import { BENCH_PROJECTS, measureAccuracy } from './bench-accuracy.ts';
import { measureShell } from './bench-shell.ts';
import type { Speed } from './bench-speed.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '500' },
    from: { type: 'string', default: '0' },
    stack: { type: 'string', default: '100' },
    shell: { type: 'boolean', default: false },
  },
});
/** Of the pages; the rest are harsh. */
const NORMAL_SHARE = 0.7;
const BATCH = 20;
const STACK = 'out/bench-stack.pdf';

const fake = fakePorts();
const { ports } = fake;

/** What an office scanner makes by default: 300 dpi, colour. */
const OFFICE = { dpi: 300, perspective: 0.003, blur: 0.6, noise: 5, contrast: 0.9, jpegQuality: 60, waves: 0 } as const;

async function scanStack(pages: number): Promise<void> {
  const scans: Buffer[] = [];
  for (let first = 0; first < pages; first += BATCH) {
    const orders = Array.from({ length: Math.min(BATCH, pages - first) }, (_, index) => ({
      name: { projectNo: BENCH_PROJECTS[0], kind: 'M3', version: 9, page: first + index + 1 } as const,
      neighbourhood: OUYUAN.name,
      rows: Array.from({ length: 12 }, (_, row) => ({ no: row + 1, unit: `1-1-${row + 101}`, area: '85.21' })),
    }));
    for (const [index, { image }] of (await printSheets(ports.seal, orders)).sheets.entries()) {
      const skew = ((first + index) % 7) * 0.4 - 1.2;
      const gray = await simulateScan(image, { ...OFFICE, skew, turned: 0 }, first + index);
      scans.push(await sharp(gray).toColourspace('srgb').tint('#f8f4ea').jpeg({ quality: 45 }).toBuffer());
    }
    process.stderr.write(`\rstack: ${scans.length} pages`);
  }
  process.stderr.write('\n');
  writeFileSync(STACK, await pdfOf(scans));
}

function measureSpeed(pages: number): Speed {
  const measure = fileURLToPath(new URL('bench-speed.ts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [measure, STACK, String(pages)], { encoding: 'utf8' }));
}

mkdirSync('out', { recursive: true });
const wanted = Number(values.pages);
const from = Number(values.from);
const stack = Number(values.stack);
const normal = await measureAccuracy(ports, 'normal', from, Math.ceil(wanted * NORMAL_SHARE));
const harsh = await measureAccuracy(ports, 'harsh', from, Math.floor(wanted * (1 - NORMAL_SHARE)));
console.table({ normal: normal.counts, harsh: harsh.counts });
console.table({ normal: normal.reasons, harsh: harsh.reasons });
await scanStack(stack);
fake.close();
const speed = measureSpeed(stack);
console.table(speed);
const shell = values.shell ? measureShell(STACK, stack) : undefined;
if (shell !== undefined) console.table(shell);
const load = readFileSync('/proc/loadavg', 'utf8').trim();
console.log(`load ${load}`);
writeFileSync('out/bench-paper.json', JSON.stringify({ normal, harsh, speed, shell, load }, undefined, 2));

/** What must hold whatever the machine; speed is for whoever reads the table, beside the load it was measured under. */
const answered = normal.counts.filedRight + normal.counts.asked + normal.counts.refused;
const kept =
  normal.counts.filedWrongly + harsh.counts.filedWrongly + normal.counts.signaturesMissed === 0 &&
  answered >= 0.99 * normal.counts.pages;
process.exitCode = kept ? 0 : 1;
