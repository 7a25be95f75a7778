// Nobody in: every role, act and state as the table has it, with what must never be in it; a sample of it over HTTP, for
// the own and for a foreign street. Tokens of every wrong kind are tried beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, belongsTo, ROLES, type Role } from '../../domain/parties.ts';
import { ACT_NAMES, type ActName } from '../../domain/projects/act-names.ts';
import { ACTS } from '../../domain/projects/acts.ts';
import { allowedActs, permission } from '../../domain/projects/allowed-acts.ts';
import { DECIDED_BY_OTHERS } from '../../domain/projects/decided-by-others.ts';
import { nextEvent } from '../../domain/projects/next-event.ts';
import type { Project } from '../../domain/projects/project.ts';
import { ALL_STATES, isClosed, type State } from '../../domain/projects/states.ts';
import { permit } from '../../functions/runtime/perform-act.ts';
import { routesOf } from '../../local/routes.ts';
import { projectIn, V4 } from '../domain/projects/funding/step-four.ts';
import { putInLedger } from '../functions/funding/project-in-ledger.ts';
import { accessMatrix } from '../support/journey/access-matrix.ts';
import { runServer, type TestServer } from '../support/journey/running-server.ts';
import { openTokenMint } from '../support/journey/token-mint.ts';

const NEIGHBOURHOOD = { name: '月季小区', code: '330302001001-01', community: '330302001001', street: '330302001' };
const OWN: Partial<Record<Role, string>> = {
  STREET: NEIGHBOURHOOD.street,
  COMMUNITY: NEIGHBOURHOOD.community,
  BODY: NEIGHBOURHOOD.code,
  RESIDENT: NEIGHBOURHOOD.code,
};
const FOREIGN: Partial<Record<Role, string>> = {
  STREET: '330302002',
  COMMUNITY: '330302001002',
  BODY: '330302001001-02',
  RESIDENT: '330302001001-02',
};

const projectOf = (state: State, serial: number): Project => {
  const project = projectIn(state, V4, `330302-2026-${String(serial).padStart(4, '0')}`);
  const suspended = { from: 'SURVEYED', reason: '等待', at: project.openedAt } as const;
  return { ...project, neighbourhood: NEIGHBOURHOOD, ...(state === 'SUSPENDED' && { suspended }) };
};
const PROJECTS: ReadonlyMap<State, Project> = new Map(
  ALL_STATES.map((state, index) => [state, projectOf(state, index + 1)]),
);
const actorOf = (role: Role, units: Partial<Record<Role, string>>): Actor => ({
  role,
  id: `${role}-1`,
  unit: units[role] ?? role,
});

interface Combination {
  readonly state: State;
  readonly project: Project;
  readonly role: Role;
  readonly act: ActName;
}
const COMBINATIONS: readonly Combination[] = [...PROJECTS].flatMap(([state, project]) =>
  ROLES.flatMap((role) => ACT_NAMES.map((act) => ({ state, project, role, act }))),
);
const allowed = COMBINATIONS.filter(({ act, role, state }) => permission(act, role, state) === 'ALLOWED');

describe('the matrix', () => {
  it('stands in docs/access-matrix.md as it is in force', () => {
    const written = readFileSync(join(import.meta.dirname, '../../docs/access-matrix.md'), 'utf8');
    expect(written, 'write it anew: node tests/journeys/write-access-matrix.ts').toBe(accessMatrix());
  });

  it('is the same for the API and for the buttons', () => {
    for (const { role, act, state } of COMBINATIONS) {
      expect(allowedActs(role, state).includes(act), `${role} ${act} ${state}`).toBe(
        permission(act, role, state) === 'ALLOWED',
      );
    }
  });

  it('lets somebody from elsewhere do nothing, and tells them nothing of the state', () => {
    for (const { role, act, project, state } of COMBINATIONS) {
      const stranger = permit(act, actorOf(role, FOREIGN), project);
      const isElsewhere = !belongsTo(actorOf(role, FOREIGN), NEIGHBOURHOOD);
      const expected = isElsewhere ? 'FORBIDDEN_UNIT' : permission(act, role, state);
      expect(stranger.ok ? 'ALLOWED' : stranger.refusal.code, `${role} ${act} ${state}`).toBe(expected);
    }
    expect(ROLES.filter((role) => !belongsTo(actorOf(role, FOREIGN), NEIGHBOURHOOD))).toEqual([
      'STREET',
      'COMMUNITY',
      'BODY',
      'RESIDENT',
    ]);
  });

  it('lets audit and the operator change nothing', () => {
    expect(allowed.filter(({ role }) => role === 'AUDIT' || role === 'OPERATOR')).toEqual([]);
  });

  it('lets a resident only object, and the system only what time or the register of papers decides', () => {
    const actsOf = (role: Role) => [...new Set(allowed.filter((each) => each.role === role).map(({ act }) => act))];
    expect(actsOf('RESIDENT')).toEqual(['file-objection']);
    expect(actsOf('SYSTEM')).toEqual(['interrupt-publicity', 'close-publicity', 'end-warranty']);
    for (const own of actsOf('SYSTEM')) {
      expect(allowed.filter(({ act, role }) => act === own && role !== 'SYSTEM')).toEqual([]);
    }
  });

  it('lets nobody decide what they have filed', () => {
    const byPerson = Object.entries(DECIDED_BY_OTHERS).flatMap(([decided, filed]) =>
      filed.map((each): readonly [ActName, ActName] => [each, decided as ActName]),
    );
    const pairs: readonly (readonly [ActName, ActName])[] = [
      ...byPerson,
      ['request-change-order', 'decide-change-order'],
      ['file-objection', 'close-publicity'],
    ];
    expect(byPerson.length).toBeGreaterThan(10);
    const rolesOf = (act: ActName) => new Set(allowed.filter((each) => each.act === act).map(({ role }) => role));
    for (const [filed, decided] of pairs) {
      expect(
        [...rolesOf(filed)].filter((role) => rolesOf(decided).has(role)),
        `${filed} ${decided}`,
      ).toEqual([]);
      expect(rolesOf(decided).size, decided).toBeGreaterThan(0);
    }
  });

  it('allows nothing in a closed project, and in every open one the act whose turn it is to its owner', () => {
    expect(allowed.filter(({ state }) => isClosed(state))).toEqual([]);
    for (const [state, project] of PROJECTS) {
      const next = nextEvent(project);
      if (next) expect(permission(next.act, next.owner, state), `${state} ${next.act}`).toBe('ALLOWED');
      else expect(isClosed(state), state).toBe(true);
    }
  });

  it('has every act in some state, apart from the opening, and each with a clause', () => {
    const acts = new Set(allowed.map(({ act }) => act));
    expect(ACT_NAMES.filter((act) => !acts.has(act))).toEqual(['open-project']);
    for (const act of ACT_NAMES) expect(ACTS[act].clause, act).not.toBe('');
  });
});

describe('over HTTP', () => {
  let server: TestServer;
  /** Of everybody, from here and from elsewhere: `own STREET`, `foreign STREET`. */
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    server = await runServer('2026-03-09T09:00:00+08:00');
    const mint = await openTokenMint(server);
    for (const project of PROJECTS.values()) await putInLedger(server.system.ports, project);
    for (const role of ROLES) {
      tokens.set(`own ${role}`, await mint.right({ role, unit: OWN[role] ?? role }));
      tokens.set(`foreign ${role}`, await mint.right({ role, unit: FOREIGN[role] ?? role }));
    }
  });
  afterAll(() => server.close());

  async function codeOf(method: string, path: string, bearer?: string, input?: unknown): Promise<string> {
    const answer = await fetch(new URL(path, server.origin), {
      method,
      headers: {
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(method === 'POST' && { 'content-type': 'application/json', 'if-match': '1' }),
      },
      ...(method === 'POST' && { body: JSON.stringify(input ?? {}) }),
    });
    const text = await answer.text();
    return answer.ok ? 'OK' : `${answer.status} ${JSON.parse(text).code}`;
  }

  const REFUSALS = { FORBIDDEN_ROLE: '403 FORBIDDEN_ROLE', NOT_NOW: '409 NOT_NOW', ALLOWED: '422 MALFORMED' } as const;
  /** No act has such a field: who is let in is told so, and changes nothing. */
  const STRANGE = { 'no-such-field': true };

  it('answers as the matrix says, to the own street and to a foreign one', async () => {
    const wrong: string[] = [];
    // Each state, role and act is met many times; allowed ones are all tried.
    const sampled = COMBINATIONS.filter((_, index) => index % 97 === 0);
    for (const { role, act, project, state } of [...allowed, ...sampled]) {
      for (const whose of ['own', 'foreign'] as const) {
        const isElsewhere = whose === 'foreign' && FOREIGN[role] !== undefined;
        const expected =
          role === 'SYSTEM'
            ? '401 UNAUTHENTICATED'
            : isElsewhere
              ? '403 FORBIDDEN_UNIT'
              : REFUSALS[permission(act, role, state)];
        const path = `/api/projects/${project.projectId}/acts/${act}`;
        const got = await codeOf('POST', path, tokens.get(`${whose} ${role}`), STRANGE);
        if (got !== expected) wrong.push(`${whose} ${role} ${act} ${state}: ${got}, expected ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
    expect((await server.system.ports.ledger.list('PROJECT')).length).toBe(PROJECTS.size);
  });

  it('lets each role to the routes that are its own, and to no other', async () => {
    const wrong: string[] = [];
    const [pool] = PROJECTS.values();
    for (const { name, method, path, access } of routesOf(server.system)) {
      if (typeof access === 'string') continue;
      for (const role of ROLES.filter((each) => each !== 'SYSTEM')) {
        const at = path.replace('{id}', pool?.projectId ?? '').replaceAll(/\{\w+\}/g, 'x');
        const got = await codeOf(method, at, tokens.get(`own ${role}`), STRANGE);
        if ((got === '403 FORBIDDEN_ROLE') === access.includes(role)) wrong.push(`${name} ${role}: ${got}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('shows a project to nobody from elsewhere, by whatever route', async () => {
    const [pool] = PROJECTS.values();
    const reading = routesOf(server.system).filter(
      ({ method, path }) => method === 'GET' && path.startsWith('/api/projects/{id}'),
    );
    expect(reading.length).toBeGreaterThan(4);
    for (const role of ['STREET', 'COMMUNITY', 'BODY'] as const) {
      const bearer = tokens.get(`foreign ${role}`);
      for (const { name, path } of reading) {
        const at = path
          .replace('{id}', pool?.projectId ?? '')
          .replace('{docId}', 'a'.repeat(64))
          .replace('{kind}', 'roster');
        expect(await codeOf('GET', at, bearer), `${role} ${name}`).toMatch(/^(403|404|422) /);
      }
    }
  });
});
