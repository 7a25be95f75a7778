// Drills of the peers' breaks in a review by several departments, act by act over the ledger.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { instantOf } from '../../domain/calendar/plain-date.ts';
import type { Role } from '../../domain/parties.ts';
import type { ActName } from '../../domain/projects/act-names.ts';
import { loadProject } from '../../functions/runtime/load-project.ts';
import { performAct } from '../../functions/runtime/perform-act.ts';
import { acts } from '../../local/acts.ts';
import { inApprovals, TODAY } from '../domain/projects/works/building-site.ts';
import { putInLedger, storePaper } from '../functions/funding/project-in-ledger.ts';
import { type FakePorts, fakePorts } from '../support/ports/fake-ports.ts';

const OFFICE = 'RENOVATION_OFFICE';
let fake: FakePorts;
let projectId: string;
let minutes: string;
beforeEach(async () => {
  fake = fakePorts({ now: instantOf(Date.parse(`${TODAY}T09:00:00+08:00`)) });
  ({ projectId } = await putInLedger(fake.ports, inApprovals()));
  minutes = await storePaper(fake.ports, 'minutes');
});
afterEach(() => fake.close());

async function act(role: Role, name: ActName, input: unknown) {
  const human = acts[name] ?? expect.fail(name);
  return performAct(fake.ports, human, { projectId, actor: { role, id: `${role}-1`, unit: role }, input });
}
async function does(role: Role, name: ActName, input: unknown): Promise<string> {
  const done = await act(role, name, input);
  return done.ok ? done.value.outcome : expect.fail(done.refusal.says.en);
}
const review = async () => (await loadProject(fake.ports, projectId))?.approvals.jointReview;

it('one of N departments rejects after others approved: their opinions stay, and round 2 asks only who rejected', async () => {
  await does(OFFICE, 'convene-joint-review', { parties: ['HOUSING', 'FIRE', 'LAW_ENFORCEMENT'] });
  await does('HOUSING', 'give-review-opinion', { opinion: 'APPROVE' });
  await does('FIRE', 'give-review-opinion', { opinion: 'APPROVE' });
  await does('LAW_ENFORCEMENT', 'give-review-opinion', { opinion: 'REJECT', reason: '占用消防车道' });
  expect(await does(OFFICE, 'issue-review-minutes', { heldOn: TODAY, minutes })).not.toBe('passed');
  await does(OFFICE, 'convene-joint-review', { parties: [] });
  expect(await review()).toMatchObject({ round: 2, asked: ['LAW_ENFORCEMENT'] });
  expect((await review())?.opinions.map(({ opinion }) => opinion)).toEqual(['APPROVE', 'APPROVE', 'REJECT']);
  await does('LAW_ENFORCEMENT', 'give-review-opinion', { opinion: 'APPROVE' });
  expect(await does(OFFICE, 'issue-review-minutes', { heldOn: TODAY, minutes })).toBe('passed');
});

it('one is removed mid-review: nobody waits for it any more, what others said stays, and it has no say', async () => {
  await does(OFFICE, 'convene-joint-review', { parties: ['HOUSING', 'TRANSPORT'] });
  await does('HOUSING', 'give-review-opinion', { opinion: 'APPROVE' });
  expect(await act(OFFICE, 'issue-review-minutes', { heldOn: TODAY, minutes })).toMatchObject({ ok: false });
  await does(OFFICE, 'remove-review-party', { party: 'TRANSPORT', reason: '与本项目无关' });
  expect(await act('TRANSPORT', 'give-review-opinion', { opinion: 'REJECT', reason: '迟到的意见' })).toMatchObject({
    ok: false,
    refusal: { code: 'FORBIDDEN_ROLE' },
  });
  expect((await review())?.opinions).toHaveLength(1);
  expect(await does(OFFICE, 'issue-review-minutes', { heldOn: TODAY, minutes })).toBe('passed');
});
