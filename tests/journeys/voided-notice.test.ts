// Over HTTP, with the machine behind it: a notice is posted, voided by two persons, issued again, posted again; five full working
// days count from there, objections are taken until the new end, and then the publicity closes by itself.
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { dateInShanghai, plainDateOf } from '../../domain/calendar/plain-date.ts';
import { foldProject } from '../../domain/projects/fold.ts';
import { codeInAddress } from '../../functions/runtime/find-notice.ts';
import { loadProject } from '../../functions/runtime/load-project.ts';
import { PLAN } from '../../local/demo/words/plan.ts';
import { COURSE } from '../../local/seed/course.ts';
import { samplePapers } from '../../local/seed/sample-papers.ts';
import { Story } from '../../local/seed/story.ts';
import { storePaper } from '../functions/funding/project-in-ledger.ts';
import { moveTo } from '../support/journey/closed-neighbourhood.ts';
import { runServer, type TestServer } from '../support/journey/running-server.ts';
import { NEIGHBOURHOOD } from '../support/journey/street-server.ts';
import { Visitor } from '../support/journey/visitor.ts';

const BODY = 'body-01-1';
const STREET = 'street-01';
const PLACES = ['小区大门公告栏', '2 幢楼道'];

let server: TestServer;
let visitor: Visitor;
let projectId: string;

/** The neighbourhood has voted for its plan; the machine waits for the notice. */
beforeEach(async () => {
  server = await runServer('2026-01-05T08:00:00+08:00');
  visitor = new Visitor(server.origin);
  const openedOn = plainDateOf('2026-01-05');
  const size = { households: 12, area: '960.00', buildings: 1 };
  const moves = COURSE.findIndex(({ act }) => act === 'post-notice');
  const { ports } = server.system;
  const told = { neighbourhood: NEIGHBOURHOOD, size, openedOn, moves, turn: 'ORDINARY' } as const;
  const story = new Story(ports, told, await samplePapers(ports));
  await story.open();
  await story.tell();
  projectId = story.projectId;
});
afterEach(() => server.close());

const on = (day: string) => moveTo(server, plainDateOf(day));
const project = async () => {
  const loaded = await loadProject(server.system.ports, projectId);
  if (loaded === undefined) throw new Error('there is no such project');
  return loaded;
};
const waiting = async () => {
  await server.system.idle();
  return (await server.system.ports.workflow.listWaiting(projectId)).map(({ wait }) => wait);
};

async function issue(kind: 'F3' | 'F4' | 'P2', postedOn: string): Promise<string> {
  const words = { F3: { ...PLAN.F3, postingPlaces: PLACES.join('、') }, F4: {}, P2: PLAN.P2 }[kind];
  const order = { kind, contents: { ...words, postedOn } };
  const { status, body } = await visitor.as(BODY, 'POST', `/api/projects/${projectId}/papers`, order);
  expect([kind, status, body.detail]).toEqual([kind, 201, undefined]);
  return String(body.sha256);
}

async function act(name: string, input: unknown, account = BODY) {
  const { head } = await project();
  const path = `/api/projects/${projectId}/acts/${name}`;
  return visitor.as(account, 'POST', path, input, { 'if-match': `"${head.seq}"` });
}

async function confirmEverywhere(postedOn: string): Promise<void> {
  for (const place of PLACES) {
    const photo = await storePaper(server.system.ports, `photo of ${place} on ${postedOn}`);
    expect((await act('confirm-posting', { place, postedOn, photo })).status).toBe(200);
  }
}

async function voidByTwo(sha256: string): Promise<void> {
  const path = `/api/projects/${projectId}/papers/${sha256}/voiding`;
  const proposed = await visitor.as(BODY, 'POST', path, { reason: '联系电话印错' });
  const { proposal } = z.object({ proposal: z.int() }).parse(proposed.body.voiding);
  expect((await project()).state).toBe('PUBLICITY_RUNNING');
  const confirmed = await visitor.as(STREET, 'POST', `${path}/decision`, { decision: 'CONFIRM', proposal });
  expect(confirmed.status).toBe(200);
}

const noticeCode = async () =>
  codeInAddress(String((await visitor.as(BODY, 'GET', `/api/projects/${projectId}/unit-codes`)).body.noticeCode));
const read = async (code: string) => (await visitor.ask('GET', `/p/n/${code}`)).text.replaceAll(/<[^>]+>|\s+/g, '');

/** From the page of the notice, as a resident sends it. */
async function object(code: string, unit: number) {
  const codes = await visitor.as(BODY, 'GET', `/api/projects/${projectId}/unit-codes`);
  const unitCode = z.array(z.object({ code: z.string() })).parse(codes.body.units)[unit]?.code ?? '';
  const form = new URLSearchParams({ unitCode, topic: 'PLAN', words: '停车位位置不合适' });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return (await visitor.ask('POST', `/p/n/${code}/objection`, { body: form.toString(), headers })).status;
}

it('a notice is voided while it hangs: it counts anew from the posting of the reissued one, and closes then', async () => {
  await on('2026-04-08');
  const F3 = await issue('F3', '2026-04-08');
  const [F4, P2] = [await issue('F4', '2026-04-08'), await issue('P2', '2026-04-08')];
  const places = PLACES.map((place) => ({ place, conspicuous: true }));
  expect((await act('post-notice', { documents: { F3, F4, P2 }, places })).status).toBe(200);
  await confirmEverywhere('2026-04-08');
  expect((await project()).publicity.endsOn).toBe('2026-04-15');
  const first = await noticeCode();
  expect(await object(first, 0)).toBe(303);

  // Two full days have passed when two persons void it.
  await on('2026-04-10');
  await voidByTwo(F3);
  expect((await project()).state).toBe('PUBLICITY_INTERRUPTED');
  expect(await read(first)).toContain('这份公示（方案第1版）已作废，不再有效');
  expect(await object(first, 1)).toBe(409);
  const { body: tasks } = await visitor.as(BODY, 'GET', '/api/tasks');
  expect(JSON.stringify(tasks)).toContain('post-notice');

  await on('2026-04-13');
  const photo = await storePaper(server.system.ports, 'photo of the void poster');
  const again = { place: PLACES[0], postedOn: '2026-04-13', photo };
  expect((await act('confirm-posting', again)).body).toMatchObject({ code: 'GATE_SHUT' });
  const refused = await act('post-notice', { documents: { F3, F4, P2 }, places });
  expect(refused.body).toMatchObject({ code: 'MALFORMED', fields: [{ path: '/documents/F3' }] });
  const printed = await issue('F3', '2026-04-14');
  const second = await noticeCode();
  expect(second).toContain('V1-2');
  expect((await act('post-notice', { documents: { F3: printed, F4, P2 }, places })).status).toBe(200);
  expect(await read(second)).toContain('公示中断');

  await on('2026-04-14');
  await confirmEverywhere('2026-04-14');
  // Not the 9th nor the 10th, on which the void one hung: 15, 16, 17, 20 and 21 April.
  expect((await project()).publicity).toMatchObject({ runsFrom: '2026-04-14', endsOn: '2026-04-21' });
  expect(await read(first)).toContain('看现在有效的公示');

  // The first end passes, and the machine, which woke then, waits on.
  await on('2026-04-17');
  expect(await waiting()).toEqual([]);
  expect((await project()).state).toBe('PUBLICITY_RUNNING');
  const shown = await read(second);
  expect(shown).toContain('今天是公示第3个工作日，共5个');
  expect(shown).toContain('重新计日：2026-04-10张贴的居民意见公示书作废');

  await on('2026-04-21');
  expect(await object(second, 1)).toBe(303);
  await on('2026-04-22');
  expect((await project()).state).toBe('OBJECTION');
  expect(await object(second, 2)).toBe(409);
  for (const { objectionId } of (await project()).publicity.objections) {
    const record = await storePaper(server.system.ports, `mediation of ${objectionId}`);
    const mediated = { objectionId, outcome: 'RESOLVED', mediatedOn: '2026-04-22', record, materialChange: false };
    expect((await act('record-mediation', mediated)).status).toBe(200);
  }
  expect(await waiting()).toEqual(['submit-application']);
  expect((await project()).state).toBe('PUBLICITY_SATISFIED');

  const ledger = await server.system.ports.ledger.read({ kind: 'PROJECT', id: projectId });
  expect(
    ledger.filter(({ actor }) => actor.role === 'SYSTEM').map(({ act: name, at }) => [name, dateInShanghai(at)]),
  ).toEqual([
    ['interrupt-publicity', '2026-04-10'],
    ['close-publicity', '2026-04-22'],
    ['close-publicity', '2026-04-22'],
  ]);
  expect(foldProject(ledger)).toEqual(await project());
  const replayed = await visitor.as(STREET, 'GET', `/api/projects/${projectId}/replay`);
  expect(replayed.body).toMatchObject({ decisions: ledger.length, differing: 0 });
});
