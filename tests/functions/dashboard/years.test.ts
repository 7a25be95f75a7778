// The third switch of the dashboard: one year of the district, of a street, of a street that looks at its own.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Project } from '../../../domain/projects/project.ts';
import { projectionOf } from '../../../domain/projects/projection.ts';
import { NO_PUBLICITY } from '../../../domain/projects/publicity/record.ts';
import { listReviews } from '../../../functions/dashboard/list-reviews.ts';
import { readAgeing } from '../../../functions/dashboard/read-ageing.ts';
import { readClocks } from '../../../functions/dashboard/read-clocks.ts';
import { readFunnel } from '../../../functions/dashboard/read-funnel.ts';
import { listAccounts, readMoneyRace } from '../../../functions/dashboard/read-money.ts';
import { readStreets } from '../../../functions/dashboard/read-streets.ts';
import { readStuck } from '../../../functions/dashboard/read-stuck.ts';
import { RECONCILIATION } from '../../../functions/dashboard/reconcile-projects.ts';
import { listProjects } from '../../../functions/portal/list-projects.ts';
import { readChoices } from '../../../functions/portal/read-choices.ts';
import { type Looking, NOW, openDashboard, projectIn, SONGTAI, WUMA } from './look.ts';

const { put, write, ask } = openDashboard();
const OF_2025 = { year: '2025' } as const;

/** Two of 2025 in two streets, one of 2026. */
const district = () =>
  put(
    projectIn('SURVEYED', 1, { year: '2025', days: 400 }),
    projectIn('VOTING', 2, { year: '2025', street: SONGTAI, days: 300 }),
    projectIn('SURVEYED', 3, { days: 2 }),
  );

describe('a year', () => {
  beforeEach(district);

  it('narrows the steps and what is due to the projects whose number is of it', async () => {
    const { figures } = await ask(readFunnel, { query: OF_2025 });
    expect(figures).toMatchObject({ open: 2, overdue: 2 });
    expect(figures.steps.map(({ open }: { open: number }) => open)).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 0]);
    const { due } = (await ask(readAgeing, { query: OF_2025 })).figures;
    expect(due.map(({ projectId }: { projectId: string }) => projectId)).toEqual([
      '330302-2025-0001',
      '330302-2025-0002',
    ]);
  });

  it('means the same as in the list of projects, to which every bar leads', async () => {
    const listed = async (query: Record<string, string>): Promise<number> =>
      (await ask(listProjects, { query: { ...OF_2025, ...query } })).figures.projects.length;
    const { open, steps, overdue } = (await ask(readFunnel, { query: OF_2025 })).figures;
    expect(await listed({})).toBe(open);
    expect(await listed({ due: 'overdue' })).toBe(overdue);
    for (const { step, open: here, overdue: late } of steps) {
      expect(await listed({ step: String(step) }), step).toBe(here);
      expect(await listed({ step: String(step), due: 'overdue' }), step).toBe(late);
    }
  });

  it('keeps every street in the chart, with its projects of the year', async () => {
    const { streets } = (await ask(readStreets, { query: { year: '2026' } })).figures;
    const open = ({ cells }: { cells: { open: number }[] }) => cells.reduce((sum, cell) => sum + cell.open, 0);
    expect(streets.map((each: { street: string; cells: { open: number }[] }) => [each.street, open(each)])).toEqual([
      [WUMA, 1],
      [SONGTAI, 0],
    ]);
  });

  it('goes together with a street', async () => {
    const { figures } = await ask(readFunnel, { query: { ...OF_2025, street: SONGTAI } });
    expect(figures).toMatchObject({ open: 1, overdue: 1 });
  });

  it('shows a street its own projects of it, whatever it asks for', async () => {
    const street = { role: 'STREET', unit: WUMA } as const;
    const own = await ask(readFunnel, { ...street, query: { ...OF_2025, street: SONGTAI } });
    expect(own.figures).toMatchObject({ open: 1 });
    const { due } = (await ask(readAgeing, { ...street, query: OF_2025 })).figures;
    expect(due).toMatchObject([{ projectId: '330302-2025-0001', street: WUMA }]);
    const { streets } = (await ask(readStreets, { ...street, query: OF_2025 })).figures;
    expect(streets.map((each: { street: string }) => each.street)).toEqual([WUMA]);
  });

  it('without projects has figures of nothing', async () => {
    expect((await ask(readFunnel, { query: { year: '2019' } })).figures).toMatchObject({ open: 0, overdue: 0 });
  });

  it.each(['25', '2025a', '-2025', '２０２５', 'year:2025'])('is refused where it is none: %s', async (year) => {
    expect((await ask(readFunnel, { query: { year } })).statusCode).toBe(422);
  });

  it('does not narrow the list of reviews, which is one of all years', async () => {
    expect((await ask(listReviews, { query: OF_2025 })).statusCode).toBe(422);
  });

  it('is left when a project moves on to its next step, as the other figures are', async () => {
    const before = projectIn('SURVEYED', 1, { year: '2025', days: 400 });
    const after: Project = { ...before, state: 'VOTING', since: NOW, head: { seq: 2, hash: 'b'.repeat(64) } };
    await write(projectionOf(before, after));
    const { figures } = await ask(readFunnel, { query: OF_2025 });
    expect(figures.steps.map(({ open }: { open: number }) => open)).toEqual([0, 0, 2, 0, 0, 0, 0, 0, 0]);
  });
});

describe('clocks and money of a year', () => {
  it('are those of its projects', async () => {
    const publicity = {
      ...NO_PUBLICITY,
      runsFrom: '2026-09-30',
      endsOn: '2026-10-13',
    } as unknown as Project['publicity'];
    const funding = {
      account: { bank: '农行', lastDigits: '0000', numberHash: 'c'.repeat(64), openedOn: '2026-10-01' },
      credited: '1.00',
      byChannel: {},
    } as unknown as Project['funding'];
    const consent = { plan: { funding: { residents: '100.00' } } } as unknown as Project['consent'];
    await put(
      projectIn('PUBLICITY_RUNNING', 1, { year: '2025', publicity }),
      projectIn('PUBLICITY_RUNNING', 2, { publicity }),
      projectIn('ACCOUNT_OPENED', 3, { year: '2025', consent, funding }),
      projectIn('ACCOUNT_OPENED', 4, { consent, funding }),
    );
    expect((await ask(readClocks, { query: OF_2025 })).figures).toMatchObject({
      running: 1,
      clocks: [{ projectId: '330302-2025-0001' }],
    });
    expect((await ask(readMoneyRace, { query: OF_2025 })).figures).toMatchObject({
      open: 1,
      nearest: [{ projectId: '330302-2025-0003' }],
    });
    const { accounts } = (await ask(listAccounts, { query: { ...OF_2025, funded: 'false' } })).figures;
    expect(accounts).toMatchObject([{ projectId: '330302-2025-0003' }]);
  });
});

describe('what is stuck', () => {
  const [OLD, OTHER, NEW] = ['330302-2025-0001', '330302-2025-0002', '330302-2026-0003'] as const;
  beforeEach(async () => {
    await district();
    const value = {
      at: NOW,
      checked: 3,
      stuck: [OLD, OTHER, NEW],
      repairs: [OLD, NEW].map((projectId) => ({ projectId, repair: 'STARTED' })),
    };
    await write([{ ...RECONCILIATION, value, watermark: { ledger: 'reconciliation', seq: 1 } }]);
  });
  const stuck = async (looking: Looking = {}) => (await ask(readStuck, looking)).figures.reconciliation;

  it('is told of the year and of the street', async () => {
    expect(await stuck()).toMatchObject({ checked: 3, stuck: [OLD, OTHER, NEW] });
    expect(await stuck({ query: OF_2025 })).toMatchObject({ stuck: [OLD, OTHER], repairs: [{ projectId: OLD }] });
    expect(await stuck({ query: { ...OF_2025, street: SONGTAI } })).toMatchObject({ stuck: [OTHER], repairs: [] });
  });

  it('tells a street of its own projects only', async () => {
    const street = { role: 'STREET', unit: WUMA } as const;
    expect(await stuck(street)).toMatchObject({ stuck: [OLD, NEW] });
    expect(await stuck({ ...street, query: { ...OF_2025, street: SONGTAI } })).toMatchObject({ stuck: [OLD] });
  });
});

describe('the choice', () => {
  beforeEach(district);

  it('is of the streets and years that have projects, the newest year first', async () => {
    expect((await ask(readChoices)).figures).toEqual({ streets: [WUMA, SONGTAI], years: ['2026', '2025'] });
  });

  it.each([
    ['STREET', SONGTAI],
    ['COMMUNITY', `${SONGTAI}001`],
    ['BODY', `${SONGTAI}001-01`],
  ] as const)('of a %s is of its own street', async (role, unit) => {
    expect((await ask(readChoices, { role, unit })).figures).toEqual({ streets: [SONGTAI], years: ['2025'] });
  });
});
