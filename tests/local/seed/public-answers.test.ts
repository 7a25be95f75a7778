// Everything that anybody may read of the demo district without signing in, asked over HTTP route by route: nobody is named
// in it, neither in an answer nor in a refusal nor on the pages of a paper. And what the operator and the departments may
// read of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readableCode } from '../../../domain/paper/filing-code.ts';
import { codeInAddress } from '../../../functions/runtime/find-notice.ts';
import { loadProject } from '../../../functions/runtime/load-project.ts';
import { PLAN } from '../../../local/demo/words/plan.ts';
import { statusPage } from '../../../local/pages/status-page.ts';
import { describeConcernedDepartments } from './concerned-departments.ts';
import { type DemoDistrict, TODAY } from './demo-district.ts';
import { describeOperatorAnswers } from './operator-answers.ts';
import { PublicDesk } from './public-desk.ts';

const STRANGER = { name: '路人甲', phone: '13911112222' };
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

let desk: PublicDesk;
let district: DemoDistrict;
beforeAll(async () => {
  desk = await PublicDesk.open();
  ({ district } = desk);
});
afterAll(() => desk.close());

const look: PublicDesk['look'] = (...asked) => desk.look(...asked);
const ask: PublicDesk['ask'] = (...asked) => desk.ask(...asked);

async function noticeOf(projectId: string): Promise<string> {
  const version = (await loadProject(district.ports, projectId))?.consent.planBallot?.planVersion ?? 1;
  return codeInAddress(readableCode(district.ports.seal, { projectNo: projectId, kind: 'F3', version, page: 1 }));
}

describe('what everybody may read', () => {
  it('is searched for people who are there', () => {
    expect(desk.people.length).toBeGreaterThan(100);
    expect(() => desk.expectNobodyIn(`业主${desk.people[0]}`, 'a page')).toThrow();
    expect(() => desk.expectNobodyIn('<td>13800000001</td>', 'a page')).toThrow();
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
    expect((await look('/api/public/telephones')).text).toContain('0577-0000 0101');
    const { key } = z
      .object({ key: z.string() })
      .parse(await ask('RENOVATION_OFFICE', 'RENOVATION_OFFICE', '/api/display-keys', {}));
    expect((await look('/api/dashboard/screen', { headers: { 'x-display-key': key } })).status).toBe(200);
    expect((await look('/api/dashboard/screen')).status).toBe(401);
    desk.expectNobodyIn(await statusPage({ ports: district.ports, version: '0', rehearsal: false }), '/status');
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
    const never = [...desk.answered].filter(([, { yes, no }]) => yes + no === 0).map(([address]) => address);
    expect(never).toEqual([]);
    // Answered for real, not only refused.
    const onlyRefused = [...desk.answered].filter(([, { yes }]) => yes === 0).map(([address]) => address);
    expect(onlyRefused).toEqual([]);
  });
});

describeOperatorAnswers(() => district);
describeConcernedDepartments(() => district);
