// Looking for the document number of a paper that was really issued: it leads to its project, a street only to its own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDateOf, startOfDay } from '../../../domain/calendar/plain-date.ts';
import { registerLedger, registerOfSeries } from '../../../domain/paper/issue-register.ts';
import type { Actor } from '../../../domain/parties.ts';
import { newProject } from '../../../domain/projects/project.ts';
import { projectionOf } from '../../../domain/projects/projection.ts';
import { issuePaper } from '../../../functions/typesetting/issue-paper.ts';
import { actor } from '../../domain/programme/neighbourhoods.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { ask } from '../programme/ask.ts';
import { house, making, sampleOf, typesetter } from '../typesetting/sample-papers.ts';

const PROJECT_ID = '330302-2026-0017';
const STREET = '330302001';
const OFFICE = actor('RENOVATION_OFFICE');

let fake: FakePorts;
beforeAll(async () => {
  const now = startOfDay(plainDateOf('2026-11-16'));
  fake = fakePorts({ now });
  const project = newProject({
    projectId: PROJECT_ID,
    neighbourhood: { name: '月季小区', code: `${STREET}001-01`, community: `${STREET}001`, street: STREET },
    pack: 'lucheng-2020-21',
    openedAt: now,
    head: { seq: 1, hash: 'a'.repeat(64) },
  });
  await fake.ports.views.write(projectionOf(undefined, project));
  const issued = await issuePaper(
    { ports: fake.ports, typesetter, house },
    {
      actor: { role: 'DRB', id: 'p-1', unit: 'DRB' },
      register: registerLedger(registerOfSeries('示发改审', making.date)),
      order: { kind: 'A2', contents: sampleOf('A2'), making },
      said: {},
      ...{ projectNo: PROJECT_ID, version: 1, abbreviation: '示发改审' },
    },
  );
  expect(issued).toMatchObject({ ok: true, value: { number: '示发改审〔2026〕1号' } });
});
afterAll(() => fake.close());

const find = async (text: string, by: Actor = OFFICE) =>
  (await ask(fake.ports, 'findProjects', { by, query: { text } })).json.projects;

describe('a document number', () => {
  it.each(['示发改审〔2026〕1号', '示发改审[2026]1号', '示发改审（2026）1', ' 示发改审【2026】第1号 '])(
    'typed as %s leads to the project of the paper',
    async (text) => {
      expect(await find(text)).toMatchObject([{ projectId: PROJECT_ID, name: '月季小区' }]);
    },
  );

  it.each(['示发改审〔2026〕2号', '示发改审〔2025〕1号', '示发改〔2026〕1号', '示发改审〔2026〕'])(
    'of a paper that was not issued, %s, leads nowhere',
    async (text) => {
      expect(await find(text)).toEqual([]);
    },
  );

  it.each([
    ['a community', actor('COMMUNITY', `${STREET}001`), actor('COMMUNITY', `${STREET}002`)],
    ['a body', actor('BODY', `${STREET}001-01`), actor('BODY', `${STREET}001-02`)],
  ])('leads %s to a project of its own only, as its name and its number do', async (_who, own, foreign) => {
    for (const text of ['示发改审〔2026〕1号', '月季', PROJECT_ID.slice(0, 13)]) {
      expect(await find(text, own)).toMatchObject([{ projectId: PROJECT_ID, name: '月季小区' }]);
      expect(await find(text, foreign)).toEqual([]);
    }
    expect(await find('荷花', own)).toEqual([]);
  });

  it('leads a street to a project of its own only', async () => {
    expect(await find('示发改审〔2026〕1号', actor('STREET', STREET))).toHaveLength(1);
    expect(await find('示发改审〔2026〕1号', actor('STREET', '330302002'))).toEqual([]);
  });
});
