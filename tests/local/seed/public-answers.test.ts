// Everything that anybody may read of the demo district without signing in, asked over HTTP route by route: nobody is named
// in it, neither in an answer nor in a refusal nor on the pages of a paper.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readableCode } from '../../../domain/paper/filing-code.ts';
import { publicPages } from '../../../functions/portal/public/pages.ts';
import { takeObjection } from '../../../functions/publicity/take-objection.ts';
import { loadRosterHistory } from '../../../functions/runtime/append-roster-entry.ts';
import { codeInAddress } from '../../../functions/runtime/find-notice.ts';
import { loadProject } from '../../../functions/runtime/load-project.ts';
import { takeFromVault, vaultRoster } from '../../../functions/runtime/vault-papers.ts';
import { PLAN } from '../../../local/demo/words/plan.ts';
import { createHttpServer, type HttpServer } from '../../../local/http/create-http-server.ts';
import { PathTable } from '../../../local/http/path-table.ts';
import { statusPage } from '../../../local/pages/status-page.ts';
import { routesOf } from '../../../local/routes.ts';
import type { System } from '../../../local/system.ts';
import { textOfPdf } from '../../support/papers/pdf-text.ts';
import { type DemoDistrict, demoDistrict, TODAY } from './demo-district.ts';

const STRANGER = { name: '路人甲', phone: '13911112222' };
const NUMBERS = /(?<![\w.])(\d{17}[\dX]|1[3-9]\d{9})(?![\w.])/g;
const FUNDING = {
  direct: { mandatory: '100000.00', basic: '50000.00', improvement: '20000.00', upgrade: '10000.00' },
  otherCosts: '8000.00',
  contingency: '5000.00',
  areaByPropertyRight: '2400.00',
} as const;
const CALCULATORS = {
  ballot: {
    heldOn: '2026-03-02',
    totals: { households: 3, householdsAgreed: 2, area: '240.00', areaAgreed: '160.00' },
  },
  publicity: { postedOn: '2026-03-02' },
  eligibility: { completionYear: 1996, inDemolitionPlan: false },
  funding: FUNDING,
  settlement: { paid: '0.00', final: FUNDING, owners: [{ unit: '1-1-101', area: '80.00' }] },
  tender: { fiscal: '4000000', total: '5775000', contracts: [{ type: 'WORKS', amount: '4000000' }] },
} as const;

let district: DemoDistrict;
let server: HttpServer;
let origin: string;
let people: readonly string[];
/** Addresses that are open to everybody, and how often each was answered and refused. */
const open = new PathTable<string>();
const answered = new Map<string, { yes: number; no: number }>();
beforeAll(async () => {
  district = await demoDistrict();
  // Time is real here: a virtual clock is moved by a route of its own, which nothing of the district is in.
  const routes = routesOf({ clockKind: 'real' } as System);
  const pages = publicPages({ rehearsal: false, takeObjection });
  server = createHttpServer({
    routes,
    pages,
    ports: district.ports,
    now: () => 0,
    // Whoever signs in says who they are.
    verifyToken: async (token) => ({ ok: true, value: JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) }),
    publicLimit: { capacity: 100_000, perSecond: 1 },
    guessLimit: { capacity: 100_000, perSecond: 1 },
  });
  origin = await server.listen(0);
  for (const { method, path } of [...routes.filter(({ access }) => access === 'PUBLIC'), ...pages]) {
    open.add(method, path, `${method} ${path}`);
    answered.set(`${method} ${path}`, { yes: 0, no: 0 });
  }
  people = [...(await everybody())];
}, 120_000);
afterAll(async () => {
  await server.close();
  district.close();
});

/** Names, id numbers and phones of every owner in every roster that was imported. */
async function everybody(): Promise<ReadonlySet<string>> {
  const { ports } = district;
  const known = new Set<string>();
  for (const code of await ports.ledger.list('ROSTER')) {
    for (const { vault } of (await loadRosterHistory(ports, code)).imports) {
      const units = (await takeFromVault(ports, vault, vaultRoster))?.units ?? [];
      for (const { name, idNumber, phone } of units.flatMap(({ owners }) => owners)) {
        for (const said of [name, idNumber, phone]) if (said !== undefined) known.add(said);
      }
    }
  }
  return known;
}

function expectNobodyIn(text: string, where: string): void {
  expect(text.match(NUMBERS) ?? [], where).toEqual([]);
  expect(
    people.filter((said) => text.includes(said)),
    where,
  ).toEqual([]);
}

/** Asks as nobody; the answer, after looking through it for people. */
async function look(
  path: string,
  { form, json, headers = {} }: { form?: object; json?: unknown; headers?: Record<string, string> } = {},
) {
  const method = form || json ? 'POST' : 'GET';
  const answer = await fetch(new URL(path, origin), {
    method,
    redirect: 'manual',
    headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(form && { body: new URLSearchParams({ ...form }) }),
    ...(json !== undefined && { body: JSON.stringify(json) }),
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const isPdf = answer.headers.get('content-type') === 'application/pdf';
  const text = isPdf ? textOfPdf(bytes) : new TextDecoder().decode(bytes);
  const where = `${method} ${path} ${answer.status}`;
  expect(answer.status, where).toBeLessThan(500);
  expectNobodyIn(`${text} ${JSON.stringify([...answer.headers])}`, where);
  const match = open.match(method, new URL(path, origin).pathname);
  if (match.found !== 'ROUTE') return expect.fail(`${where} is not open to everybody`);
  const count = answered.get(match.route) ?? expect.fail(match.route);
  count[answer.status < 400 ? 'yes' : 'no'] += 1;
  return { status: answer.status, text, location: answer.headers.get('location') ?? '' };
}

/** Asks as a party with a unit of its own. */
async function ask(role: string, unit: string, path: string, input?: unknown, seq?: number) {
  const token = Buffer.from(JSON.stringify({ sub: `${role}-1`, role, unit })).toString('base64url');
  const answer = await fetch(new URL(path, origin), {
    method: input === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(seq !== undefined && { 'if-match': `"${seq}"` }),
    },
    ...(input !== undefined && { body: JSON.stringify(input) }),
  });
  const body: unknown = await answer.json();
  expect(answer.ok, `${path} ${JSON.stringify(body)}`).toBe(true);
  return body;
}

async function noticeOf(projectId: string): Promise<string> {
  const version = (await loadProject(district.ports, projectId))?.consent.planBallot?.planVersion ?? 1;
  return codeInAddress(readableCode(district.ports.seal, { projectNo: projectId, kind: 'F3', version, page: 1 }));
}

describe('what everybody may read', () => {
  it('is searched for people who are there', () => {
    expect(people.length).toBeGreaterThan(100);
    expect(() => expectNobodyIn(`业主${people[0]}`, 'a page')).toThrow();
    expect(() => expectNobodyIn('<td>13800000001</td>', 'a page')).toThrow();
  });

  it('of every project names nobody, whatever its state', async () => {
    for (const projectId of await district.ports.ledger.list('PROJECT')) {
      await look(`/p/s/${projectId}`);
      await look(`/api/public/projects/${projectId}`);
      const notice = await noticeOf(projectId);
      await look(`/p/n/${notice}`);
      await look(`/p/n/${notice}/own`);
      await look(`/p/n/${notice}/objection`);
      await look(`/api/public/notices/${notice}`);
      await look(`/p/n/${notice}/own`, { form: { room: '1-101' } });
      await look(`/p/v/${notice}`);
      await look(`/api/public/verify/${notice}`);
    }
  });

  it('of a notice that hangs names nobody on its papers, in its forms and in its receipts', async () => {
    const { ports } = district;
    const projects = await Promise.all((await ports.ledger.list('PROJECT')).map((id) => loadProject(ports, id)));
    const decided = projects.find((project) => project?.state === 'PLAN_APPROVED');
    if (decided === undefined) expect.fail('no plan is decided');
    const { projectId, neighbourhood } = decided;
    const body = (path: string, input?: unknown, seq?: number) =>
      ask('BODY', neighbourhood.code, `/api/projects/${projectId}/${path}`, input, seq);
    const act = async (name: string, input: object) =>
      body(`acts/${name}`, input, (await loadProject(ports, projectId))?.head.seq);

    // The demo district files a sample for every paper: these are issued as they hang.
    const place = '小区东门公告栏';
    const issue = async (kind: string, contents: object): Promise<string> =>
      z.object({ sha256: z.string() }).parse(await body('papers', { kind, contents })).sha256;
    const F3 = await issue('F3', { ...PLAN.F3, postedOn: TODAY, postingPlaces: place });
    const F4 = await issue('F4', { postedOn: TODAY });
    const P2 = await issue('P2', { ...PLAN.P2, postedOn: TODAY });
    await act('post-notice', { documents: { F3, F4, P2 }, places: [{ place, conspicuous: true }] });
    const { sha256: photo } = await ports.papers.put(new TextEncoder().encode('a wall'), {
      mediaType: 'image/jpeg',
      paperClass: 'FILED',
      storedAt: ports.clock.now(),
    });
    await act('confirm-posting', { place, postedOn: TODAY, photo });

    const notice = await noticeOf(projectId);
    for (const [kind, title] of [
      ['F3', '公示'],
      ['P2', '方案'],
    ] as const) {
      const { status, text } = await look(`/p/n/${notice}/papers/${kind}`);
      expect(status).toBe(200);
      expect(text.length).toBeGreaterThan(400);
      expect(text).toContain(title);
      expect(text).toContain(neighbourhood.name);
    }
    // The list of rooms hangs on the wall, and is no file for everybody; neither is what lies in the vault.
    for (const kind of ['F4', 'F2', 'roster', '..%2Froster']) {
      expect((await look(`/p/n/${notice}/papers/${kind}`)).status).toBe(404);
    }

    const codes = z
      .object({ units: z.array(z.object({ unit: z.string(), code: z.string() })) })
      .parse(await body('unit-codes'));
    const [own, other] = codes.units;
    expect((await look(`/p/n/${notice}/own`, { form: { unitCode: own?.code } })).status).toBe(200);
    for (const form of [{ unitCode: 'ABC' }, { unitCode: '00000000' }, { room: 'x' }, { room: STRANGER.name }, {}]) {
      expect((await look(`/p/n/${notice}/own`, { form })).status).toBe(422);
    }
    const wrong = [
      {},
      { unitCode: 'ABC', words: '' },
      { unitCode: '00000000', topic: 'MONEY' },
      { unitCode: own?.code, topic: 'x' },
      { unitCode: own?.code, topic: 'PLAN', words: '长'.repeat(301) },
    ];
    for (const form of wrong) expect((await look(`/p/n/${notice}/objection`, { form })).status).toBe(422);
    // What people write although they are asked not to is on no receipt and on no page.
    const words = `我是${STRANGER.name}，电话 ${STRANGER.phone}`;
    const sent = await look(`/p/n/${notice}/objection`, { form: { unitCode: own?.code, topic: 'PLAN', words } });
    expect(sent.status).toBe(303);
    const objected = await look(`/api/public/notices/${notice}/objections`, { json: { unitCode: other?.code, words } });
    const { objectionId } = z.object({ objectionId: z.string() }).parse(JSON.parse(objected.text));
    await look(`/api/public/notices/${notice}/objections`, { json: { unitCode: '00000000', words } });
    await look(`/api/public/notices/${notice}/objections`, { json: { words: 5 } });
    for (const path of [
      sent.location,
      `/p/o/${projectId}.${objectionId}`,
      `/p/n/${notice}`,
      `/p/n/${notice}?lang=en`,
      `/p/s/${projectId}`,
      `/api/public/projects/${projectId}`,
      `/api/public/notices/${notice}`,
    ]) {
      const { status, text } = await look(path);
      expect(status, path).toBe(200);
      for (const said of [STRANGER.name, STRANGER.phone, own?.code, other?.code]) expect(text).not.toContain(said);
    }
    expect((await look(`/p/o/${projectId}.YY-00000000`)).status).toBe(404);
  });

  it('of a code names nobody, however the code comes', async () => {
    const [projectId = ''] = await district.ports.ledger.list('PROJECT');
    for (const page of [
      { kind: 'F1', version: 1, page: 1 },
      { kind: 'F2', version: 1, page: 2, serial: 7 },
    ] as const) {
      const [project, kind, version = '', at = '', ...rest] = readableCode(district.ports.seal, {
        projectNo: projectId,
        ...page,
      }).split(' ');
      const parts = [project, kind, version.slice(1), at.slice(1), ...rest.map((part) => part.replace(/^N(?=\d)/, ''))];
      for (const path of [`/p/v/${parts.join('/')}`, `/P/V/${parts.join('/')}`]) {
        expect((await look(path)).status, path).toBe(200);
      }
    }
    await look('/p/v');
    const notice = await noticeOf(projectId);
    expect((await look('/p/v', { form: { code: notice.replaceAll('.', ' ') } })).status).toBe(303);
    for (const code of ['x', STRANGER.name, '']) expect((await look('/p/v', { form: { code } })).status).toBe(422);
    expect((await look('/api/public/verify/330302-2026-0001.F1.V1.P01.AAAAAA')).text).toBe('{"verdict":"UNKNOWN"}');
    await look('/p/v/330302-2026-0001.F1.V1.P01.AAAAAA');
    for (const path of ['/p/n/x', '/p/n/x/objection', '/api/public/projects/330302-2026-9999', '/p/s/330302-2026-9999'])
      expect((await look(path)).status, path).toBeGreaterThanOrEqual(400);
  });

  it('of the district as a whole names nobody', async () => {
    await look('/api/health');
    await look('/api/public/keys');
    await look('/api/calendar');
    const { key } = z
      .object({ key: z.string() })
      .parse(await ask('RENOVATION_OFFICE', 'RENOVATION_OFFICE', '/api/display-keys', {}));
    expect((await look('/api/dashboard/screen', { headers: { 'x-display-key': key } })).status).toBe(200);
    expect((await look('/api/dashboard/screen')).status).toBe(401);
    expectNobodyIn(await statusPage({ ports: district.ports, version: '0', rehearsal: false }), '/status');
  });

  it('of the calculators is only what was sent', async () => {
    for (const [name, input] of Object.entries(CALCULATORS)) {
      expect((await look(`/api/calculators/${name}`, { json: input })).status, name).toBe(200);
    }
    for (const name of Object.keys(CALCULATORS)) {
      expect((await look(`/api/calculators/${name}`, { json: { owner: 1 } })).status, name).toBe(422);
    }
  });

  it('has been asked for at every address that is open to everybody', () => {
    const never = [...answered].filter(([, { yes, no }]) => yes + no === 0).map(([address]) => address);
    expect(never).toEqual([]);
    // Answered for real, not only refused.
    const onlyRefused = [...answered].filter(([, { yes }]) => yes === 0).map(([address]) => address);
    expect(onlyRefused).toEqual([]);
  });
});
