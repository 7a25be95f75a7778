// The reconciler asked about one project: what it would do, and which two persons may let it do exactly that.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../domain/parties.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { openRepairDesk, type RepairDesk } from './repair-desk.ts';

let desk: RepairDesk;
beforeEach(async () => {
  desk = await openRepairDesk();
});
afterEach(() => desk.close());

describe('a project that the reconciler is asked about', () => {
  it('is looked at with the executions that run and the acts that they wait for, to the operator too', async () => {
    const execution = `${PROJECT_ID}-1-1`;
    const { body } = await desk.look('OPERATOR-1');
    expect(body).toMatchObject({
      repairs: [],
      executions: [{ execution }],
      waits: [{ act: 'record-survey', execution }],
    });
    desk.loseTheWait();
    expect((await desk.look('OPERATOR-1')).body).toMatchObject({ executions: [{ execution }], waits: [] });
  });

  it('is looked at without anything being done', async () => {
    desk.loseTheWait();
    const seen = await desk.look('OPERATOR-1');
    expect(seen).toMatchObject({ status: 200, body: { projectId: PROJECT_ID, repairs: ['REOPENED'], may: [] } });
    expect((await desk.look('AUDIT-1')).body).toEqual(seen.body);
    expect(await desk.staged.running()).toEqual([`${PROJECT_ID}-1-1`]);
    expect(await desk.staged.waiting()).toEqual([]);
  });

  it('is repaired as the preview said once a second person confirms, at once, with the ledger as it was', async () => {
    desk.loseTheWait();
    const before = await desk.projectEntries();
    const { repairs, may } = (await desk.look('RENOVATION_OFFICE-1')).body;
    expect(may).toEqual(['PROPOSE']);
    const { body } = await desk.propose('RENOVATION_OFFICE-1', repairs);
    expect(body).toMatchObject({ proposal: { found: ['REOPENED'], mine: true }, may: ['DECLINE'] });
    expect(await desk.staged.waiting()).toEqual([]);
    expect((await desk.look('RENOVATION_OFFICE-2')).body).toMatchObject({
      proposal: { by: 'RENOVATION_OFFICE-1', mine: false },
      may: ['CONFIRM', 'DECLINE'],
    });
    const done = await desk.decide('RENOVATION_OFFICE-2', 'CONFIRM', body.proposal);
    expect(done).toMatchObject({ status: 200, body: { done: ['REOPENED'], repairs: [], may: [], sound: true } });
    expect(done.body).not.toHaveProperty('proposal');
    expect(await desk.staged.waiting()).toEqual(['record-survey']);
    expect(await desk.staged.running()).toEqual([`${PROJECT_ID}-1-2`]);
    expect(await desk.projectEntries()).toEqual(before);
  });

  it('is never repaired by one person, who may only take the proposal back', async () => {
    desk.loseTheWait();
    const { proposal } = (await desk.propose('RENOVATION_OFFICE-1', ['REOPENED'])).body;
    const own = await desk.decide('RENOVATION_OFFICE-1', 'CONFIRM', proposal);
    expect(own).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN_ROLE', detail: expect.stringMatching(/另一名经办人/) },
    });
    expect(await desk.staged.waiting()).toEqual([]);
    expect((await desk.decide('RENOVATION_OFFICE-1', 'DECLINE', proposal)).body.may).toEqual(['PROPOSE']);
    expect((await desk.decide('RENOVATION_OFFICE-2', 'CONFIRM', proposal)).body.code).toBe('NOT_NOW');
    expect(await desk.staged.waiting()).toEqual([]);
  });

  it('is proposed once: the next one is asked to confirm, and of two who confirm at once one does', async () => {
    desk.loseTheWait();
    const { proposal } = (await desk.propose('RENOVATION_OFFICE-1', ['REOPENED'])).body;
    expect((await desk.propose('RENOVATION_OFFICE-2', ['REOPENED'])).body.code).toBe('NOT_NOW');
    const answers = await Promise.all(
      ['RENOVATION_OFFICE-2', 'RENOVATION_OFFICE-3'].map((person) => desk.decide(person, 'CONFIRM', proposal)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await desk.staged.running()).toEqual([`${PROJECT_ID}-1-2`]);
  });

  it('is left alone where nothing is out of joint, or something else is than was seen', async () => {
    expect((await desk.propose('RENOVATION_OFFICE-1', ['STARTED'])).body.code).toBe('NOT_NOW');
    desk.loseTheWait();
    expect((await desk.propose('RENOVATION_OFFICE-1', ['STARTED'])).body.code).toBe('STALE');
    expect((await desk.propose('RENOVATION_OFFICE-1', ['PAID'])).status).toBe(422);
    const { proposal } = (await desk.propose('RENOVATION_OFFICE-1', ['REOPENED'])).body;
    for (const { execution } of await desk.staged.system.ports.workflow.listRunning()) {
      await desk.staged.system.ports.workflow.stop(execution, 'lost');
    }
    expect((await desk.decide('RENOVATION_OFFICE-2', 'CONFIRM', proposal)).body.code).toBe('STALE');
    expect(await desk.staged.running()).toEqual([]);
    // What is found now may be proposed in its place; who has the older one before them is told.
    const later = (await desk.propose('RENOVATION_OFFICE-2', ['STARTED'])).body.proposal;
    expect((await desk.decide('RENOVATION_OFFICE-1', 'CONFIRM', proposal)).body.code).toBe('STALE');
    expect((await desk.decide('RENOVATION_OFFICE-1', 'CONFIRM', later)).body).toMatchObject({ sound: true });
  });

  it('is repaired by persons of the renovation office only, and only where there is one', async () => {
    desk.loseTheWait();
    const { proposal } = (await desk.propose('RENOVATION_OFFICE-1', ['REOPENED'])).body;
    for (const role of ['OPERATOR', 'AUDIT', 'STREET', 'DRB'] as const satisfies readonly Role[]) {
      expect((await desk.propose(`${role}-1`, ['REOPENED'])).body.code).toBe('FORBIDDEN_ROLE');
      expect((await desk.decide(`${role}-1`, 'CONFIRM', proposal)).body.code).toBe('FORBIDDEN_ROLE');
    }
    expect((await desk.look('STREET-1')).body.code).toBe('FORBIDDEN_ROLE');
    expect((await desk.look('RENOVATION_OFFICE-1', '330302-2026-9999')).status).toBe(404);
    expect(await desk.staged.waiting()).toEqual([]);
  });
});

describe('the second person of a repair', () => {
  it('finds it among the tasks, is sent a message without a name in it, and is rid of both by answering', async () => {
    desk.loseTheWait();
    const { proposal } = (await desk.propose('RENOVATION_OFFICE-1', ['REOPENED'])).body;
    expect(await desk.repairTasks('RENOVATION_OFFICE-2')).toEqual([
      {
        ...{ projectId: PROJECT_ID, name: '月季小区', street: '330302001', found: ['REOPENED'] },
        ...{ proposal: { year: '2026', seq: 1 }, proposedOn: '2026-03-02', dueOn: '2026-03-02' },
      },
    ]);
    for (const person of ['RENOVATION_OFFICE-1', 'AUDIT-1', 'OPERATOR-1'])
      expect(await desk.repairTasks(person)).toEqual([]);
    expect(await desk.messages()).toEqual([
      {
        messageId: `repair-${PROJECT_ID}-2026-1`,
        to: { role: 'RENOVATION_OFFICE', unit: 'RENOVATION_OFFICE' },
        template: 'repair-proposed',
        values: { projectId: PROJECT_ID, dueOn: '2026-03-02' },
      },
    ]);
    await desk.decide('RENOVATION_OFFICE-2', 'DECLINE', proposal);
    expect(await desk.repairTasks('RENOVATION_OFFICE-2')).toEqual([]);
    expect(await desk.staged.waiting()).toEqual([]);
  });

  it('need not answer what the next round has repaired by itself: the proposal lapses', async () => {
    desk.loseTheWait();
    const { proposal } = (await desk.propose('RENOVATION_OFFICE-1', ['REOPENED'])).body;
    await desk.staged.pass(16);
    expect(await desk.staged.waiting()).toEqual(['record-survey']);
    expect(await desk.repairTasks('RENOVATION_OFFICE-2')).toEqual([]);
    expect((await desk.decide('RENOVATION_OFFICE-2', 'CONFIRM', proposal)).body.code).toBe('NOT_NOW');
    expect((await desk.repairEntries()).map(({ act, actor }) => [act, actor.role])).toEqual([
      ['propose-repair', 'RENOVATION_OFFICE'],
      ['lapse-repair', 'SYSTEM'],
    ]);
  });
});
