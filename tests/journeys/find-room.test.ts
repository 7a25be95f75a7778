// Looking for a door: within one's own projects, by those who may see rooms, with the door in no address and no log.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEIGHBOURHOOD, runStreetServer, type StreetServer } from '../support/journey/street-server.ts';
import { roster, rowWith } from '../support/papers/spreadsheets.ts';

const DOOR = '3-2-0501';

let street: StreetServer;
beforeAll(async () => {
  street = await runStreetServer();
  const { visitor, projectId } = street;
  const { sha256 } = await visitor.upload('street-01', await roster([rowWith({}), rowWith({ 2: '0502' })]), 'r.xlsx');
  const imported = await visitor.as('street-01', 'POST', `/api/projects/${projectId}/rosters`, { sha256 });
  expect(imported.status).toBe(201);
});
afterAll(() => street.server.close());

const find = (account: string, door = DOOR) => street.visitor.as(account, 'POST', '/api/rooms/find', { door });

describe('a door', () => {
  it.each(['street-01', 'community-01', 'body-01-1'])('leads %s to the project that has it', async (account) => {
    const { status, body } = await find(account, '3幢2单元0501室');
    expect(status).toBe(200);
    expect(body.projects).toEqual([
      {
        projectId: street.projectId,
        name: NEIGHBOURHOOD.name,
        street: NEIGHBOURHOOD.street,
        step: 1,
        state: 'POOL',
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('张三');
  });

  it('is found whole or not at all', async () => {
    expect((await find('street-01', '3-2-0503')).body.projects).toEqual([]);
    expect((await find('street-01', '3-2')).body.projects).toEqual([]);
  });

  it('leads nobody of another street anywhere', async () => {
    expect((await find('street-02')).body.projects).toEqual([]);
  });

  it.each(['renovation-office', 'audit', 'operator', 'finance'])('is not looked for by %s', async (account) => {
    expect((await find(account)).body.code).toBe('FORBIDDEN_ROLE');
  });

  it('stands in no line of the log', () => {
    expect(JSON.stringify(street.server.logged)).not.toContain('0501');
  });
});
