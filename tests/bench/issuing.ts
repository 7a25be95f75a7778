// Issuing a two-page approval: the first one from nothing, warm ones, and the memory over a thousand papers of all kinds.
import { setImmediate } from 'node:timers/promises';
import { plainDateOf } from '../../domain/calendar/plain-date.ts';
import type { PaperContents, TypesetCode } from '../../domain/paper/paper-contents.ts';
import { typesetPaper } from '../../functions/typesetting/typeset-paper.ts';
import { createTypesetter } from '../../functions/typesetting/typesetter.ts';
import { edition, house, sampleOf, seal, TYPESET_CODES } from '../functions/typesetting/sample-papers.ts';
import { atMost, type Figure, figure, quantile } from './figure.ts';

const WARM = 300;
const PAPERS = 1_000;
/** Kinds of a household each, which are issued by the hundred. */
const PACKS: readonly TypesetCode[] = ['F2', 'S1', 'S2'];

export async function measureIssuing(): Promise<readonly Figure[]> {
  const started = performance.now();
  const typesetter = createTypesetter();
  const issue = async <Code extends TypesetCode>(kind: Code, contents: PaperContents<Code>, paper: number) => {
    const before = performance.now();
    const date = plainDateOf(`2026-11-${String(1 + (paper % 28)).padStart(2, '0')}`);
    const making = { issuer: '示例区发展和改革局', date };
    const set = await typesetPaper({ typesetter, seal, house }, { kind, contents, making, edition });
    if (!set.ok) throw new Error(set.refusal.says.en);
    set.value.paper.pdf();
    return performance.now() - before;
  };
  const approval = sampleOf('A2');
  await issue('A2', approval, 0);
  const cold = performance.now() - started;
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let paper = 0; paper < WARM; paper++) {
    times.push(await issue('A2', { ...approval, minutesNo: `示旧改办纪要〔2026〕${paper}号` }, paper));
    await setImmediate();
  }
  const used = process.cpuUsage(cpu);
  const kinds = TYPESET_CODES.filter((kind) => !PACKS.includes(kind));
  const held: number[] = [];
  for (let paper = 0; paper < PAPERS; paper++) {
    const kind = kinds[paper % kinds.length];
    if (kind !== undefined) await issue(kind, sampleOf(kind), paper);
    // Documents of the compiler are let go when the event loop turns, as it does between the requests of a server.
    await setImmediate();
    if ((paper + 1) % 250 === 0) held.push(process.memoryUsage.rss() / 2 ** 20);
  }
  const [, half = 0, , all = 0] = held;
  return [
    atMost('two-page approval, the first from nothing', cold, 'ms', 600),
    atMost('two-page approval, warm, p50', quantile(times, 0.5), 'ms', 10),
    atMost('two-page approval, warm, p99', quantile(times, 0.99), 'ms', 25),
    figure('two-page approval, warm, CPU', (used.user + used.system) / 1000 / WARM, 'ms'),
    figure(`memory after ${PAPERS} papers`, all, 'MB'),
    atMost(`growth from paper ${PAPERS / 2} to ${PAPERS}`, ((all - half) * 100) / half, '%', 10),
  ];
}
