// One installation in which a ledger of every kind is written, through its routes and acts. A new kind does not compile here
// before it has a story of its own.
import { LEDGER_KINDS, type LedgerKind } from '../../../domain/ledger.ts';
import { DASHBOARD_ROUTES } from '../../../functions/dashboard/routes.ts';
import { FUNDING_ROUTES } from '../../../functions/funding/routes.ts';
import { INTAKE_ROUTES } from '../../../functions/intake/routes.ts';
import { PORTAL_ROUTES } from '../../../functions/portal/routes.ts';
import { PROGRAMME_ROUTES } from '../../../functions/programme/routes.ts';
import { PROJECT_ID } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { type Asker, type Asking, askRoute, personOf } from '../../support/http/ask-route.ts';
import { RECOGNITION } from '../../support/papers/typed-contents.ts';
import type { FakePorts } from '../../support/ports/fake-ports.ts';
import { openPrintingCounter, type PrintingCounter } from '../typesetting/printing-counter.ts';

const ROUTES = [...PORTAL_ROUTES, ...FUNDING_ROUTES, ...PROGRAMME_ROUTES, ...DASHBOARD_ROUTES, ...INTAKE_ROUTES];

interface Desk extends PrintingCounter {
  /** Paper on file. */
  readonly paper: string;
  act(name: string, by: Asker, asking?: Omit<Asking, 'by'>): Promise<Record<string, unknown>>;
}

const FINANCE = personOf('FINANCE');
const OPERATOR = personOf('OPERATOR');
const OFFICE = personOf('RENOVATION_OFFICE');
const OFFICE_2 = personOf('RENOVATION_OFFICE', 'RENOVATION_OFFICE', 'office-2');
const STREET = personOf('STREET', '330302001', 'street-1');
const COMMUNITY = personOf('COMMUNITY', '330302001003', 'community-1');

/** The story stops at what was not done. */
function done({ status, body }: { readonly status: number; readonly body: Record<string, unknown> }) {
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}

const STORIES = {
  PROJECT: ({ stage }) => stage.playUntil('CONSULTING'),
  async BUDGET({ act, paper: document }) {
    await act('setBudget', FINANCE, { body: { year: '2026', amount: '10000000', document } });
    await act('adjustBudget', FINANCE, {
      body: { year: '2026', amount: '12000000', reason: '省级补助到位', document },
    });
  },
  CALENDAR: ({ act }) =>
    act('overrideDay', OPERATOR, { body: { date: '2026-03-07', kind: 'WORK', source: '区府办通知〔2026〕1号' } }),
  ROSTER: ({ stage }) => stage.roll('PLAN'),
  async GRANTS({ act }) {
    const give = (personId: string, post: object) => act('grantRole', OPERATOR, { body: { personId, ...post } });
    const street = { role: 'STREET', unit: '330302001' };
    const community = { role: 'COMMUNITY', unit: '330302001003' };
    for (const post of [street, community]) await give('p-17', post);
    await act('revokeRole', OPERATOR, { path: { id: 'p-17' }, body: street });
    await give('p-18', { ...street, until: '2026-12-31' });
    await act('revokeRole', OPERATOR, { path: { id: 'p-18' }, body: {} });
    await give('p-19', community);
  },
  async PROGRAMME({ act, paper: notice }) {
    const path = { year: '2026' };
    await act('openRound', OFFICE, { path, body: { closesOn: '2026-04-01', notice } });
    for (const month of ['2026-01', '2026-02']) await act('draftCircular', OFFICE, { path, body: { month } });
    const propose = (no: string) => act('proposeCircular', OFFICE, { path: { ...path, no } });
    const { seq: proposal } = await propose('1');
    await act('returnCircular', OFFICE_2, { path: { ...path, no: '1' }, body: { proposal, reason: '数字请再核' } });
    await propose('2');
  },
  async PAPERS({ ask, colleague }) {
    const issue = async (version: number) =>
      done(await ask('STREET', 'POST', 'papers', { kind: 'B1', version, contents: RECOGNITION })).sha256;
    const propose = async (sha256: unknown) =>
      done(await ask('STREET', 'POST', `papers/${sha256}/voiding`, { reason: '成员人数写错' })).voiding;
    const first = await issue(1);
    for (const decision of ['DECLINE', 'CONFIRM']) {
      const { proposal } = (await propose(first)) as { proposal: number };
      done(await colleague.ask('STREET', 'POST', `papers/${first}/voiding/decision`, { decision, proposal }));
    }
    await propose(await issue(2));
  },
  PRIVACY: ({ act }) =>
    act('exportPerson', STREET, { path: { id: PROJECT_ID }, body: { unit: '1-1-101', name: '某业主' } }),
  async DELEGATIONS({ act, stage }) {
    const task = { projectId: PROJECT_ID, act: 'tally-willingness' };
    const give = (until: string) => act('delegateTask', COMMUNITY, { body: { ...task, to: 'p-17', until } });
    await give('2026-03-02');
    stage.goTo('2026-03-04');
    await give('2026-03-06');
    await act('takeBackTask', COMMUNITY, { body: task });
    await act('delegateTask', COMMUNITY, { body: { ...task, to: 'p-19', until: '2026-03-06' } });
  },
  async REPAIRS({ act, stage }) {
    const path = { id: PROJECT_ID };
    stage.goTo('2026-03-05');
    const propose = async () => {
      const { repairs } = await act('previewRepair', OFFICE, { path });
      const { proposal } = await act('proposeRepair', OFFICE, { path, body: { repairs } });
      return proposal as { readonly year: string; readonly seq: number };
    };
    for (const decision of ['DECLINE', 'CONFIRM']) {
      const { year, seq } = await propose();
      await act('decideRepair', OFFICE_2, { path, body: { decision, proposal: { year, seq } } });
    }
    for (const { execution } of await stage.ports.workflow.listRunning(PROJECT_ID)) {
      await stage.ports.workflow.stop(execution, 'lost');
    }
    await propose();
  },
  async TELEPHONES({ act }) {
    const set = (by: Asker, seen: number, body: object) =>
      act('setTelephone', by, { headers: { 'if-match': `"${seen}"` }, body });
    const street = { role: 'STREET', unit: '330302001' };
    await set(STREET, 0, { ...street, number: '0577-0000 0101' });
    await set(OFFICE, 0, { role: 'RENOVATION_OFFICE', unit: 'RENOVATION_OFFICE', number: '0577-0000 0100' });
    await act('withdrawTelephone', STREET, { headers: { 'if-match': '"1"' }, body: street });
  },
} satisfies Record<LedgerKind, (desk: Desk) => Promise<unknown>>;

export async function writeEachLedger(world: FakePorts): Promise<void> {
  const counter = await openPrintingCounter(world);
  const desk: Desk = {
    ...counter,
    paper: await counter.stage.paper(),
    async act(name, by, asking = {}) {
      const route = ROUTES.find((each) => each.name === name);
      if (route === undefined) throw new Error(`no route ${name}`);
      return done(await askRoute(world.ports, route, { by, ...asking }));
    },
  };
  for (const kind of LEDGER_KINDS) await STORIES[kind](desk);
}
