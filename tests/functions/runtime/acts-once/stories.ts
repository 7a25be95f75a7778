// Every route by which anything is written: what has to be there first and what is asked then.
import { unitCode } from '../../../../domain/paper/unit-code.ts';
import { receiveUpload } from '../../../../functions/intake/receive-upload.ts';
import { requestUpload } from '../../../../functions/intake/request-upload.ts';
import { PROJECT_ID, survey } from '../../../domain/projects/consent/neighbourhood-on-stage.ts';
import { GOOD_ROW, roster } from '../../../support/papers/spreadsheets.ts';
import { BALLOT, RECOGNITION } from '../../../support/papers/typed-contents.ts';
import { CIRCULAR_STORIES, issueC1 } from './circular-stories.ts';
import { BODY, FINANCE, OFFICE, OFFICE_2, type Office, OPERATOR, STREET, STREET_2, type Story } from './office.ts';
import { putPage } from './page-on-file.ts';

const TODAY = '2026-03-02';
const path = { id: PROJECT_ID };
const year = { year: '2026' };
const REASON = '成员人数写错';
const POST = { role: 'STREET', unit: '330302001' };
const TELEPHONE = { role: 'STREET', unit: '330302001' };
const task = { projectId: PROJECT_ID, act: 'record-survey' };
const off = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2031-10-${day}`);

async function issueB1({ ask }: Office): Promise<string> {
  return String((await ask('STREET', 'POST', 'papers', { kind: 'B1', contents: RECOGNITION })).body.sha256);
}

const setBudget = ({ act, paper: document }: Office) =>
  act('setBudget', FINANCE, { body: { year: '2026', amount: '10000000', document } });

const meeting = ({ paper: minutes }: Office) => ({
  heldOn: TODAY,
  subject: '三月例会',
  minutes,
  decisions: [{ text: '协调东门管线迁改', owner: { role: 'STREET', unit: '330302001' }, dueOn: '2026-03-20' }],
});

const hand = (act: Office['act']) =>
  act('grantRole', OPERATOR, { body: { personId: 'street-2', role: 'STREET', unit: '330302001' } });

async function foundBroken({ act, stage }: Office) {
  await stage.playUntil('CONSULTING');
  stage.goTo('2026-03-05');
  return { repairs: (await act('previewRepair', OFFICE, { path })).repairs };
}

async function uploaded({ ports }: Office): Promise<string> {
  const actor = { role: 'STREET', unit: '330302001', id: 'street-1' } as const;
  const { uploadId } = await requestUpload(ports, { actor });
  const received = await receiveUpload(ports, { uploadId, bytes: await roster([GOOD_ROW]) });
  if (!received.ok) throw new Error(received.refusal.says.en);
  return received.value.sha256;
}

const correct = (name: string) => ({ unit: '1-1-101', name: '某业主', to: { name } });

const LEDGERS = {
  openProject: () => {
    const neighbourhood = { name: '桂花小区', code: '330302001003-07', community: '330302001003', street: '330302001' };
    return {
      ...{ by: STREET, body: { neighbourhood } },
      other: { body: { neighbourhood: { ...neighbourhood, name: '丹桂小区' } } },
    };
  },
  async performProjectAct({ stage }) {
    const body = await survey(stage);
    return {
      ...{ by: STREET, path: { ...path, act: 'record-survey' }, body, headers: { 'if-match': '"1"' } },
      // Whoever lost the answer has looked again, and seen their own entry.
      other: { headers: { 'if-match': '"2"' } },
    };
  },
  async delegateTask({ act }) {
    await hand(act);
    const body = { ...task, to: 'street-2', until: '2026-03-06' };
    return { by: STREET, body, other: { body: { ...body, until: '2026-03-09' } } };
  },
  async takeBackTask({ act }) {
    await hand(act);
    await act('delegateTask', STREET, { body: { ...task, to: 'street-2', until: '2026-03-06' } });
    return { by: STREET, body: task, other: { body: { ...task, act: 'tally-willingness' } } };
  },
  overrideDay: () => {
    const body = { date: '2026-03-07', kind: 'WORK', source: '区府办通知〔2026〕1号' };
    return { by: OPERATOR, body, other: { body: { ...body, kind: 'OFF' } } };
  },
  publishYear: () => {
    const body = { year: 2031, off, work: [], source: '国办发明电〔2030〕1号' };
    return { by: OPERATOR, body, other: { body: { ...body, off: [...off, '2031-10-08'] } } };
  },
  grantRole: () => {
    const body = { personId: 'p-17', ...POST };
    return { by: OPERATOR, body, other: { body: { ...body, personId: 'p-18' } } };
  },
  async revokeRole({ act }) {
    await act('grantRole', OPERATOR, { body: { personId: 'p-17', ...POST } });
    return { by: OPERATOR, path: { id: 'p-17' }, body: POST, other: { body: {} } };
  },
  async invitePerson({ act }) {
    await act('grantRole', OPERATOR, { body: { personId: 'p-17', ...POST } });
    return { by: OPERATOR, body: { personId: 'p-17' }, other: { body: { personId: 'p-18' } } };
  },
  setTelephone: () => {
    const body = { ...TELEPHONE, number: '0577-88000101' };
    return {
      ...{ by: STREET, body, headers: { 'if-match': '"0"' } },
      other: { body: { ...body, number: '0577-88000102' } },
    };
  },
  async withdrawTelephone({ act }) {
    const body = { ...TELEPHONE, number: '0577-88000101' };
    await act('setTelephone', STREET, { body, headers: { 'if-match': '"0"' } });
    return {
      ...{ by: STREET, body: TELEPHONE, headers: { 'if-match': '"1"' } },
      other: { headers: { 'if-match': '"2"' } },
    };
  },
  importRoster: async (office) => ({
    ...{ by: STREET, path, body: { sha256: await uploaded(office) } },
    other: { body: { sha256: office.paper } },
  }),
  freezeRoll: () => ({ by: STREET, path, body: { ballot: 'PLAN' }, other: { body: { ballot: 'WILLINGNESS' } } }),
  exportPerson: () => ({
    ...{ by: STREET, path, body: { unit: '1-1-101', name: '某业主' } },
    other: { body: { unit: '1-1-102', name: '某业主' } },
  }),
  // The new roster, and the note that somebody had something put right.
  correctPerson: () => ({
    ...{ by: STREET, path, body: correct('另一业主'), entries: 2 },
    other: { body: correct('又一业主') },
  }),
  redactPage: async ({ ports }) => ({
    ...{ by: STREET, path: { id: await putPage(ports) }, body: { boxes: [{ x: 0, y: 0, width: 0.5, height: 1 }] } },
    other: { body: { boxes: [{ x: 0.5, y: 0, width: 0.5, height: 1 }] } },
  }),
  issuePaper: () => ({
    ...{ by: STREET, path, body: { kind: 'B1', contents: RECOGNITION } },
    other: { body: { kind: 'B1', version: 2, contents: RECOGNITION } },
  }),
  async issueBallotPack({ stage }) {
    await stage.playUntil('PLAN_PUBLISHED');
    await stage.roll('PLAN');
    const body = { contents: BALLOT, singleHouseholds: [4] };
    return { by: BODY, path, body, entries: 3, other: { body: { ...body, singleHouseholds: [5] } } };
  },
  issueDistrictPaper: async (office) => {
    const body = await issueC1(office);
    return { by: OFFICE_2, path: year, body, other: { body: { ...body, version: 2 } } };
  },
  proposeVoiding: async (office) => ({
    ...{ by: STREET, path: { ...path, sha256: await issueB1(office) }, body: { reason: REASON } },
    other: { body: { reason: '日期印错' } },
  }),
  async decideVoiding(office) {
    const paper = { ...path, sha256: await issueB1(office) };
    await office.act('proposeVoiding', STREET, { path: paper, body: { reason: REASON } });
    const body = { decision: 'CONFIRM', proposal: 2 };
    return { by: STREET_2, path: paper, body, other: { body: { ...body, decision: 'DECLINE' } } };
  },
  async proposeDistrictVoiding(office) {
    const { sha256 } = await office.act('issueDistrictPaper', OFFICE_2, { path: year, body: await issueC1(office) });
    return {
      ...{ by: OFFICE, path: { ...year, sha256: String(sha256) }, body: { reason: REASON } },
      other: { body: { reason: '日期印错' } },
    };
  },
  async decideDistrictVoiding(office) {
    const { sha256 } = await office.act('issueDistrictPaper', OFFICE_2, { path: year, body: await issueC1(office) });
    const paper = { ...year, sha256: String(sha256) };
    await office.act('proposeDistrictVoiding', OFFICE, { path: paper, body: { reason: REASON } });
    const body = { decision: 'CONFIRM', proposal: 2 };
    return { by: OFFICE_2, path: paper, body, other: { body: { ...body, decision: 'DECLINE' } } };
  },
  async objectToNotice({ act, stage }) {
    const { consent } = await stage.playUntil('PUBLICITY_RUNNING');
    const { noticeCode } = await act('listUnitCodes', BODY, { path });
    const code = unitCode(stage.ports.seal, consent.planBallot?.rollHash ?? '', '1-1-303');
    const body = { unitCode: code, words: '垃圾房太近' };
    return { path: { code: String(noticeCode) }, body, other: { body: { ...body, words: '垃圾房太远' } } };
  },
  setBudget: ({ paper: document }) => {
    const body = { year: '2026', amount: '10000000', document };
    return { by: FINANCE, body, other: { body: { ...body, amount: '20000000' } } };
  },
  async adjustBudget(office) {
    await setBudget(office);
    const body = { year: '2026', amount: '12000000', reason: '省级补助到位', document: office.paper };
    return { by: FINANCE, body, other: { body: { ...body, amount: '13000000' } } };
  },
  proposeRepair: async (office) => ({
    ...{ by: OFFICE, path, body: await foundBroken(office) },
    other: { body: { repairs: [] } },
  }),
  async decideRepair(office) {
    const { proposal } = (await office.act('proposeRepair', OFFICE, { path, body: await foundBroken(office) })) as {
      proposal: { year: string; seq: number };
    };
    const body = { decision: 'CONFIRM', proposal: { year: proposal.year, seq: proposal.seq } };
    // One before anything is touched, one with what came of it.
    return { by: OFFICE_2, path, body, entries: 2, other: { body: { ...body, decision: 'DECLINE' } } };
  },
  openRound: ({ paper: notice }) => {
    const body = { closesOn: '2026-04-01', notice };
    return { by: OFFICE, path: year, body, other: { body: { ...body, closesOn: '2026-05-01' } } };
  },
  async decidePlace({ act, stage, paper: document }) {
    await act('openRound', OFFICE, { path: year, body: { closesOn: '2026-03-02', notice: document } });
    await stage.playUntil('PUBLICITY_RUNNING');
    const body = { projectId: PROJECT_ID, decision: 'SUPPLEMENT', reason: '民生急需', document };
    return { by: OFFICE, path: year, body, other: { body: { ...body, reason: '群众急难愁盼' } } };
  },
  recordMeeting: (office) => ({
    ...{ by: OFFICE, path: year, body: meeting(office) },
    other: { body: { ...meeting(office), subject: '四月例会' } },
  }),
  async finishTask(office) {
    await office.act('recordMeeting', OFFICE, { path: year, body: meeting(office) });
    const body = { finishedOn: TODAY, result: '已迁改' };
    return { by: STREET, path: { ...year, no: '1' }, body, other: { body: { ...body, result: '已协调' } } };
  },
  setCriteria: ({ paper: document }) => ({
    ...{ by: OFFICE, path: year, body: { criteria: [{ measure: 'ON_TIME', points: 10 }], document } },
    other: { body: { criteria: [{ measure: 'ON_TIME', points: 20 }], document } },
  }),
  ...CIRCULAR_STORIES,
} satisfies Record<string, Story>;

export const STORIES: Readonly<Record<keyof typeof LEDGERS, Story>> = LEDGERS;
