// Everything that the operator may read of the demo district, asked over HTTP route by route: projects stand there by their
// numbers, no neighbourhood is named, and nothing is in it that people wrote, decided on or filed. Run beside what everybody may
// read, over the same district: it takes longer to tell than to ask.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { DemoDistrict } from './demo-district.ts';
import { OperatorDesk } from './operator-desk.ts';

const shown = z.object({
  projectId: z.string(),
  neighbourhood: z.object({ name: z.string() }),
  step: z.int(),
  next: z.object({ act: z.string(), dueOn: z.string() }).optional(),
  allowedActs: z.tuple([]),
  suspended: z.strictObject({ from: z.string(), at: z.string() }).optional(),
});
const ledgerShown = z.object({
  unbroken: z.literal(true),
  entries: z.array(z.object({ seq: z.int(), hash: z.string().length(64), payload: z.strictObject({}) })).min(1),
});

export const describeOperatorAnswers = (district: () => DemoDistrict): void => {
  describe('what the operator may read', () => {
    let desk: OperatorDesk;
    beforeAll(async () => {
      desk = await OperatorDesk.over(district());
    });
    afterAll(() => desk.close());

    it('is searched for names, words and papers that are there', async () => {
      expect(desk.names.length).toBeGreaterThan(50);
      expect(desk.words.length).toBeGreaterThan(100);
      expect(desk.papers.length).toBeGreaterThan(100);
      const [name = '', word = '', paper = ''] = [desk.names[0], desk.words[0], desk.papers[0]];
      for (const said of [name, word, paper]) expect(() => desk.expectNoCaseIn(`x ${said}`, 'a page')).toThrow();
      // Whoever works on the cases is shown all three at addresses that the operator asks.
      const whole = await desk.wholeText();
      expect(desk.names.every((each) => whole.includes(each))).toBe(true);
      expect(desk.words.filter((each) => whole.includes(each)).length).toBeGreaterThan(50);
      expect(desk.papers.filter((each) => whole.includes(each)).length).toBeGreaterThan(50);
    });

    it('names no neighbourhood and holds no word of a case, at whatever address', async () => {
      for await (const address of desk.addresses()) await desk.look(address);
      // A route that nobody has thought of is asked as well, and answered for real.
      expect([...desk.answered].filter(([, times]) => times === 0)).toEqual([]);
    });

    it('tells where every project stands, what it waits for, and that its ledger is whole', async () => {
      for (const projectId of desk.projectIds) {
        const project = shown.parse(await desk.json(`/api/projects/${projectId}`));
        expect(project).toMatchObject({ projectId, neighbourhood: { name: projectId } });
        ledgerShown.parse(await desk.json(`/api/projects/${projectId}/ledger`));
      }
    });

    it('is found by number alone, not by what a name or a list of names begins with', async () => {
      const asked = encodeURIComponent(desk.names[0] ?? expect.fail('no name'));
      expect(await desk.json(`/api/dashboard/find?text=${asked}`)).toEqual({ projects: [] });
      expect(await desk.json(`/api/projects?text=${asked}`)).toEqual({ projects: [] });
      const [projectId] = desk.projectIds;
      expect(await desk.json(`/api/dashboard/find?text=${projectId}`)).toMatchObject({ projects: [{ projectId }] });
      expect(await desk.json(`/api/projects?text=${projectId}`)).toMatchObject({ projects: [{ projectId }] });
    });

    it('is kept apart, in a browser that both use, from what somebody else was shown there', async () => {
      const address = `/api/projects/${desk.projectIds[0]}`;
      const office = await desk.fetchAs('RENOVATION_OFFICE', address);
      const tag = office.headers.get('etag') ?? expect.fail('no tag');
      expect((await desk.fetchAs('RENOVATION_OFFICE', address, { 'if-none-match': tag })).status).toBe(304);
      expect((await desk.fetchAs('OPERATOR', address, { 'if-none-match': tag })).status).toBe(200);
    });

    it('is no paper, no scan, no budget and no colleague', async () => {
      const [projectId] = desk.projectIds;
      const closed = [
        ...[`papers`, `documents/${desk.papers[0]}`, 'forms/F1', 'filed-papers', 'evidence', 'public-address'].map(
          (part) => `/api/projects/${projectId}/${part}`,
        ),
        ...['/api/stacks', '/api/colleagues', '/api/delegations', '/api/budgets/2026', '/api/queue'],
        ...['/api/programme/2026', '/api/programme/2026/papers', '/api/programme/duties'],
      ];
      for (const address of closed) {
        expect([address, (await desk.fetchAs('OPERATOR', address)).status]).toEqual([address, 403]);
      }
    });
  });
};
