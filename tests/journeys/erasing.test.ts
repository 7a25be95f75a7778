// What people leave behind in a project that has gone the whole way, erased when its time is over: votes, objections,
// petitions, scanned pages. The clock moves, the round runs, and everything is looked at from every side.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { dateInShanghai, plainDateOf } from '../../domain/calendar/plain-date.ts';
import { findChainBreak } from '../../domain/ledger.ts';
import { reconcileProjects } from '../../functions/dashboard/reconcile-projects.ts';
import { replayDecisions } from '../../functions/portal/replay-decisions.ts';
import { verifyEvidenceBundle } from '../../functions/portal/verify-evidence-bundle.ts';
import { requireProject } from '../../functions/runtime/load-project.ts';
import { acts } from '../../local/acts.ts';
import {
  type ClosedNeighbourhood,
  LETTERS,
  moveTo,
  OBJECTION,
  runToTheEnd,
} from '../support/journey/closed-neighbourhood.ts';
import { rebuiltRows, storedRows } from '../support/journey/view-rows.ts';

let closed: ClosedNeighbourhood;
let year: number;
beforeAll(async () => {
  closed = await runToTheEnd();
  const { server, projectId } = closed;
  // The warranty of five years ends by itself.
  await moveTo(server, plainDateOf('2029-01-01'));
  const { state, since } = await requireProject(server.system.ports, projectId);
  expect(state).toBe('OWNER_MAINTENANCE');
  year = Number(dateInShanghai(since).slice(0, 4));
});
afterAll(() => closed.server.close());

const isKept = async (sha256: string) => (await closed.server.system.ports.papers.get(sha256)) !== undefined;
const areKept = (papers: readonly string[]) => Promise.all(papers.map(isKept));
const all = <T>(papers: readonly string[], value: T): readonly T[] => papers.map(() => value);
const reach = (years: number, day: '12-31' | '01-01') => moveTo(closed.server, plainDateOf(`${year + years}-${day}`));

/** Of everything that lies in the data folder, whatever file it is in. */
function filesWith(words: string): readonly string[] {
  const { folder, system } = closed.server;
  system.stored.database.connection.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(words));
}

async function erasedOn(day: string): Promise<readonly (readonly [string, string])[]> {
  const { body } = await closed.visitor.as('audit', 'GET', `/api/privacy/${day}`);
  return z
    .object({
      entries: z.array(
        z.object({ act: z.string(), about: z.object({ what: z.string(), papers: z.array(z.string()) }) }),
      ),
    })
    .parse(body)
    .entries.flatMap(({ about }) => about.papers.map((paper) => [about.what, paper] as const));
}

/** Nothing that stays may be harmed by what goes. */
async function expectSound(): Promise<void> {
  const { server, projectId, visitor } = closed;
  const { ports, stored } = server.system;
  const ref = { kind: 'PROJECT', id: projectId } as const;
  expect(findChainBreak(ref, await ports.ledger.read(ref))).toBeUndefined();
  expect(storedRows(stored.database)).toEqual(await rebuiltRows(ports));
  const replayed = await replayDecisions(ports, acts, projectId);
  expect(replayed.differences).toEqual([]);
  // The roster went a year after the closing: what was counted on it stands as it was decided.
  const entries = await ports.ledger.read(ref);
  expect(replayed.erased.map((seq) => entries[seq - 1]?.act)).toEqual([
    'tally-willingness',
    'tally-plan-ballot',
    'settle-contributions',
  ]);
  expect((await reconcileProjects(ports, () => {})).stuck).toEqual([]);
  for (const path of [closed.receipt, `/p/s/${projectId}`, `/api/public/projects/${projectId}`]) {
    expect((await visitor.ask('GET', path)).status, path).toBe(200);
  }
  for (const path of ['', '/ledger', '/filed-papers', '/programme', '/papers']) {
    expect((await visitor.as('street-01', 'GET', `/api/projects/${projectId}${path}`)).status, path).toBe(200);
  }
  expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
}

describe('what people left behind', () => {
  it('is there until its time is over, for those who may see it', async () => {
    const { left, visitor, projectId } = closed;
    const papers = [
      ...left.votes,
      left.objection,
      ...left.letters,
      left.page10,
      left.page30,
      left.pageForGood,
      ...left.stacks,
    ];
    expect(await areKept(papers)).toEqual(all(papers, true));
    for (const words of [OBJECTION, ...LETTERS]) expect(filesWith(words), words).toHaveLength(1);
    const letter = await visitor.as('street-01', 'GET', `/api/projects/${projectId}/petitions/1/text`);
    expect(letter.text).toContain(LETTERS[0]);
    await expectSound();
  });

  it('of petitions and of pages of ten years goes on the first day of the eleventh year', async () => {
    const { left, visitor, projectId } = closed;
    await reach(10, '12-31');
    expect(await areKept([...left.letters, left.page10])).toEqual([true, true, true]);
    await reach(11, '01-01');
    expect(await areKept([...left.letters, left.page10])).toEqual([false, false, false]);
    expect(await areKept([...left.votes, left.objection, left.page30, left.pageForGood])).not.toContain(false);
    const told = await erasedOn(`${year + 11}-01-01`);
    expect(told).toEqual(
      expect.arrayContaining([...left.letters.map((letter) => ['petitions', letter]), ['SI1', left.page10]]),
    );
    expect((await visitor.as('street-01', 'GET', `/api/projects/${projectId}/petitions/1/text`)).status).toBe(404);
    for (const words of LETTERS) expect(filesWith(words), words).toEqual([]);
    await expectSound();
  });

  it('of votes, objections and pages of thirty years goes on the first day of the thirty-first year', async () => {
    const { left } = closed;
    await reach(30, '12-31');
    const papers = [...new Set([...left.votes, left.objection, left.page30])];
    expect(await areKept(papers)).toEqual(all(papers, true));
    await reach(31, '01-01');
    expect(await areKept(papers)).toEqual(all(papers, false));
    const told = await erasedOn(`${year + 31}-01-01`);
    expect(told).toEqual(
      expect.arrayContaining([
        ['votes', left.votes[0]],
        ['objections', left.objection],
        ['OB1', left.page30],
      ]),
    );
    expect(filesWith(OBJECTION)).toEqual([]);
    await expectSound();
  });

  it('takes the scan of its page along, and leaves what is kept for good', async () => {
    const { left } = closed;
    await reach(31, '12-31');
    expect(await areKept(left.stacks)).toEqual([false, false, true]);
    expect(await isKept(left.pageForGood)).toBe(true);
  });

  it('is in no bundle that is handed out afterwards, and the bundle is still sound', async () => {
    const { left, visitor, projectId } = closed;
    const bundle = await visitor.as('audit', 'GET', `/api/projects/${projectId}/evidence`);
    expect(bundle.status).toBe(200);
    expect((await verifyEvidenceBundle(bundle.bytes)).problems).toEqual([]);
    const names = Object.keys(unzipSync(bundle.bytes)).join('\n');
    for (const paper of [...left.votes, left.objection, ...left.letters, left.page10, left.page30]) {
      expect(names).not.toContain(paper);
    }
    for (const [name, bytes] of Object.entries(unzipSync(bundle.bytes))) {
      for (const words of [OBJECTION, ...LETTERS]) expect(Buffer.from(bytes).includes(words), name).toBe(false);
    }
  });
});
