// The pipeline that an office would build from Debian's tools, over the same stack: qpdf, pdfinfo, pdftoppm, zbarimg. Only
// where these are installed; the system itself needs none of them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Shell {
  readonly pages: number;
  readonly codesRead: number;
  readonly filedPerSecond: number;
  readonly filingCpuPerPage: number;
}

const PIPELINE = `
set -e
TIMEFORMAT='%R %U %S'
{ time {
  sha256sum "$STACK"
  qpdf --check "$STACK" || test $? -eq 3
  pdfinfo "$STACK"
  pdftoppm -r 150 -gray "$STACK" "$FOLDER/page"
  for page in "$FOLDER"/*.pgm; do zbarimg --quiet --raw "$page" > "$page.txt" || true; done
} > /dev/null 2>&1 ; } 2> "$FOLDER/time"
`;

/** Undefined without the tools. */
export function measureShell(stack: string, pages: number): Shell | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'jiugai-shell-'));
  try {
    execFileSync('bash', ['-c', PIPELINE], { env: { ...process.env, STACK: stack, FOLDER: folder } });
    const [seconds = 0, user = 0, system = 0] = readFileSync(join(folder, 'time'), 'utf8')
      .trim()
      .split(' ')
      .map(Number);
    const texts = readdirSync(folder).filter((name) => name.endsWith('.txt'));
    const codes = texts.filter((name) => readFileSync(join(folder, name), 'utf8').includes('JG1:'));
    return {
      pages,
      codesRead: codes.length,
      filedPerSecond: Math.round((pages / seconds) * 10) / 10,
      filingCpuPerPage: Math.round(((user + system) / pages) * 1000),
    };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
