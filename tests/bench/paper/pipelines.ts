// Pipelines of others over the same stack: what an office would build from Debian's tools, and the barcode step of an archive
// software. Only where their tools are installed; the system itself needs none of them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram, leftOut } from '../peers/find-program.ts';

export interface Pipeline {
  readonly name: string;
  readonly tools: readonly string[];
  readonly install: string;
  /** Bash: from `$STACK` to a text beside each picture of a page in `$FOLDER`. */
  readonly script: string;
}

export const SHELL: Pipeline = {
  name: 'shell: qpdf, pdfinfo, pdftoppm 150 dpi, zbarimg',
  tools: ['qpdf', 'pdfinfo', 'pdftoppm', 'zbarimg'],
  install: 'apt-get install qpdf poppler-utils zbar-tools',
  script: `
    sha256sum "$STACK"
    qpdf --check "$STACK" || test $? -eq 3
    pdfinfo "$STACK"
    pdftoppm -r 150 -gray "$STACK" "$FOLDER/page"
    for page in "$FOLDER"/*.pgm; do zbarimg --quiet --raw "$page" > "$page.txt" || true; done`,
};

/** As Paperless-ngx looks for barcodes: each page drawn at 300 dpi, then zxing-cpp, here by its own command. */
export const ARCHIVE: Pipeline = {
  name: 'archive software: pdftoppm 300 dpi, zxing-cpp',
  tools: ['pdftoppm', 'ZXingReader'],
  install: 'apt-get install poppler-utils zxing-cpp-tools',
  script: `
    sha256sum "$STACK"
    pdftoppm -r 300 "$STACK" "$FOLDER/page"
    for page in "$FOLDER"/*.ppm; do ZXingReader "$page" > "$page.txt" || true; done`,
};

/** Full text of every page, which is far more work than filing it. */
export const FULL_TEXT: Pipeline = {
  name: 'ocrmypdf, chi_sim, full text',
  tools: ['ocrmypdf', 'tesseract'],
  install: 'apt-get install ocrmypdf tesseract-ocr-chi-sim',
  script: `
    ocrmypdf --force-ocr --jobs 2 --output-type pdf -l chi_sim --sidecar "$FOLDER/all.txt" "$STACK" "$FOLDER/all.pdf"`,
};

export interface PipelineRun {
  readonly pagesPerSecond: number;
  /** Milliseconds of a page, of all its programs. */
  readonly cpu: number;
  /** What was read, page by page. */
  readonly texts: readonly string[];
}

export const missing = ({ name, tools, install }: Pipeline): string | undefined =>
  tools.every((tool) => findProgram(tool)) ? undefined : leftOut(name, install);

export function runPipeline({ script }: Pipeline, stack: Buffer, pages: number): PipelineRun {
  const folder = mkdtempSync(join(tmpdir(), 'bench-pipeline-'));
  try {
    const file = join(folder, 'stack.pdf');
    writeFileSync(file, stack);
    const timed = `set -e; TIMEFORMAT='%R %U %S'; { time { ${script}\n} > /dev/null 2>&1 ; } 2> "$FOLDER/time"`;
    execFileSync('bash', ['-c', timed], { env: { ...process.env, LC_ALL: 'C.UTF-8', STACK: file, FOLDER: folder } });
    const [seconds = 0, user = 0, system = 0] = readFileSync(join(folder, 'time'), 'utf8')
      .trim()
      .split(' ')
      .map(Number);
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .toSorted()
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    return { pagesPerSecond: pages / seconds, cpu: ((user + system) * 1000) / pages, texts };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
