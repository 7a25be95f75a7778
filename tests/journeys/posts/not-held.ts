// A post that the person does not hold, or not any more: it admits to nothing.
import { beforeEach, describe, expect, it } from 'vitest';
import { POST_HEADER, type Post, writePost } from '../../../domain/directory/post.ts';
import { openTokenMint } from '../../support/journey/token-mint.ts';
import type { Somebody } from './somebody.ts';
import { FINANCE, OTHER_STREET, REFUSED, STREET } from './somebody.ts';

export function describePostsNotHeld(somebodyOf: () => Somebody): void {
  let somebody: Somebody;
  beforeEach(() => {
    somebody = somebodyOf();
  });

  describe('a post that is not held', () => {
    const strange = [
      ['another street', writePost(OTHER_STREET)],
      ['another role', 'AUDIT/AUDIT'],
      ['the system itself', 'SYSTEM/SYSTEM'],
      ['no post at all', 'x'],
      ['nothing', ''],
      ['two at once', 'STREET/330302001,FINANCE/FINANCE'],
      ['broken writing', 'STREET/%E0%A4%A'],
    ] as const;

    it.each(strange)('admits to nothing: %s', async (_, said) => {
      await somebody.give(STREET);
      await somebody.give(FINANCE);
      const before = (await somebody.server.system.ports.ledger.list('PROJECT')).length;
      const body = {
        neighbourhood: { name: '村', code: '330302001001-09', community: '330302001001', street: '330302001' },
      };
      for (const [method, path, input] of [
        ['GET', '/api/tasks'],
        ['GET', '/api/projects/export'],
        ['GET', '/api/stream'],
        ['POST', '/api/projects', body],
        ['POST', '/api/projects/330302-2026-0001/acts/record-survey', {}],
      ] as const) {
        expect([path, (await somebody.ask(method, path, said, input, { 'if-match': '1' })).said]).toEqual([
          path,
          REFUSED.NOT_YOURS,
        ]);
      }
      expect((await somebody.server.system.ports.ledger.list('PROJECT')).length).toBe(before);
    });

    it('is none that a token of an issuer with roles does not name', async () => {
      await somebody.give(FINANCE);
      const named = await (await openTokenMint(somebody.server)).right({ ...STREET });
      const under = async (post: Post) => {
        const heard = await somebody.visitor.ask('GET', '/api/tasks', {
          bearer: named,
          headers: { [POST_HEADER]: writePost(post) },
        });
        return heard.status;
      };
      expect([await under(STREET), await under(FINANCE)]).toEqual([200, 403]);
    });

    it('is one that was taken away between two requests', async () => {
      await somebody.give(STREET);
      await somebody.give(FINANCE);
      expect((await somebody.ask('GET', '/api/tasks', STREET)).said).toBe('200');
      expect((await somebody.takeAway(STREET)).status).toBe(200);
      expect((await somebody.ask('GET', '/api/tasks', STREET)).said).toBe(REFUSED.NOT_YOURS);
      expect((await somebody.ask('GET', '/api/tasks', FINANCE)).said).toBe('200');
      expect((await somebody.ask('GET', '/api/tasks')).said, 'one is left').toBe('200');
      await somebody.takeAway(FINANCE);
      expect((await somebody.ask('GET', '/api/tasks', FINANCE)).said).toBe('401 UNAUTHENTICATED');
      expect((await somebody.ask('GET', '/api/me')).said).toBe('401 UNAUTHENTICATED');
    });

    it('is one whose last day is over in Wenzhou', async () => {
      await somebody.give(STREET);
      await somebody.give(FINANCE, '2026-03-06');
      await somebody.goTo('2026-03-06T23:59:59+08:00');
      expect((await somebody.ask('GET', '/api/tasks', FINANCE)).said).toBe('200');
      expect((await somebody.ask('GET', '/api/tasks')).said).toBe(REFUSED.CHOOSE);
      await somebody.goTo('2026-03-07T00:00:00+08:00');
      expect((await somebody.ask('GET', '/api/tasks', FINANCE)).said).toBe(REFUSED.NOT_YOURS);
      expect((await somebody.ask('GET', '/api/tasks')).said).toBe('200');
      expect((await somebody.give(FINANCE, '2026-03-06')).body).toMatchObject({
        code: 'MALFORMED',
        fields: [{ path: '/until' }],
      });
      expect((await somebody.give(FINANCE, '2026-03-07')).status).toBe(201);
      expect((await somebody.ask('GET', '/api/tasks', FINANCE)).said).toBe('200');
    });
  });
}
