// What the reconciler finds out of joint between ledger, waits and executions, and what is left of it one round later.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { epochMillisecondsOf, instantOf, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { Fault } from '../../../domain/errors.ts';
import { sealEntry } from '../../../domain/ledger.ts';
import { issuedPayload, issuedRow, registerLedger } from '../../../domain/paper/issue-register.ts';
import { NO_CONSEQUENCES, type Ports } from '../../../domain/ports.ts';
import { CONSENT } from '../../../functions/consent/acts.ts';
import { readHealth } from '../../../functions/dashboard/read-health.ts';
import {
  diagnoseProject,
  RECONCILIATION,
  reconcileProjects,
  repairProject,
} from '../../../functions/dashboard/reconcile-projects.ts';
import { reserveSubsidy } from '../../../functions/funding/reserve-subsidy.ts';
import { setBudget } from '../../../functions/funding/set-budget.ts';
import { performAct } from '../../../functions/runtime/perform-act.ts';
import { ELIGIBLE, PROJECT_ID, survey } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { FINANCE, projectIn, STREET, V4 } from '../../domain/projects/funding/step-four.ts';
import { askRoute } from '../../support/http/ask-route.ts';
import { openStagedSystem, type StagedSystem } from '../../support/journey/staged-system.ts';
import { putInLedger, storePaper } from '../funding/project-in-ledger.ts';

const RENOVATION = 'arn:aws:states:local:000000000000:stateMachine:renovation';

let staged: StagedSystem;
let ports: Ports;
beforeEach(async () => {
  staged = await openStagedSystem();
  ports = staged.system.ports;
});
afterEach(() => staged.close());

/** One round, a few minutes later: long enough for everything to have settled by itself. */
async function reconcile(over: Ports = ports) {
  await staged.pass(5);
  const { repairs, stuck } = await reconcileProjects(over, () => {});
  await staged.system.idle();
  return { repairs: repairs.map(({ repair }) => repair), stuck };
}

const stopInEngine = (name: string) =>
  staged.system.engine.stopExecution({ executionArn: `${RENOVATION.replace('stateMachine', 'execution')}:${name}` });

/** An act whose entry was committed and whose signals never arrived. */
const withoutSignals = (): Ports => ({
  ...ports,
  ledger: { ...ports.ledger, append: (ref, entry) => ports.ledger.append(ref, entry, NO_CONSEQUENCES) },
});

async function recordSurvey(over: Ports, eligibility: object = ELIGIBLE) {
  const human = CONSENT['record-survey'] ?? expect.fail('no act');
  const input = await survey(staged.stage, eligibility);
  const done = await performAct(over, human, { projectId: PROJECT_ID, actor: STREET, input });
  return done.ok ? done.value.outcome : expect.fail(done.refusal.says.en);
}

describe('the reconciler, in one round', () => {
  it('touches nothing where all is as it should be', async () => {
    expect(await reconcile()).toEqual({ repairs: [], stuck: [] });
    expect(await staged.running()).toEqual([`${PROJECT_ID}-1-1`]);
  });

  it('opens a wait again whose token was lost', async () => {
    staged.system.stored.database.connection.exec('DELETE FROM waits');
    expect(await reconcile()).toEqual({ repairs: ['REOPENED'], stuck: [] });
    expect(await staged.waiting()).toEqual(['record-survey']);
    expect(await staged.running()).toEqual([`${PROJECT_ID}-1-2`]);
  });

  it('starts an execution that was lost, at the step where the ledger stands', async () => {
    await staged.stage.playUntil('BODY_FORMED');
    await staged.system.idle();
    stopInEngine(`${PROJECT_ID}-1-1`);
    expect(await reconcile()).toEqual({ repairs: ['STARTED'], stuck: [] });
    expect(await staged.running()).toEqual([`${PROJECT_ID}-2-2`]);
    expect(await staged.waiting()).toEqual(['commission-design']);
  });

  it('ends the execution of a project that is closed', async () => {
    expect(await recordSurvey(withoutSignals(), { ...ELIGIBLE, inDemolitionPlan: true })).toBe('excluded');
    expect(await staged.running()).toHaveLength(1);
    expect(await reconcile()).toEqual({ repairs: ['ENDED_ORPHAN'], stuck: [] });
    expect([await staged.running(), await staged.waiting()]).toEqual([[], []]);
  });

  it('ends the older one of two executions', async () => {
    await ports.workflow.signal([{ kind: 'START', projectId: PROJECT_ID, step: 1, generation: 2 }]);
    expect(await staged.waiting()).toEqual(['record-survey']);
    expect(await reconcile()).toEqual({ repairs: ['ENDED_ORPHAN'], stuck: [] });
    expect(await staged.running()).toEqual([`${PROJECT_ID}-1-2`]);
    expect(await staged.waiting()).toEqual(['record-survey']);
  });

  it('tells a machine of an act that it was never told of', async () => {
    expect(await recordSurvey(withoutSignals())).toBe('eligible');
    expect(await staged.waiting()).toEqual(['record-survey']);
    expect(await reconcile()).toEqual({ repairs: ['RESOLVED_LATE'], stuck: [] });
    expect(await staged.waiting()).toEqual(['start-consultation']);
    expect(await staged.running()).toEqual([`${PROJECT_ID}-1-1`]);
  });

  it('does both where an act was not told and the execution is gone', async () => {
    await recordSurvey(withoutSignals());
    stopInEngine(`${PROJECT_ID}-1-1`);
    expect(await reconcile()).toEqual({ repairs: ['RESOLVED_LATE', 'STARTED'], stuck: [] });
    expect(await staged.waiting()).toEqual(['start-consultation']);
  });

  it('tells a project that its notice is void, where whoever voided it could not; a repair by hand never would', async () => {
    const { projectId } = await staged.stage.playUntil('PUBLICITY_RUNNING');
    const paper = issuedPayload.parse({
      ...{ projectNo: projectId, kind: 'F3', version: 1, title: '居民意见公示书', issuer: '月季小区自治小组' },
      ...{ issuedOn: '2026-03-02', sha256: 'a'.repeat(64), pages: 1 },
    });
    await ports.views.write([issuedRow(registerLedger(projectId), 1, { paper, voidedOn: plainDateOf('2026-03-02') })]);
    const before = await staged.stage.project();
    expect(await diagnoseProject(ports, before)).toEqual([]);
    expect(await repairProject(ports, projectId, ports.clock.now())).toEqual([]);
    expect(await staged.stage.project()).toEqual(before);
    expect(await reconcile()).toEqual({ repairs: [], stuck: [] });
    const { state, head } = await staged.stage.project();
    expect([state, head.seq]).toEqual(['PUBLICITY_INTERRUPTED', before.head.seq + 1]);
    // The machine slept until the end that does not hold any more: now it waits for the posting.
    expect(await reconcile()).toEqual({ repairs: ['REOPENED'], stuck: [] });
    expect(await staged.waiting()).toEqual(['confirm-posting']);
    expect(await reconcile()).toEqual({ repairs: [], stuck: [] });
    expect((await staged.stage.project()).head).toEqual(head);
  });

  it('starts nothing a second time when somebody was quicker than its lists', async () => {
    const behind: Ports = {
      ...ports,
      workflow: {
        ...ports.workflow,
        listRunning: (projectId) =>
          projectId === undefined ? Promise.resolve([]) : ports.workflow.listRunning(projectId),
      },
    };
    expect(await reconcile(behind)).toEqual({ repairs: [], stuck: [] });
    expect(await staged.running()).toEqual([`${PROJECT_ID}-1-1`]);
  });
});

it('completes a reservation of which only the half was written, when a quarter of an hour has passed', async () => {
  const project = projectIn('FUNDED', V4, '330302-2026-0018');
  const { projectId } = await putInLedger(ports, {
    ...project,
    funding: { ...project.funding, credited: V4.residents },
  });
  await setBudget(ports, FINANCE, { year: '2026', amount: '4000000.00', document: await storePaper(ports) });
  const dying: Ports = {
    ...ports,
    ledger: {
      ...ports.ledger,
      append: (ref, entry, consequences) =>
        ref.kind === 'PROJECT' ? Promise.reject(new Error('power cut')) : ports.ledger.append(ref, entry, consequences),
    },
  };
  const input = { budgetYear: '2026' };
  await expect(performAct(dying, reserveSubsidy, { projectId, actor: FINANCE, input })).rejects.toThrow('power cut');
  await staged.pass(15);
  const row = await ports.views.get('project', projectId, '');
  expect(row?.value.funding).toMatchObject({ reservation: { budgetYear: '2026', amount: V4.subsidy } });
  const { view, partition, sort } = RECONCILIATION;
  expect((await ports.views.get(view, partition, sort))?.value).toMatchObject({ stuck: [] });
});

describe('what the reconciler cannot repair', () => {
  it('is reported in the health while the engine refuses to start anything, and no longer when it obeys', async () => {
    stopInEngine(`${PROJECT_ID}-1-1`);
    const refusing: Ports = {
      ...ports,
      workflow: { ...ports.workflow, signal: () => Promise.reject(new Fault('UNAVAILABLE', 'no engine')) },
    };
    expect(await reconcile(refusing)).toEqual({ repairs: [], stuck: [PROJECT_ID] });
    expect(await health()).toMatchObject({ status: 'degraded', stuck: 1 });
    expect(await reconcile()).toEqual({ repairs: ['STARTED'], stuck: [] });
    expect(await health()).toMatchObject({ status: 'ok', stuck: 0, waiting: 1 });
  });

  it('is reported when the reconciler itself has said nothing for three rounds', async () => {
    await reconcile();
    const later = instantOf(epochMillisecondsOf(ports.clock.now()) + 46 * 60_000);
    expect(await health({ ...ports, clock: { now: () => later } })).toMatchObject({ status: 'degraded', stuck: 0 });
  });

  it('is reported when an execution dies again as soon as it is started', async () => {
    const definition = { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'INTERNAL', Cause: 'broken' } } };
    stopInEngine(`${PROJECT_ID}-1-1`);
    staged.system.engine.deployStateMachine({
      name: 'renovation',
      definition: JSON.stringify({ QueryLanguage: 'JSONata', ...definition }),
    });
    await reconcile();
    expect((await reconcile()).stuck).toEqual([PROJECT_ID]);
  });

  it('does not keep the other projects from being helped', async () => {
    const ref = { kind: 'PROJECT', id: '330302-2026-0001' } as const;
    const unreadable = sealEntry(
      ref,
      { seq: 0, hash: '0'.repeat(64) },
      {
        at: ports.clock.now(),
        act: 'an-act-of-tomorrow',
        actor: STREET,
        payload: {},
        findings: [],
        rulebook: 'lucheng-2020-21@1',
        calendar: 'test',
      },
    );
    await ports.ledger.append(ref, unreadable, NO_CONSEQUENCES);
    staged.system.stored.database.connection.exec('DELETE FROM waits');
    expect(await reconcile()).toEqual({ repairs: ['REOPENED'], stuck: [ref.id] });
  });
});

async function health(over: Ports = ports): Promise<unknown> {
  const { body } = await askRoute(over, readHealth({ version: '0', clockKind: 'virtual' }));
  return body;
}
