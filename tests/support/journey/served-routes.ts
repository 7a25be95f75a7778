// What a running server serves, as its composition root puts it together, held against the description that it gives itself.

import type { PageRoute } from '../../../functions/portal/public/page-route.ts';
import { publicPages } from '../../../functions/portal/public/pages.ts';
import { takeObjection } from '../../../functions/publicity/take-objection.ts';
import type { Route } from '../../../functions/runtime/route.ts';
import { createIdentity } from '../../../local/identity/create-identity.ts';
import { routesOf } from '../../../local/routes.ts';
import type { TestServer } from './running-server.ts';

export interface Served {
  readonly routes: readonly Route[];
  readonly pages: readonly PageRoute[];
}

export async function servedRoutes({ system, accounts, origin, folder }: TestServer): Promise<Served> {
  const { directory } = system.ports;
  const { demoToken, invitePerson } = await createIdentity({
    origin,
    folder,
    directory,
    demoAccounts: accounts,
    now: () => 0,
  });
  return {
    routes: [...routesOf(system), invitePerson, ...(demoToken ? [demoToken] : [])],
    pages: publicPages({ rehearsal: true, takeObjection }),
  };
}

/** `POST /api/clock` and so on, as the server tells everybody at /api/openapi.json. */
export async function describedRoutes({ origin }: Pick<TestServer, 'origin'>): Promise<readonly string[]> {
  const answer = await fetch(new URL('/api/openapi.json', origin));
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}
