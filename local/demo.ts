// `npm run demo`: one real-sized neighbourhood from survey to long-term management, over HTTP, on a virtual clock.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { instantOf } from '../domain/calendar/plain-date.ts';
import { acceptAndSettle, handOverAndMaintain } from './demo/chapters/close.ts';
import { confirmPlan } from './demo/chapters/confirm-plan.ts';
import { consultResidents } from './demo/chapters/consult-residents.ts';
import { decideStart } from './demo/chapters/decide-start.ts';
import { organiseWorks, superviseWorks } from './demo/chapters/works.ts';
import { Desk, type ProjectView } from './demo/desk.ts';
import { NEIGHBOURHOOD } from './demo/neighbourhood.ts';
import { Progress } from './demo/progress.ts';
import { StagePapers } from './demo/stage-papers.ts';
import { ACCOUNTS, type Story } from './demo/story.ts';
import { DEMO_PASSWORD } from './seed/district.ts';
import { startServer } from './start-server.ts';

const OUT = 'out/demo';
const LINES = 40;
const FIRST_DAY = '2020-07-06';
const nineOClock = (day: string): string => `${day}T09:00:00+08:00`;

await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
const started = await startServer({
  folder: `${OUT}/data`,
  clock: { kind: 'VIRTUAL', from: instantOf(Date.parse(nineOClock(FIRST_DAY))) },
  port: 0,
  demo: true,
  // The story is told faster than people can click.
  publicLimit: { capacity: 10_000, perSecond: 10_000 },
  log: ({ level, ...line }) => {
    if (level === 'error') console.error(line);
  },
});
if (!started.ok) throw new Error(started.refusal.says.en);
const { origin, close } = started.value;
const desk = new Desk(origin, DEMO_PASSWORD);
const progress = new Progress(LINES);
const begun = performance.now();

try {
  const project = await desk.post<ProjectView>(ACCOUNTS.street, '/api/projects', { neighbourhood: NEIGHBOURHOOD });
  const story: Story = {
    desk,
    papers: new StagePapers(desk),
    progress,
    projectId: project.projectId,
    moveTo: async (day) => {
      await desk.post(undefined, '/api/clock', { to: nineOClock(day) }, 200);
    },
  };
  console.log(`旧改演练 Rehearsal: ${NEIGHBOURHOOD.name} ${project.projectId}`);
  await consultResidents(story);
  await confirmPlan(story);
  await decideStart(story);
  await organiseWorks(story);
  await superviseWorks(story);
  await acceptAndSettle(story);
  await handOverAndMaintain(story);
  progress.end();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`\n用时 ${seconds} 秒，${desk.requests} 次请求。 Done in ${seconds} s with ${desk.requests} requests.`);
} catch (error) {
  progress.end();
  console.error(`\n演练中断 The demo stopped: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await close();
}
await writeFile(`${OUT}/.done`, '');
