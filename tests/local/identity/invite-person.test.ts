// Somebody who was given a post on a machine with an issuer of its own: invited by the operator, who is written down for it.
import { expect, it } from 'vitest';
import { OIDC_PATH } from '../../../local/identity/create-identity.ts';
import { runServer } from '../../support/journey/running-server.ts';
import { Visitor } from '../../support/journey/visitor.ts';
import { Browser } from './browser.ts';

it('sets a password by the link that the operator asks for, once there is a post', async () => {
  const server = await runServer('2026-03-02T09:00:00+08:00');
  const visitor = new Visitor(server.origin);
  const invite = (by = 'operator') => visitor.as(by, 'POST', '/api/invitations', { personId: 'clerk-7' });
  expect((await invite()).body.code).toBe('NOT_FOUND');
  await visitor.as('operator', 'POST', '/api/grants', { personId: 'clerk-7', role: 'FINANCE', unit: 'FINANCE' });
  expect((await invite('street-01')).body.code).toBe('FORBIDDEN_ROLE');
  const { status, body } = await invite();
  expect(status).toBe(201);
  expect(String(body.link)).toMatch(new RegExp(`^${server.origin}${OIDC_PATH}/invitation/`));

  const password = 'a long enough one';
  const browser = new Browser();
  expect((await browser.open(String(body.link), { password, again: password })).status).toBe(200);
  expect((await browser.open(String(body.link), { password, again: password })).status).toBe(404);
  const { entries } = (await visitor.as('audit', 'GET', '/api/grants')).body as { entries: object[] };
  expect(entries).toMatchObject([
    { act: 'invite-person', personId: 'clerk-7', by: 'operator' },
    { act: 'grant-post', personId: 'clerk-7', by: 'operator' },
  ]);
  expect(await server.system.ports.directory.find('clerk-7')).toMatchObject({ posts: [{ role: 'FINANCE' }] });
  await server.close();
});
