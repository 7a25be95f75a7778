// Figures of typesetting: the first paper, a two-page approval warm, memory over 1,000 papers, a ballot pack of 338
// households. A script, not a test: `node tests/functions/typesetting/measure.ts`.
import { setImmediate } from 'node:timers/promises';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { PAPER_CONTENTS, type PaperContents, type TypesetCode } from '../../../domain/paper/paper-contents.ts';
import { typesetPaper } from '../../../functions/typesetting/typeset-paper.ts';
import { createTypesetter } from '../../../functions/typesetting/typesetter.ts';
import { edition, house, sampleOf, seal, TYPESET_CODES } from './sample-papers.ts';
import { ballotMatter } from './samples/consent.ts';
import { households } from './samples/neighbourhood.ts';

const PAPERS = 1_000;
const issuer = '示例区发展和改革局';

const started = performance.now();
const typesetter = createTypesetter();
const print = async <Code extends TypesetCode>(
  kind: Code,
  contents: PaperContents<Code>,
  day = 16,
): Promise<number> => {
  const before = performance.now();
  const making = { issuer, date: plainDateOf(`2026-11-${String(day).padStart(2, '0')}`) };
  const set = await typesetPaper({ typesetter, seal, house }, { kind, contents, making, edition });
  if (!set.ok) throw new Error(set.refusal.says.en);
  set.value.paper.pdf();
  return performance.now() - before;
};

await print('A2', sampleOf('A2'));
console.log(`first paper, from nothing: ${(performance.now() - started).toFixed(0)} ms`);

const approval = sampleOf('A2');
const times: number[] = [];
for (let index = 0; index < 300; index += 1)
  times.push(await print('A2', { ...approval, minutesNo: `示旧改办纪要〔2026〕${index}号` }, 1 + (index % 28)));
times.sort((a, b) => a - b);
const quantile = (share: number) => times[Math.floor(times.length * share)]?.toFixed(1);
console.log(`two-page approval, warm: p50 ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms`);

const kinds = TYPESET_CODES.filter((kind) => !['F2', 'S1', 'S2'].includes(kind));
const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6);
for (let paper = 0; paper < PAPERS; paper += 1) {
  const kind = kinds[paper % kinds.length];
  if (kind !== undefined) await print(kind, sampleOf(kind), 1 + (paper % 28));
  // Documents of the compiler are let go when the event loop turns, as it does between the requests of a server.
  await setImmediate();
  if (paper % 200 === 199) console.log(`after ${paper + 1} papers: ${megabytes()} MB`);
}

const pack = {
  F2: sampleOf('F2'),
  F2D: PAPER_CONTENTS.F2D.parse({ ...ballotMatter, households }),
  U1: PAPER_CONTENTS.U1.parse({
    projectNo: ballotMatter.projectNo,
    neighbourhoodName: ballotMatter.neighbourhoodName,
    slips: households.map(({ area: _, ...household }) => ({ ...household, unitCode: 'K7MR3WX2' })),
  }),
};
const packTime = (await print('F2', pack.F2)) + (await print('F2D', pack.F2D)) + (await print('U1', pack.U1));
console.log(`ballot pack of ${households.length} households: ${packTime.toFixed(0)} ms, ${megabytes()} MB`);
