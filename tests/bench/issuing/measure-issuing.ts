// Issuing a two-page approval: the first one from nothing, warm ones in rounds beside programs that make papers from HTML, and
// the memory over a thousand papers of all kinds.
import { setImmediate } from 'node:timers/promises';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import type { PaperContents, TypesetCode } from '../../../domain/paper/paper-contents.ts';
import { typesetPaper } from '../../../functions/typesetting/typeset-paper.ts';
import { createTypesetter } from '../../../functions/typesetting/typesetter.ts';
import { edition, house, sampleOf, seal, TYPESET_CODES } from '../../functions/typesetting/sample-papers.ts';
import { atMost, figure, type Measured, median, quantile } from '../figure.ts';
import type { Asked } from '../sections.ts';
import { approvalHtml } from './approval-html.ts';
import { measurePrinters } from './html-printers.ts';

const WARM = 200;
const PAPERS = 1_000;
/** Kinds of a household each, which are issued by the hundred. */
const PACKS: readonly TypesetCode[] = ['F2', 'S1', 'S2'];

interface Round {
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
}

export async function measureIssuing({ rounds, withPeers, tell }: Asked): Promise<Measured> {
  const started = performance.now();
  const typesetter = createTypesetter();
  const set = async <Code extends TypesetCode>(kind: Code, contents: PaperContents<Code>, paper: number) => {
    const date = plainDateOf(`2026-11-${String(1 + (paper % 28)).padStart(2, '0')}`);
    const making = { issuer: '示例区发展和改革局', date };
    const made = await typesetPaper({ typesetter, seal, house }, { kind, contents, making, edition });
    if (!made.ok) throw new Error(made.refusal.says.en);
    return made.value.paper.pdf();
  };
  const approval = sampleOf('A2');
  const first = await set('A2', approval, 0);
  const cold = performance.now() - started;

  tell(`${PAPERS} papers of all kinds`);
  const kinds = TYPESET_CODES.filter((kind) => !PACKS.includes(kind));
  const held: number[] = [];
  for (let paper = 0; paper < PAPERS; paper++) {
    const kind = kinds[paper % kinds.length];
    if (kind !== undefined) await set(kind, sampleOf(kind), paper);
    // Documents of the compiler are let go when the event loop turns, as it does between the requests of a server.
    await setImmediate();
    if ((paper + 1) % 250 === 0) held.push(process.memoryUsage.rss() / 2 ** 20);
  }

  const warm: Round[] = [];
  const theirs = new Map<string, number[]>();
  const notes = new Set<string>();
  const html = await approvalHtml(first);
  for (let round = 1; round <= rounds; round++) {
    const tellRound = (what: string) => tell(`round ${round} of ${rounds}: ${what}`);
    tellRound(`ours, ${WARM} approvals`);
    const times: number[] = [];
    const cpu = process.cpuUsage();
    for (let paper = 0; paper < WARM; paper++) {
      const before = performance.now();
      await set('A2', { ...approval, minutesNo: `示旧改办纪要〔2026〕${round * WARM + paper}号` }, paper);
      times.push(performance.now() - before);
      await setImmediate();
    }
    const used = process.cpuUsage(cpu);
    warm.push({
      p50: quantile(times, 0.5),
      p99: quantile(times, 0.99),
      cpu: (used.user + used.system) / 1000 / WARM,
    });
    if (!withPeers) continue;
    const measured = await measurePrinters(html, tellRound);
    for (const [name, values] of measured.times) theirs.set(name, [...(theirs.get(name) ?? []), ...values]);
    for (const note of measured.notes) notes.add(note);
  }

  const [, half = 0, , all = 0] = held;
  const middle = (pick: (one: Round) => number) => median(warm.map(pick));
  return {
    figures: [
      atMost('the first from nothing', cold, 'ms', 600),
      atMost(
        'warm, p50',
        middle((one) => one.p50),
        'ms',
        10,
      ),
      atMost(
        'warm, p99',
        middle((one) => one.p99),
        'ms',
        25,
      ),
      figure(
        'warm, CPU',
        middle((one) => one.cpu),
        'ms',
      ),
      ...[...theirs].map(([name, values]) => figure(`${name}, warm, p50`, median(values), 'ms')),
      figure(`memory after ${PAPERS} papers`, all, 'MB'),
      atMost(`growth from paper ${PAPERS / 2} to ${PAPERS}`, ((all - half) * 100) / half, '%', 10),
    ],
    notes: [...notes],
  };
}
