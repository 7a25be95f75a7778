// The counter where papers are ordered: the routes of typesetting over a neighbourhood on stage, asked as the gateway asks them.
import { afterAll, onTestFinished, TestRunner } from 'vitest';
import type { Role } from '../../../domain/parties.ts';
import { typesettingRoutes } from '../../../functions/typesetting/routes.ts';
import { openStage, PROJECT_ID, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { askRoute, personOf } from '../../support/http/ask-route.ts';
import type { FakePorts } from '../../support/ports/fake-ports.ts';
import { house, typesetter } from './sample-papers.ts';

export interface CounterAnswer {
  readonly status: number;
  /** Parsed JSON; undefined for files. */
  readonly body: Record<string, unknown> & { readonly code?: string };
  readonly file: Uint8Array;
}

export interface PrintingCounter {
  readonly stage: Stage;
  ask(
    role: Role,
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    query?: Record<string, string>,
  ): Promise<CounterAnswer>;
  /** The same counter, asked by another person of each party. */
  readonly colleague: Pick<PrintingCounter, 'ask'>;
}

const UNITS: Partial<Record<Role, string>> = {
  STREET: '330302001',
  COMMUNITY: '330302001003',
  BODY: '330302001003-01',
};

/** Paths are of the project, without its number: `papers`, `packs/ballot`. `STREET` of another street: `OTHER_STREET`. */
export async function openPrintingCounter(world?: FakePorts): Promise<PrintingCounter> {
  const stage = await openStage(world);
  if (world === undefined) (TestRunner.getCurrentTest() === undefined ? afterAll : onTestFinished)(() => stage.close());
  const routes = typesettingRoutes({ typesetter, house });
  let asked = 0;
  const askAs =
    (person: number): PrintingCounter['ask'] =>
    async (role, method, path, body, query) => {
      const full = path.startsWith('/') ? path : `/api/projects/${PROJECT_ID}/${path}`;
      const found = routes
        .filter((route) => route.method === method)
        .toSorted((a, b) => (a.path < b.path ? -1 : 1))
        .map((route) => ({ route, parameters: match(route.path, full) }))
        .find(({ parameters }) => parameters !== undefined);
      if (found?.parameters === undefined) throw new Error(`no route ${method} ${full}`);
      asked += 1;
      const {
        status,
        body: answered,
        bytes,
      } = await askRoute(stage.ports, found.route, {
        by: personOf(role, UNITS[role], `${role.toLowerCase()}-${person}`),
        path: found.parameters,
        ...(query && { query }),
        body,
        headers: { 'content-type': 'application/json', 'idempotency-key': `request-${asked}` },
      });
      return { status, body: answered ?? {}, file: answered === undefined ? bytes : new Uint8Array() };
    };
  return { stage, ask: askAs(1), colleague: { ask: askAs(2) } };
}

function match(template: string, path: string): Record<string, string> | undefined {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const found = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
  return found === null ? undefined : Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? '']));
}
