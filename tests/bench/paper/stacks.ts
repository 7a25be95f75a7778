// The stacks that intake is measured with: made before anything is measured, by as many processes as there are cores.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pdfOf } from '../../../local/paperwork/stack-files.ts';

const MAKE = new URL('make-pages.ts', import.meta.url).pathname;
const run = promisify(execFile);

export interface Pages {
  readonly jpegs: readonly Buffer[];
  /** What the code of each page says. */
  readonly codes: readonly string[];
}

export async function makePages(kind: 'office' | 'bad', count: number): Promise<Pages> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-pages-'));
  const workers = availableParallelism();
  const edge = (worker: number) => String(Math.floor((count * worker) / workers));
  try {
    await Promise.all(
      Array.from({ length: workers }, (_, worker) =>
        run(process.execPath, [MAKE, kind, edge(worker), edge(worker + 1), folder]),
      ),
    );
    const names = readdirSync(folder).toSorted();
    const read = (ending: string) =>
      names.filter((name) => name.endsWith(ending)).map((name) => readFileSync(join(folder, name)));
    return { jpegs: read('.jpg'), codes: read('.code').map(String) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const stackOf = ({ jpegs }: Pages, count = jpegs.length): Promise<Buffer> => pdfOf(jpegs.slice(0, count));
