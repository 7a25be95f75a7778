// The ledger of repairs by hand: who proposed and who confirmed what, and how it stood afterwards.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_HEAD, findChainBreak, sealEntry } from '../../../domain/ledger.ts';
import { NO_CONSEQUENCES } from '../../../domain/ports.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { eventOf } from '../../support/http/ask-route.ts';
import { accountOf, openRepairDesk, type RepairDesk, routeOf } from './repair-desk.ts';

let desk: RepairDesk;
beforeEach(async () => {
  desk = await openRepairDesk();
});
afterEach(() => desk.close());

const ref = { kind: 'REPAIRS', id: '2026' } as const;

async function repairTogether() {
  desk.loseTheWait();
  const { proposal } = (await desk.propose('RENOVATION_OFFICE-1', ['REOPENED'])).body;
  return desk.decide('RENOVATION_OFFICE-2', 'CONFIRM', proposal);
}

describe('the ledger of repairs', () => {
  it('says which two persons let what be repaired, when, what was found and how it stood afterwards', async () => {
    const at = desk.staged.system.ports.clock.now();
    const { seq } = (await repairTogether()).body;
    expect(await desk.listed('AUDIT-1')).toEqual({
      status: 200,
      body: {
        open: [],
        repairs: [
          {
            ...{ at, proposedBy: 'RENOVATION_OFFICE-1', by: 'RENOVATION_OFFICE-2', role: 'RENOVATION_OFFICE' },
            ...{ projectId: PROJECT_ID, projectSeq: seq, found: ['REOPENED'] },
            ended: { at, done: ['REOPENED'], left: [], sound: true },
          },
        ],
      },
    });
  });

  it('is a chain in which the latest repair is listed first, and what still waits for somebody beside them', async () => {
    await repairTogether();
    await desk.staged.pass(5);
    await repairTogether();
    await desk.staged.pass(5);
    desk.loseTheWait();
    await desk.propose('RENOVATION_OFFICE-2', ['REOPENED']);
    const written = await desk.repairEntries();
    const repair = ['propose-repair', 'begin-repair', 'end-repair'];
    expect(written.map(({ act }) => act)).toEqual([...repair, ...repair, 'propose-repair']);
    expect(findChainBreak(ref, written)).toBeUndefined();
    const { repairs, open } = (await desk.listed('OPERATOR-1')).body;
    expect(repairs[0].at > repairs[1].at).toBe(true);
    expect(open).toMatchObject([{ by: 'RENOVATION_OFFICE-2', projectId: PROJECT_ID, found: ['REOPENED'] }]);
  });

  it('keeps a repair that a crash has cut off, as one that has no end', async () => {
    desk.loseTheWait();
    const { proposal } = (await desk.propose('RENOVATION_OFFICE-1', ['REOPENED'])).body;
    const { ports } = desk.staged.system;
    const away = { ...ports.workflow, signal: () => Promise.reject(new Error('the machine is gone')) };
    const { year, seq } = proposal;
    const answer = await routeOf('decideRepair').over({ ...ports, workflow: away }, () => {})(
      eventOf(routeOf('decideRepair'), {
        by: accountOf('RENOVATION_OFFICE-2'),
        path: { id: PROJECT_ID },
        body: { decision: 'CONFIRM', proposal: { year, seq } },
      }),
      {},
    );
    expect(answer.statusCode).toBe(500);
    const [cutOff] = (await desk.listed('RENOVATION_OFFICE-1')).body.repairs;
    expect(cutOff).toMatchObject({ projectId: PROJECT_ID, found: ['REOPENED'] });
    expect(cutOff).not.toHaveProperty('ended');
  });

  it('has nothing of a look, of what was refused, nor of what the rounds repair by themselves', async () => {
    desk.loseTheWait();
    await desk.look('RENOVATION_OFFICE-1');
    await desk.propose('RENOVATION_OFFICE-1', ['STARTED']);
    await desk.staged.pass(16);
    expect(await desk.staged.waiting()).toEqual(['record-survey']);
    expect(await desk.repairEntries()).toEqual([]);
    expect((await desk.listed('OPERATOR-1')).body).toEqual({ repairs: [], open: [] });
  });

  it('reads a repair from before a second person was asked, as one that somebody confirmed alone', async () => {
    const { ledger, clock } = desk.staged.system.ports;
    const entry = sealEntry(ref, EMPTY_HEAD, {
      ...{ at: clock.now(), act: 'begin-repair', rulebook: 'repairs@1', calendar: '', findings: [] },
      actor: { role: 'RENOVATION_OFFICE', id: 'p-1', unit: 'RENOVATION_OFFICE' },
      payload: { projectId: PROJECT_ID, projectSeq: 1, found: ['STARTED'] },
    });
    await ledger.append(ref, entry, NO_CONSEQUENCES);
    const { repairs } = (await desk.listed('AUDIT-1')).body;
    expect(repairs).toMatchObject([{ by: 'p-1', found: ['STARTED'] }]);
    expect(repairs[0]).not.toHaveProperty('proposedBy');
    expect((await repairTogether()).body.sound).toBe(true);
  });

  it('is answered in the new year where it was proposed in the old one', async () => {
    await desk.staged.pass(60 * 24 * 304 + 14 * 60 + 50);
    desk.loseTheWait();
    const { proposal } = (await desk.propose('RENOVATION_OFFICE-1', ['REOPENED'])).body;
    expect(proposal).toMatchObject({ year: '2026', seq: 1 });
    await desk.staged.pass(10);
    expect((await desk.decide('RENOVATION_OFFICE-2', 'CONFIRM', proposal)).body.sound).toBe(true);
    expect((await desk.repairEntries('2027')).map(({ act }) => act)).toEqual(['begin-repair', 'end-repair']);
    expect(await desk.repairTasks('RENOVATION_OFFICE-3')).toEqual([]);
    const { repairs, open } = (await desk.listed('AUDIT-1')).body;
    expect([repairs.length, repairs[0].proposedBy, open]).toEqual([1, 'RENOVATION_OFFICE-1', []]);
  });

  it('is shown to those who watch the operation, and to nobody else', async () => {
    for (const person of ['STREET-1', 'FINANCE-1', 'PRINCIPAL_LEADER-1']) {
      expect((await desk.listed(person)).body.code).toBe('FORBIDDEN_ROLE');
    }
  });
});
