// Nobody gives themselves power, and nobody takes back alone what they have recorded.
import { expect, it } from 'vitest';
import * as z from 'zod';
import { Problem } from '../../functions/runtime/problems.ts';
import { anotherPerson } from '../../functions/runtime/two-persons.ts';
import { DEMO_PASSWORD } from '../../local/seed/district.ts';
import { runServer } from '../support/journey/running-server.ts';

it('lets an operator grant roles to others, and none to themselves', async () => {
  const server = await runServer('2026-03-02T09:00:00+08:00');
  const post = async (path: string, input: unknown, bearer?: string) => {
    const answer = await fetch(new URL(path, server.origin), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify(input),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const signed = await post('/oidc/demo-token', { account: 'operator', password: DEMO_PASSWORD });
  const { access_token: bearer } = z.object({ access_token: z.string() }).parse(signed.body);
  const grant = (personId: string) => post('/api/grants', { personId, role: 'FINANCE', unit: 'FINANCE' }, bearer);
  const own = await grant('operator');
  expect([own.status, Problem.parse(own.body).code]).toEqual([403, 'FORBIDDEN_ROLE']);
  expect((await grant('person-7')).status).toBe(201);
  expect(await server.system.ports.directory.find('person-7')).toMatchObject({ posts: [{ role: 'FINANCE' }] });
  await server.close();
});

it('has what one person recorded taken back by another', () => {
  const clerk = { role: 'STREET', id: 'person-1', unit: '330302001' } as const;
  expect(anotherPerson({ actor: clerk }, clerk)).toMatchObject({ ok: false, refusal: { code: 'FORBIDDEN_ROLE' } });
  expect(anotherPerson({ actor: clerk }, { ...clerk, id: 'person-2' }).ok).toBe(true);
  expect(anotherPerson(undefined, clerk).ok).toBe(true);
});
