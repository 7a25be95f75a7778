// One installation in which any act of any ledger can be asked for, and asked for again with its answer thrown away.
import { expect } from 'vitest';
import { LEDGER_KINDS } from '../../../../domain/ledger.ts';
import type { Ports } from '../../../../domain/ports.ts';
import { DASHBOARD_ROUTES } from '../../../../functions/dashboard/routes.ts';
import { FUNDING_ROUTES } from '../../../../functions/funding/routes.ts';
import { INTAKE_ROUTES } from '../../../../functions/intake/routes.ts';
import { SCAN_ROUTES } from '../../../../functions/intake/scan/routes.ts';
import { performProjectAct } from '../../../../functions/portal/perform-project-act.ts';
import { PORTAL_ROUTES } from '../../../../functions/portal/routes.ts';
import { PROGRAMME_ROUTES } from '../../../../functions/programme/routes.ts';
import { PUBLICITY_ROUTES } from '../../../../functions/publicity/routes.ts';
import { typesettingRoutes } from '../../../../functions/typesetting/routes.ts';
import { acts } from '../../../../local/acts.ts';
import { invitePersonRoute } from '../../../../local/identity/invite-person.ts';
import { type Asker, type Asking, askRoute, personOf } from '../../../support/http/ask-route.ts';
import type { FakePorts } from '../../../support/ports/fake-ports.ts';
import { openPrintingCounter, type PrintingCounter } from '../../typesetting/printing-counter.ts';
import { house, typesetter } from '../../typesetting/sample-papers.ts';

const ROUTES = [
  ...[...PORTAL_ROUTES, ...FUNDING_ROUTES, ...PROGRAMME_ROUTES, ...DASHBOARD_ROUTES, ...INTAKE_ROUTES, ...SCAN_ROUTES],
  ...[...PUBLICITY_ROUTES, ...typesettingRoutes({ typesetter, house }), performProjectAct(acts)],
  invitePersonRoute((account) => Promise.resolve(`https://jiugai.example/invitation/${account}`)),
];

export const FINANCE = personOf('FINANCE');
export const OPERATOR = personOf('OPERATOR');
export const OFFICE = personOf('RENOVATION_OFFICE', 'RENOVATION_OFFICE', 'renovation_office-1');
export const OFFICE_2 = personOf('RENOVATION_OFFICE', 'RENOVATION_OFFICE', 'renovation_office-2');
export const STREET = personOf('STREET', '330302001', 'street-1');
export const STREET_2 = personOf('STREET', '330302001', 'street-2');
export const BODY = personOf('BODY', '330302001003-01', 'body-1');

export interface Office extends PrintingCounter {
  /** SHA-256 of a paper on file. */
  readonly paper: string;
  readonly ports: Ports;
  /** Without a key, for what has to be there first. */
  act(name: string, by: Asker | undefined, asking?: Omit<Asking, 'by'>): Promise<Record<string, unknown>>;
}

export async function openOffice(world: FakePorts): Promise<Office> {
  const counter = await openPrintingCounter(world);
  return {
    ...counter,
    paper: await counter.stage.paper(),
    ports: world.ports,
    async act(name, by, asking = {}) {
      const { status, body } = await askRoute(world.ports, routeOf(name), { ...(by && { by }), ...asking });
      if (status >= 300) throw new Error(`${name}: ${JSON.stringify(body)}`);
      return body;
    },
  };
}

const routeOf = (name: string) => ROUTES.find((route) => route.name === name) ?? expect.fail(`no route ${name}`);

/** One act: who asks what, and what the same key must not be good for afterwards. */
export interface Act extends Asking {
  readonly other: Omit<Asking, 'by'>;
  /** Entries that it writes; one unless told. */
  readonly entries?: number;
}

/** What has to be there first, and what is asked then. */
export type Story = (office: Office) => Act | Promise<Act>;

const MISMATCH = { status: 422, body: { code: 'IDEMPOTENCY_MISMATCH' } };

/** The same request by two processes at once, then again without the answers, then its key for something else. */
export async function askAgainAndAgain(world: FakePorts, name: string, { other, by, entries = 1, ...asking }: Act) {
  const route = routeOf(name);
  const send = (ports: Ports, more: Omit<Asking, 'by'> = {}) =>
    askRoute(ports, route, {
      ...(by && { by }),
      ...asking,
      ...more,
      headers: { 'content-type': 'application/json', ...asking.headers, 'idempotency-key': 'once', ...more.headers },
    });
  /** The server has died before it wrote down what it had answered. */
  const forget = () =>
    world.database.write(() => world.database.prepare("DELETE FROM view_rows WHERE view_name = 'answers'").run());
  const before = await countEntries(world.ports);
  const answers: Awaited<ReturnType<typeof send>>[] = [];
  // Another process, which knows nothing of what is under way in this one, is faster by a moment.
  const elsewhere = { ...world.ports, views: Object.create(world.ports.views) };
  const isSlower = fasterTwin(world.ports, async () => {
    answers.push(await send(elsewhere));
    forget();
  });
  answers.push(await send(isSlower));
  forget();
  answers.push(await send(world.ports));
  const [first, ...others] = answers.map(({ status, body }) => ({ status, body: { ...body, replayed: false } }));
  expect(first?.status, JSON.stringify(first)).toBeLessThan(300);
  expect(others).toEqual([first, first]);
  expect((await countEntries(world.ports)) - before).toBe(entries);
  expect(await send(world.ports, other)).toMatchObject(MISMATCH);
  forget();
  expect(await send(world.ports, other)).toMatchObject(MISMATCH);
  expect((await countEntries(world.ports)) - before).toBe(entries);
}

/** Lets `twin` happen right before the first entry is written: what was read before is out of date then. */
function fasterTwin(ports: Ports, twin: () => Promise<void>): Ports {
  let isFirst = true;
  const ledger: Ports['ledger'] = Object.create(ports.ledger);
  ledger.append = async (ref, entry, consequences) => {
    if (isFirst) {
      isFirst = false;
      await twin();
    }
    return ports.ledger.append(ref, entry, consequences);
  };
  return { ...ports, ledger };
}

/** Of all ledgers of all kinds. */
async function countEntries({ ledger }: Ports): Promise<number> {
  let count = 0;
  for (const kind of LEDGER_KINDS) {
    for (const id of await ledger.list(kind, { limit: 100 })) count += (await ledger.read({ kind, id })).length;
  }
  return count;
}
