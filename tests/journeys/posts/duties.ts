// Duties that are to lie with two persons, and tasks that are handed over, where one person has several posts.
import { beforeEach, describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import type { Post } from '../../../domain/directory/post.ts';
import { projectIn, V4 } from '../../domain/projects/funding/step-four.ts';
import { putInLedger } from '../../functions/funding/project-in-ledger.ts';
import type { Somebody } from './somebody.ts';
import { FINANCE, PERSON, STREET } from './somebody.ts';

export function describeDutiesOfPosts(somebodyOf: () => Somebody): void {
  let somebody: Somebody;
  beforeEach(() => {
    somebody = somebodyOf();
  });

  describe('separation of duties', () => {
    it('goes by the person: who booked the money under one post reserves no subsidy under another', async () => {
      await somebody.give(STREET);
      await somebody.give(FINANCE);
      const account = {
        bank: '温州银行',
        lastDigits: '0018',
        numberHash: 'a'.repeat(64),
        openedOn: plainDateOf('2026-03-02'),
      };
      const project = projectIn('FUNDED', V4, '330302-2019-0002');
      await putInLedger(somebody.server.system.ports, { ...project, funding: { ...project.funding, account } });
      const act = (name: string, input: object, post: Post, seq: number) =>
        somebody.ask('POST', `/api/projects/${project.projectId}/acts/${name}`, post, input, {
          'if-match': `"${seq}"`,
        });

      const row = { channel: 'INDIVIDUAL', amount: '1775000', creditedOn: '2026-03-02', receipt: 'R-0001' };
      expect((await act('book-contributions', { rows: [row] }, STREET, 1)).said).toBe('200');
      const own = await act('reserve-subsidy', { budgetYear: '2026' }, FINANCE, 2);
      expect(own.said).toBe('403 FORBIDDEN_ROLE');
      expect(JSON.parse(own.text).detailEn).toContain('under another post neither');
      // Another person of the very same post is not held up by it.
      const other = await somebody.visitor.as(
        'finance',
        'POST',
        `/api/projects/${project.projectId}/acts/reserve-subsidy`,
        { budgetYear: '2026' },
        { 'if-match': '"2"' },
      );
      expect(other.body.code).not.toBe('FORBIDDEN_ROLE');
      // And what one person booked is taken back by another, whatever the post.
      const reverse = { receipt: 'R-0001', reason: '金额有误' };
      expect((await act('reverse-contribution', reverse, STREET, 2)).said).toBe('403 FORBIDDEN_ROLE');
    });
  });

  describe('tasks handed over', () => {
    it('go from post to post: to a colleague in this one, and onto the list of this one only', async () => {
      await somebody.give(STREET);
      await somebody.give(FINANCE, '2026-12-31');
      const neighbourhood = { name: '柑香里', code: '330302001001-31', community: '330302001001', street: '330302001' };
      const opened = await somebody.visitor.as('street-01', 'POST', '/api/projects', { neighbourhood });
      const task = { projectId: opened.body.projectId, act: 'record-survey', to: PERSON, until: '2026-03-12' };
      expect((await somebody.visitor.as('street-02', 'POST', '/api/tasks/delegations', task)).body.code).toBe(
        'FORBIDDEN_UNIT',
      );
      expect((await somebody.visitor.as('street-01', 'POST', '/api/tasks/delegations', task)).status).toBe(201);
      const sides = async (post: Post) => {
        const { tasks } = JSON.parse((await somebody.ask('GET', '/api/tasks', post)).text);
        return tasks
          .filter(({ projectId }: { projectId: string }) => projectId === task.projectId)
          .map(({ delegation }: { delegation?: { side: string } }) => delegation?.side);
      };
      expect([await sides(STREET), await sides(FINANCE)]).toEqual([['TO_ME'], []]);
      await somebody.takeAway(STREET);
      const { tasks } = (await somebody.visitor.as('street-01', 'GET', '/api/tasks')).body as {
        tasks: { delegation?: object }[];
      };
      expect(tasks.some(({ delegation }) => delegation !== undefined)).toBe(false);
    });
  });
}
