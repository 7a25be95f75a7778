// One story over both composition roots: what one machine writes down, the functions and adapters of AWS write down too.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../domain/calendar/plain-date.ts';
import { consultResidents } from '../../local/demo/chapters/consult-residents.ts';
import { Desk, type ProjectView } from '../../local/demo/desk.ts';
import { PrintingRoom } from '../../local/demo/issuing.ts';
import { NEIGHBOURHOOD } from '../../local/demo/neighbourhood.ts';
import { Progress } from '../../local/demo/progress.ts';
import { StagePapers } from '../../local/demo/stage-papers.ts';
import { ACCOUNTS } from '../../local/demo/story.ts';
import { FIRST_MORNING } from '../../local/demo/tell-story.ts';
import { DEMO_PASSWORD } from '../../local/seed/district.ts';
import { startServer } from '../../local/start-server.ts';
import { firstDifference, type Ledgers, linesOf, readLedgers } from '../support/aws/demo/ledgers.ts';
import { rehearse } from '../support/aws/installation/rehearse.ts';

const FROM = Date.parse(FIRST_MORNING);

/** Keeps to itself how far the story is. */
class Silent extends Progress {
  override chapter(): void {}
  override line(): void {}
}

/** The first step, of nine that `npm run demo -- --adapters aws` tells: papers out and in, a roll, votes, machines and clocks. */
async function tell(origin: string, folder: string): Promise<void> {
  const desk = new Desk(origin, DEMO_PASSWORD);
  const neighbourhood = NEIGHBOURHOOD;
  const { projectId } = await desk.post<ProjectView>(ACCOUNTS.street, '/api/projects', { neighbourhood });
  const story = {
    desk,
    papers: new StagePapers(desk),
    room: new PrintingRoom(desk, `${folder}/papers`),
    progress: new Silent(0, false),
    projectId,
    ballot: 'SPREADSHEET' as const,
    moveTo: async (day: string) => {
      await desk.post(undefined, '/api/clock', { to: `${day}T09:00:00+08:00` }, 200);
    },
  };
  await consultResidents(story);
}

async function onOneMachine(folder: string): Promise<Ledgers> {
  const started = await startServer({
    folder,
    clock: { kind: 'VIRTUAL', from: instantOf(FROM) },
    port: 0,
    demo: true,
    publicLimit: { capacity: 10_000, perSecond: 10_000 },
    log: () => {},
  });
  if (!started.ok) throw new Error(started.refusal.says.en);
  const { origin, system, close } = started.value;
  await tell(origin, folder);
  const ledgers = await readLedgers(system.ports);
  await close();
  return ledgers;
}

describe('the same story', () => {
  let folder: string;
  let oneMachine: Ledgers;
  let aws: Ledgers;
  let functions: Readonly<Record<string, { readonly calls: number }>>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
    oneMachine = await onOneMachine(folder);
    const write = process.stdout.write;
    // The functions log to their output, as Lambda wants it.
    process.stdout.write = () => true;
    const installation = await rehearse({ from: FROM });
    try {
      await tell(installation.origin, folder);
      await installation.settle();
      aws = await readLedgers(installation.ports);
      ({ functions } = installation.meter.metered);
    } finally {
      await installation.close();
      process.stdout.write = write;
    }
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true }));
  it('ends with the same ledgers on AWS, entry for entry apart from ids and times', () => {
    expect(linesOf(oneMachine).length).toBeGreaterThan(10);
    expect(firstDifference(oneMachine, aws)).toBeUndefined();
  });

  it('has gone through gateway, stream, machines, arrivals, typesetting, bells and rounds', () => {
    const called = [
      'performAct',
      'projectEntries',
      'recordSurvey',
      'tallyWillingness',
      'receiveUpload',
      'paperOutRoutes',
    ];
    for (const name of [...called, 'sendNotifications', 'reconcileProjects'])
      expect(functions[name]?.calls).toBeGreaterThan(0);
  });

  it('has put the clock of this machine back', () => {
    expect(Date.now()).toBeGreaterThan(FROM + 5 * 365 * 86_400_000);
  });

  it('would be another one if an entry were missing, or if an id stood in another place', () => {
    const [name = '', entries = []] = [...aws].find(([ledger]) => ledger.startsWith('PROJECT')) ?? [];
    expect(firstDifference(oneMachine, new Map([...aws, [name, entries.slice(0, -1)]]))).toContain('"seq"');
    const [first, second, ...rest] = entries;
    const swapped = [first, { ...second, payload: { ...second?.payload, input: first?.payload } }, ...rest];
    expect(firstDifference(oneMachine, new Map([...aws, [name, swapped as typeof entries]]))).toContain('"seq":2');
  });
});
