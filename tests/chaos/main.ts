// `npm run chaos [-- KILLS]`: kills a loaded server, fails its power, fills its disk, hands it hostile papers, and says what became of everything.
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { drillDisk, mistakesOf } from './disk-drill.ts';
import { tryHostilePaper } from './hostile-paper.ts';
import type { Verdict } from './judge.ts';
import { drillKills } from './kill-drill.ts';
import { canMount } from './small-disk.ts';

const OUT = join(import.meta.dirname, '../../out');
const kills = Number(process.argv[2] ?? 200);
const load = loadavg();

const drilled = await drillKills({
  kills,
  cutEvery: 10,
  streets: 5,
  progress(done) {
    if (process.stdout.isTTY || done % 20 === 0)
      process.stdout.write(
        `${process.stdout.isTTY ? '\r' : ''}${done}/${kills} kills${process.stdout.isTTY ? '' : '\n'}`,
      );
  },
});

const paper = await tryHostilePaper();
const SLOWEST_SECONDS = 10;
const MOST_MEGABYTES = 700;
const badPaper = paper.verdicts.filter(
  ({ seconds, megabytes }) => seconds >= SLOWEST_SECONDS || megabytes >= MOST_MEGABYTES,
);

const DISK = { rounds: 12, streets: 4 };
const disk = canMount() ? await drillDisk(DISK) : undefined;
const badDisk = disk === undefined ? [] : mistakesOf(disk);

const { verdict, cuts } = drilled;
const over = (count: (verdict: Verdict) => number): number => cuts.reduce((sum, cut) => sum + count(cut), 0);
/** What must be nil, after the kills and over all copies of the power cuts. */
const checks: readonly (readonly [string, number, number])[] = [
  ['已答复而遗失或重复的事项 answered acts lost or twice', verdict.lost.length, over(({ lost }) => lost.length)],
  ['断裂的账链 broken chains', verdict.brokenChains.length, over(({ brokenChains }) => brokenChains.length)],
  ['与重建结果不符的行 rows unlike a rebuild', verdict.wrongRows, over(({ wrongRows }) => wrongRows)],
  ['卡住的项目 stuck projects', verdict.stuck.length, over(({ stuck }) => stuck.length)],
  ['须修复的项目 repairs needed', verdict.repairs.length, over(({ repairs }) => repairs.length)],
  ['损坏的文件 damaged papers', verdict.damagedPapers.length, over(({ damagedPapers }) => damagedPapers.length)],
  ['未送达的通知 messages untold', verdict.untold.length, over(({ untold }) => untold.length)],
  [
    '数据库校验 database check failed',
    Number(verdict.integrity !== 'ok'),
    over((cut) => Number(cut.integrity !== 'ok')),
  ],
  ['结局不同的项目 projects that end otherwise', drilled.wrongEnds.length, 0],
  ['服务器记录的错误 errors logged', drilled.errors.length, 0],
];

console.log(`\n${kills} 次 kill -9，${cuts.length} 次断电 kills and power cuts in ${drilled.seconds.toFixed(0)} s`);
console.log(
  `${verdict.projects} 个项目 projects, ${verdict.entries} 条记录 entries (${drilled.answered} 条已答复 answered), ${verdict.papers} 份文件 papers, ${verdict.messages} 条通知 messages (${drilled.mails} mails)\n`,
);
console.log('| | kill -9 | 断电 power cuts |\n| --- | ---: | ---: |');
for (const [what, afterKills, afterCuts] of checks) console.log(`| ${what} | ${afterKills} | ${afterCuts} |`);

const most = (values: readonly number[]): number => Math.max(...values);
console.log(
  `\n${paper.verdicts.length} 份恶意或损坏的文件 hostile papers: ${badPaper.length} 份超限 over the limits of ${SLOWEST_SECONDS} s and ${MOST_MEGABYTES} MB; ` +
    `最慢 slowest ${most(paper.verdicts.map(({ seconds }) => seconds)).toFixed(1)} s, ` +
    `最大 largest ${most(paper.verdicts.map(({ megabytes }) => megabytes))} MB; ` +
    `其后的正常文件 the next good file ${paper.nextIsFiled ? '均已归档 was filed' : '未归档 was NOT filed'}`,
);

console.log(
  disk === undefined
    ? '\n磁盘演练未做：本机不许无特权挂载 disk drill NOT done: nobody may mount here without rights'
    : `\n磁盘写满 ${disk.rounds} 次 times the disk was full: ${disk.answered} 件已答复 answered, ${disk.putOff} 次请稍后 put off (503), ` +
        `${badDisk.length} 处不符 mistakes; 只读磁盘拒绝启动 read-only refused at the start; ${disk.seconds.toFixed(0)} s`,
);
for (const line of badDisk) console.log(line);

const machine = { cpu: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`, node: process.version, load };
const figures = {
  machine,
  kills,
  cuts: cuts.length,
  seconds: drilled.seconds,
  projects: verdict.projects,
  entries: verdict.entries,
  answered: drilled.answered,
  papers: verdict.papers,
  messages: verdict.messages,
  checks: checks.map(([what, afterKills, afterCuts]) => ({ what, afterKills, afterCuts })),
  lost: [...verdict.lost, ...cuts.flatMap(({ lost }) => lost)],
  repairs: [...verdict.repairs, ...cuts.flatMap(({ repairs }) => repairs)],
  errors: drilled.errors,
  hostilePaper: paper,
  disk: disk ?? null,
};
await mkdir(OUT, { recursive: true });
await writeFile(join(OUT, 'chaos.json'), `${JSON.stringify(figures, null, 2)}\n`);
console.log(
  `\n${machine.cpu}, Node ${machine.node}, load ${load.map((one) => one.toFixed(1)).join(' ')}; out/chaos.json`,
);
const isBroken = checks.some(([, afterKills, afterCuts]) => afterKills + afterCuts > 0);
process.exitCode = isBroken || badDisk.length > 0 || badPaper.length > 0 || !paper.nextIsFiled ? 1 : 0;
