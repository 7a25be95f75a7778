// A neighbourhood on stage whose wait can be lost, and the routes of the repair by hand for any account: `RENOVATION_OFFICE-2`
// is the second person of the office.
import { REPAIR_ROUTES } from '../../../functions/dashboard/repair-project.ts';
import { listTasks } from '../../../functions/portal/list-tasks.ts';
import type { Route } from '../../../functions/runtime/route.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { type Asker, askRoute, personOf } from '../../support/http/ask-route.ts';
import { openStagedSystem } from '../../support/journey/staged-system.ts';

export type RepairDesk = Awaited<ReturnType<typeof openRepairDesk>>;

/** On Monday, 2 March 2026, 09:05: what has just begun is not looked at. */
export async function openRepairDesk() {
  const staged = await openStagedSystem();
  await staged.pass(5);
  const { ports, idle, stored } = staged.system;
  const call = async (name: string, person: string, body?: unknown, projectId = PROJECT_ID) => {
    const { status, body: answered } = await askRoute(ports, routeOf(name), {
      by: accountOf(person),
      path: { id: projectId },
      body,
    });
    await idle();
    return { status, body: answered };
  };
  return {
    staged,
    call,
    loseTheWait: () => stored.database.connection.exec('DELETE FROM waits'),
    look: (person: string, projectId?: string) => call('previewRepair', person, undefined, projectId),
    propose: (person: string, repairs: readonly string[]) => call('proposeRepair', person, { repairs }),
    decide: (person: string, decision: 'CONFIRM' | 'DECLINE', { year, seq }: { year: string; seq: number }) =>
      call('decideRepair', person, { decision, proposal: { year, seq } }),
    listed: (person: string) => call('listRepairs', person),
    repairTasks: async (person: string) => (await call('listTasks', person)).body.repairs,
    messages: async () =>
      (await ports.outbox.claim(100, ports.clock.now()))
        .filter(({ template }) => template === 'repair-proposed')
        .map(({ messageId, to, template, values }) => ({ messageId, to, template, values })),
    projectEntries: () => ports.ledger.read({ kind: 'PROJECT', id: PROJECT_ID }),
    repairEntries: (year = '2026') => ports.ledger.read({ kind: 'REPAIRS', id: year }),
    close: () => staged.close(),
  };
}

export function routeOf(name: string): Route {
  const found = [...REPAIR_ROUTES, listTasks].find((route) => route.name === name);
  if (found === undefined) throw new Error(`no route ${name}`);
  return found;
}

/** `person`: a role, a dash and a number; held in the unit that is called like the role. */
export const accountOf = (person: string): Asker => {
  const role = person.replace(/-\d+$/, '');
  return personOf(role, role, person);
};
