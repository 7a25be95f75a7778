// Asks the routes of programme and dashboard by name.
import type { Actor } from '../../../domain/parties.ts';
import type { Ports } from '../../../domain/ports.ts';
import { DASHBOARD_ROUTES } from '../../../functions/dashboard/routes.ts';
import { PROGRAMME_ROUTES } from '../../../functions/programme/routes.ts';
import { askRoute } from '../../support/http/ask-route.ts';

const ROUTES = [...PROGRAMME_ROUTES, ...DASHBOARD_ROUTES];

export interface Asked {
  readonly by: Actor;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  /** Parsed JSON; undefined for a file. */
  readonly json: Record<string, unknown>;
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

export async function ask(ports: Ports, name: string, { by, path = {}, query = {}, body }: Asked): Promise<Answered> {
  const route = ROUTES.find((candidate) => candidate.name === name);
  if (route === undefined) throw new Error(`no route ${name}`);
  const person = { sub: by.id, role: by.role, unit: by.unit };
  const { status, body: json, bytes, headers } = await askRoute(ports, route, { by: person, path, query, body });
  return { status, json: json ?? {}, bytes, headers };
}
