// Hostile papers through the whole intake, as a street hands them in: how long each takes to its verdict, how much memory the
// reader holds, and whether the next good file is filed.
import { readdirSync, readFileSync } from 'node:fs';
import { blankPage } from '../../local/paperwork/stack-files.ts';
import { fakePorts } from '../support/ports/fake-ports.ts';
import { fileNow } from '../support/scans/filing-desk.ts';
import { hostileCorpus } from '../support/scans/hostile-corpus.ts';

export interface PaperVerdict {
  readonly name: string;
  readonly verdict: string;
  readonly seconds: number;
  /** The most that the processes of the reader held at once; 0 where the system does not tell. */
  readonly megabytes: number;
}

export interface HostilePaper {
  readonly verdicts: readonly PaperVerdict[];
  /** Whether a good file was filed after each of them. */
  readonly nextIsFiled: boolean;
}

const LOOKS_EVERY = 25;

export async function tryHostilePaper(): Promise<HostilePaper> {
  const fake = fakePorts();
  const verdicts: PaperVerdict[] = [];
  let filed = 0;
  try {
    const corpus = await hostileCorpus();
    for (const [index, { name, bytes }] of corpus.entries()) {
      let peak = 0;
      const timer = setInterval(() => {
        peak = Math.max(peak, childrenMegabytes());
      }, LOOKS_EVERY);
      const begun = performance.now();
      const verdict = await fileNow(fake.ports, bytes).then(
        ({ stack, pages }) => stack.refusal ?? `${stack.state} ${pages.map(({ state }) => state).join()}`,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      const seconds = (performance.now() - begun) / 1000;
      clearInterval(timer);
      verdicts.push({ name, verdict, seconds, megabytes: peak });
      if (index % 10 === 9) filed += (await fileNow(fake.ports, await blankPage(index))).pages.length;
    }
    return { verdicts, nextIsFiled: filed === Math.floor(corpus.length / 10) };
  } finally {
    fake.close();
  }
}

/** Of all processes that this one has started, where /proc tells. */
function childrenMegabytes(): number {
  let kilobytes = 0;
  for (const pid of pidsOf('/proc')) {
    const status = fileOf(`/proc/${pid}/status`);
    if (Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) !== process.pid) continue;
    kilobytes += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  }
  return Math.round(kilobytes / 1024);
}

function pidsOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function fileOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
