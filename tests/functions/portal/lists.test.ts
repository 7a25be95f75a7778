// Lists of the portal over their routes: projects by year and words, and the ledger of grants.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listProjects } from '../../../functions/portal/list-projects.ts';
import { GRANT_ROUTES } from '../../../functions/portal/maintain-grants.ts';
import { openNeighbourhood } from '../../../functions/portal/open-project.ts';
import type { Route } from '../../../functions/runtime/route.ts';
import { askRoute, personOf } from '../../support/http/ask-route.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';

let fake: FakePorts;
beforeEach(() => {
  fake = fakePorts();
});
afterEach(() => fake.close());

interface Asked {
  readonly role: string;
  readonly unit?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly id?: string;
}

async function ask(route: Route | undefined, { role, unit, id, ...asked }: Asked) {
  if (route === undefined) throw new Error('no such route');
  return askRoute(fake.ports, route, { by: personOf(role, unit), ...asked, ...(id !== undefined && { path: { id } }) });
}

const STREET = { role: 'STREET', id: 'clerk', unit: '330302001' } as const;

async function open(name: string, serial: string): Promise<void> {
  const neighbourhood = {
    name,
    code: `330302001001-${serial}`,
    community: '330302001001',
    street: '330302001',
  };
  const opened = await openNeighbourhood(fake.ports, STREET, neighbourhood, undefined);
  if (!opened.ok) throw new Error(opened.refusal.says.en);
}

const namesFor = async (query: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await ask(listProjects, { role: 'AUDIT', query })).body.projects.map(({ name }: { name: string }) => name);

describe('the list of projects', () => {
  beforeEach(async () => {
    await open('桂柑新村', '01');
    await open('锦春坊', '02');
  });

  it('is narrowed by a part of the name or of the number', async () => {
    expect(await namesFor({ text: '新村' })).toEqual(['桂柑新村']);
    expect(await namesFor({ text: '2026-0002' })).toEqual(['锦春坊']);
    expect(await namesFor({ text: '望江' })).toEqual([]);
  });

  it('is narrowed by the year of the number, never by digits somewhere in it', async () => {
    expect(await namesFor({ year: '2026' })).toEqual(['桂柑新村', '锦春坊']);
    expect(await namesFor({ year: '3303' })).toEqual([]);
  });
});

describe('the list of projects of those who have to do with one area', () => {
  const namesOf = async (role: string, unit: string): Promise<readonly string[]> =>
    (await ask(listProjects, { role, unit, query: { street: '330302001' } })).body.projects.map(
      ({ name }: { name: string }) => name,
    );
  beforeEach(async () => {
    await open('桂柑新村', '01');
    await open('锦春坊', '02');
  });

  it('shows a body its own neighbourhood, not the others of its community', async () => {
    expect(await namesOf('BODY', '330302001001-02')).toEqual(['锦春坊']);
    expect(await namesOf('BODY', '330302001001-03')).toEqual([]);
  });

  it('shows a community all of its own, and another one of the same street nothing', async () => {
    expect(await namesOf('COMMUNITY', '330302001001')).toEqual(['桂柑新村', '锦春坊']);
    expect(await namesOf('COMMUNITY', '330302001002')).toEqual([]);
  });
});

describe('the ledger of grants', () => {
  const [grant, revoke, list] = ['grantRole', 'revokeRole', 'listGrants'].map((name) =>
    GRANT_ROUTES.find((route) => route.name === name),
  );

  it('shows who was given what by whom, and what was taken away, the latest first', async () => {
    await ask(grant, { role: 'OPERATOR', body: { personId: 'p-7', role: 'FINANCE', unit: 'FINANCE' } });
    await ask(revoke, { role: 'OPERATOR', id: 'p-7' });
    const { body } = await ask(list, { role: 'OPERATOR' });
    expect(body.holders).toBe(0);
    expect(body.entries).toMatchObject([
      { seq: 2, act: 'revoke-role', personId: 'p-7', by: 'p-1' },
      { seq: 1, act: 'grant-post', personId: 'p-7', role: 'FINANCE', unit: 'FINANCE', by: 'p-1' },
    ]);
  });

  it('is open to the operator and to audit only', async () => {
    expect((await ask(list, { role: 'AUDIT' })).status).toBe(200);
    expect((await ask(list, { role: 'RENOVATION_OFFICE' })).status).toBe(403);
  });
});
