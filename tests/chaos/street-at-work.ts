// The load of a kill drill: streets that take neighbourhood after neighbourhood from the pool to the designer, with papers,
// rosters and votes uploaded, a paper issued and voided and a task handed over and back, while somebody looks at the dashboard.
import { rosterOf } from '../../domain/roster/roster.ts';
import { writeRosterTemplate } from '../../functions/intake/write-roster-template.ts';
import { writeVotesTemplate } from '../../functions/intake/write-votes-template.ts';
import { residentsOf } from '../../local/seed/residents.ts';
import { type Answer, Clerk, type Counter } from '../support/journey/clerk.ts';
import { RECOGNITION } from '../support/papers/typed-contents.ts';

/** Acts that were answered, in order, by project. */
export type Acknowledged = Map<string, string[]>;

const RESIDENTS = residentsOf({ households: 6, area: '480.00', buildings: 1 });
const UNITS = RESIDENTS.map(({ owners: _, ...row }) => ({ ...row, ownerKeys: [row.unit] as const }));
/** The same residents everywhere: what is under test is not the spreadsheet. */
const ROSTER = await writeRosterTemplate(RESIDENTS);
const VOTES = new Map<string, Promise<Uint8Array>>();

function votesOn(rollHash: string): Promise<Uint8Array> {
  const entered = RESIDENTS.map(({ unit }) => ({ unit, vote: 'AGREE' as const, publishRoom: true }));
  const sheet = VOTES.get(rollHash) ?? writeVotesTemplate({ ...rosterOf(UNITS), hash: rollHash }, entered);
  VOTES.set(rollHash, sheet);
  return sheet;
}

const ELIGIBLE = { completionYear: 1996, inDemolitionPlan: false, dangerGrade: 'B', comprehensivelyRenovable: true };
const DAY = '2026-03-02';
const DAY_LONG = 86_400_000;
/** A week from now on the clock of the server, which is the real one. */
const farDay = (): string => new Date(Date.now() + 7 * DAY_LONG).toISOString().slice(0, 10);

/** An answer that no kill explains. */
function expectOf(status: number, answer: Answer, what: string): Record<string, unknown> {
  if (answer.status === status) return answer.body;
  throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** Works until `isDone` says so, and then finishes the neighbourhood in hand. `street`: two digits. */
export async function workUntil(
  isDone: () => boolean,
  counter: Counter,
  street: string,
  acknowledged: Acknowledged,
): Promise<void> {
  const clerk = new Clerk(counter);
  for (let serial = 1; !isDone(); serial++) await takeToDesigner(clerk, street, serial, acknowledged);
}

async function takeToDesigner(clerk: Clerk, street: string, serial: number, acknowledged: Acknowledged) {
  const account = `street-${street}`;
  const community = `community-${street}`;
  const code = `330302${street.padStart(3, '0')}`;
  const neighbourhood = {
    name: `第 ${serial} 小区`,
    code: `${code}001-${String(serial).padStart(2, '0')}`,
    community: `${code}001`,
    street: code,
  };
  const post = async (who: string, path: string, input: unknown, status = 201) =>
    expectOf(status, await clerk.post(who, path, { input }), path);
  const upload = (name: string, bytes: Uint8Array) => clerk.upload(account, new Uint8Array(bytes), name);
  let papers = 0;
  const paper = () => {
    papers += 1;
    return upload('scan.pdf', Buffer.from(`%PDF-1.7\n% ${neighbourhood.code} ${papers}\n%%EOF\n`));
  };

  const { projectId } = await post(account, '/api/projects', { neighbourhood });
  const project = `/api/projects/${projectId}`;
  const done = ['open-project'];
  acknowledged.set(String(projectId), done);
  const act = async (who: string, name: string, input: unknown) => {
    expectOf(200, await clerk.post(who, `${project}/acts/${name}`, { input, seq: done.length }), name);
    done.push(name);
  };
  await act(account, 'record-survey', {
    surveyedOn: DAY,
    record: await paper(),
    needsRenovation: true,
    renovatedBefore: 0,
    eligibility: ELIGIBLE,
  });
  await post(account, `${project}/rosters`, { sha256: await upload('roster.xlsx', ROSTER) });
  const { rollHash } = await post(community, `${project}/rolls`, { ballot: 'WILLINGNESS' });
  await act(community, 'start-consultation', { startedOn: DAY, rollHash, form: await paper() });
  expectOf(200, await clerk.get('renovation-office', '/api/dashboard/funnel'), 'funnel');
  const sha256 = await upload('votes.xlsx', await votesOn(String(rollHash)));
  const { votesSha256 } = await post(community, `${project}/votes`, { sha256, rollHash });
  await act(community, 'tally-willingness', { heldOn: DAY, votes: votesSha256 });
  await act(account, 'suspend-project', { reason: '等待资金安排' });
  await act('renovation-office', 'resume-project', { reason: '资金已经落实' });
  await act(community, 'submit-willingness', { submittedOn: DAY, statement: await paper() });
  // Setting a paper takes a life that is as short as these most of its time: every other street does.
  if (Number(street) % 2 === 1) await voidARecognition(clerk, account, project);
  const task = { projectId, act: 'form-body' };
  await post(account, '/api/tasks/delegations', { ...task, to: `${account}-2`, until: farDay() });
  await post(account, '/api/tasks/delegations/take-back', task);
  await act(account, 'form-body', { kind: 'SELF_GOVERNANCE_GROUP', formedOn: DAY, recognition: await paper() });
  expectOf(200, await clerk.get(account, '/api/tasks'), 'tasks');
  await act(account, 'commission-design', { commissionedOn: DAY, designer: '温州某设计院', contract: await paper() });
}

/** A paper goes out, one person of the street wants it void, and another one confirms. */
async function voidARecognition(clerk: Clerk, account: string, project: string): Promise<void> {
  const issued = await clerk.post(account, `${project}/papers`, { input: { kind: 'B1', contents: RECOGNITION } });
  const path = `${project}/papers/${expectOf(201, issued, 'issue').sha256}/voiding`;
  const proposed = expectOf(200, await clerk.post(account, path, { input: { reason: '成员人数写错' } }), 'propose');
  const { proposal } = Object(proposed.voiding);
  const input = { decision: 'CONFIRM', proposal };
  expectOf(200, await clerk.post(`${account}-2`, `${path}/decision`, { input }), 'confirm');
}
