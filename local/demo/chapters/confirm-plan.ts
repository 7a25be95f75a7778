// Steps 2 and 3: a plan that fails by one household, a better one, its notice, a poster found down, an objection (二(三)2–3).

import { printPack } from '../ballot-pack.ts';
import { ESTIMATE, REQUIRED_AREA, REQUIRED_HOUSEHOLDS, SIZE } from '../neighbourhood.ts';
import { ballotOnPaper } from '../scanned-ballot.ts';
import { ACCOUNTS, act, check, issue, reached, read, refused, type Story } from '../story.ts';
import { freezeRoll, voteSheet } from '../votes.ts';
import { PLAN } from '../words/plan.ts';
import { votesFor } from './consult-residents.ts';

const { street, body } = ACCOUNTS;
const PLACES = ['小区东门公告栏', '小区西门公告栏', '6 幢架空层'] as const;

export async function confirmPlan(story: Story): Promise<void> {
  const { progress } = story;
  progress.chapter('第二、三步 制定和确认改造方案', 'Steps 2 and 3: draft and confirm the plan');
  await story.moveTo('2020-07-27');
  const contract = await story.papers.pdf(street, 'DC', 'design contract');
  const commission = { commissionedOn: '2020-07-27', designer: '温州市某设计院有限公司', contract };
  await act(story, street, 'commission-design', commission, 'commissioned');

  await draftPlan(story, '2020-08-05');
  const first = await vote(story, '2020-08-20', REQUIRED_HOUSEHOLDS - 1, 'failed');
  check('households missing', (first.result as { households?: { missing: number } }).households?.missing, 1);
  progress.line('2020-08-20', '方案第 1 版 225/338 户同意：差 1 户，未通过', 'version 1: one household short, failed');
  await act(story, street, 'revise-plan', { reason: '按居民意见增加停车位和适老设施' }, 'revised');

  await draftPlan(story, '2020-09-01');
  await vote(story, '2020-09-18', REQUIRED_HOUSEHOLDS + 24, 'passed', first.form);
  progress.line('2020-09-18', '方案第 2 版 250/338 户同意，通过', 'version 2 passed');
  await postNotice(story);
  await objectAndMediate(story);
}

async function draftPlan(story: Story, on: string): Promise<void> {
  const { papers, progress } = story;
  await story.moveTo(on);
  const design = {
    designedOn: on,
    document: await papers.pdf('designer', 'P1', 'preliminary plan'),
    basedOn: ['SITE_FACTS', 'RESIDENT_CHOICES', 'MANAGEMENT_NEEDS'],
    parts: ['ENGINEERING', 'RESOURCES', 'BUDGET', 'FUNDING_PLAN'],
    items: ITEMS,
    otherCosts: ESTIMATE.otherCosts,
    contingency: ESTIMATE.contingency,
    titleArea: SIZE.area,
    excluded: [{ name: '加装电梯 4 台', cost: '2400000.00', citation: '温州市既有住宅加装电梯相关办法' }],
    designedTogether: { lifts: true, wasteSorting: true, fireSafety: true },
  };
  await refused(story, street, 'submit-design', design, 'GATE_SHUT');
  const whole = { ...design, parts: [...design.parts, 'MANAGEMENT'] };
  const { project } = await act(story, street, 'submit-design', whole, 'ready');
  const { plan } = project.consent as { plan: { version: number; funding: unknown } };
  check('funding of the plan', plan.funding, ESTIMATE.funding);
  progress.line(
    on,
    `初步设计方案第 ${plan.version} 版：总投资 13,348,800.00 元，居民 1,828,800.00 元`,
    'plan ready, figures exact',
  );
  await issue(story, street, 'P1C', PLAN.P1C, { called: `第${plan.version}版` });
  const published = { publishedOn: on, planVersion: plan.version, place: PLACES[0] };
  await act(story, body, 'publish-plan', published, 'published');
}

/** `oldForm`: of the plan before this one; there the ballot is held on paper, before by spreadsheet. */
async function vote(story: Story, on: string, agreeing: number, outcome: string, oldForm?: Uint8Array) {
  const rollHash = await freezeRoll(story, body, 'PLAN');
  const { form, version, signatureForm } = await printPack(story, on);
  const { seq } = await read(story, body);
  check('project is there', seq > 0, true);
  const openedOn = (await story.desk.get<{ clock: { now: string } }>(undefined, '/api/health')).clock.now.slice(0, 10);
  await act(story, body, 'open-ballot', { openedOn, rollHash, form }, 'opened');
  await story.moveTo(on);
  await issue(story, body, 'F2P', {}, { called: `第${version}版` });
  const voteOf = votesFor(agreeing, 40);
  const votes =
    oldForm === undefined || story.ballot === 'SPREADSHEET'
      ? await voteSheet(story, body, 'PLAN', rollHash, voteOf)
      : await ballotOnPaper(story, {
          on,
          rollHash,
          version,
          signatureForm,
          oldForm,
          others: await others(story),
          voteOf,
        });
  const tally = await act(story, body, 'tally-plan-ballot', { heldOn: on, votes }, outcome);
  const { households, area } = tally.result as Record<'households' | 'area', { required: number | string }>;
  check('households required', households.required, REQUIRED_HOUSEHOLDS);
  check('area required', area.required, REQUIRED_AREA);
  const counted = { countedOn: on, sheetsIssued: 39, sheetsReturned: 39 };
  await issue(story, body, 'F2S', { ...PLAN.F2S, ...counted });
  return { ...tally, form: signatureForm };
}

/** Papers of other kinds that lie in the same pile at the street. */
async function others({ room, desk, projectId }: Story): Promise<readonly Uint8Array[]> {
  const papers = (['E1', 'W1', 'P1C'] as const).flatMap((kind) => room.issued.get(kind)?.at(-1) ?? []);
  return Promise.all(papers.map(({ sha256 }) => desk.download(street, `/api/projects/${projectId}/papers/${sha256}`)));
}

async function postNotice(story: Story): Promise<void> {
  const { progress } = story;
  await story.moveTo('2020-09-21');
  const places = PLACES.map((place) => ({ place, conspicuous: true }));
  const posting = { postedOn: '2020-09-21', postingPlaces: PLACES.join('、') };
  const F3 = await issue(story, body, 'F3', { ...PLAN.F3, ...posting });
  const F4 = await issue(story, body, 'F4', { postedOn: posting.postedOn });
  await refused(story, body, 'post-notice', { documents: { F3, F4 }, places }, 'GATE_SHUT');
  const P2 = await issue(story, body, 'P2', { ...PLAN.P2, postedOn: posting.postedOn });
  await act(story, body, 'post-notice', { documents: { F3, F4, P2 }, places }, 'ready');
  await story.moveTo('2020-09-22');
  for (const place of PLACES) await confirm(story, place, '2020-09-22');
  const running = await read(story, body);
  // 22 September excluded; 23, 24, 25 and the adjusted Sunday 27, then 28.
  check('publicity ends on', (running.publicity as { endsOn: string }).endsOn, '2020-09-28');
  progress.line('2020-09-22', '三处张贴均有照片确认，公示开始', 'posted and photographed in three places');

  await story.moveTo('2020-09-25');
  await act(story, body, 'report-poster-down', { place: PLACES[2], foundDownOn: '2020-09-25' }, 'interrupted');
  await confirm(story, PLACES[2], '2020-09-25');
  const restarted = await read(story, body);
  // Counted again over the holiday: 27 (Sunday, worked), 28, 29, 30 September and 9 October.
  check('publicity ends on, counted again', (restarted.publicity as { endsOn: string }).endsOn, '2020-10-09');
  progress.line(
    '2020-09-25',
    '6 幢公示脱落，重新张贴、重新计算：跨国庆至 10 月 9 日',
    'a poster was down: counted again, over the holiday',
  );
}

async function confirm(story: Story, place: string, on: string): Promise<void> {
  const photo = await story.papers.photo(body, on);
  await story.desk.act(body, story.projectId, 'confirm-posting', { place, postedOn: on, photo });
}

async function objectAndMediate(story: Story): Promise<void> {
  const { desk, progress, projectId } = story;
  await issue(story, body, 'PB1');
  await story.moveTo('2020-09-28');
  interface Codes {
    noticeCode: string;
    units: { unit: string; code: string }[];
  }
  const { noticeCode, units } = await desk.get<Codes>(body, `/api/projects/${projectId}/unit-codes`);
  const address = `/api/public/notices/${encodeURIComponent(noticeCode)}`;
  const notice = await desk.get<{ endsOn: string; neighbourhood: string }>(undefined, address);
  check('the notice tells the last day', notice.endsOn, '2020-10-09');
  const unitCode = units[17]?.code ?? '';
  const { status } = await desk.send(undefined, 'POST', `${address}/objections`, {
    input: { unitCode: '00000000', words: '试试看' },
  });
  check('a wrong unit code is refused', status, 422);
  const objection = await desk.post<{ objectionId: string }>(undefined, `${address}/objections`, {
    unitCode,
    words: '垃圾分类房离我家窗户太近，请挪位置。',
  });
  progress.line('2020-09-28', '一户凭单元码提出异议', 'one household objects by its unit code');

  await story.moveTo('2020-10-10');
  await reached(story, 'OBJECTION');
  progress.line(
    '2020-10-10',
    '公示期满，异议尚无处理结果：不放行',
    'five working days over, but the objection has no outcome',
  );
  await story.moveTo('2020-10-12');
  const objectionNo = objection.objectionId;
  await issue(
    story,
    body,
    'OB1',
    { objectionNo, receivedAt: '2020-09-28T09:00', replyBy: '2020-10-12' },
    { serial: 1 },
  );
  const record = await issue(story, body, 'OB2', { ...PLAN.OB2, objectionNo }, { serial: 1 });
  const mediation = {
    objectionId: objection.objectionId,
    outcome: 'RESOLVED',
    mediatedOn: '2020-10-12',
    record,
    materialChange: false,
  };
  await desk.act(body, projectId, 'record-mediation', mediation);
  await story.moveTo('2020-10-13');
  await reached(story, 'PUBLICITY_SATISFIED');
  progress.line('2020-10-12', '业委会牵头调解，异议化解，公示通过', 'mediated by the committee; publicity satisfied');
}

const item = (id: string, name: string, aspect: string, category: string, directCost: string) => ({
  id,
  name,
  aspect,
  category,
  directCost,
  chosen: true,
});

const ITEMS = [
  item('M-01', '消防设施增配', 'BUILDING', 'MANDATORY', '1600000.00'),
  item('M-02', '雨污管网和排水改造', 'PIPE_NETWORK', 'MANDATORY', '2400000.00'),
  item('M-03', '垃圾分类房', 'COMMUNITY_SERVICE', 'MANDATORY', '600000.00'),
  item('B-01', '屋面防水和外立面修缮', 'BUILDING', 'BASIC', '3600000.00'),
  item('B-02', '道路整修', 'ROAD_TRAFFIC_PARKING', 'BASIC', '1400000.00'),
  item('I-01', '停车位改造', 'ROAD_TRAFFIC_PARKING', 'IMPROVEMENT', '1200000.00'),
  item('I-02', '无障碍和适老设施', 'AGE_FRIENDLY', 'IMPROVEMENT', '800000.00'),
  item('U-01', '社区养老服务用房', 'COMMUNITY_SERVICE', 'UPGRADE', '400000.00'),
] as const;
