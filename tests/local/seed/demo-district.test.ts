// The demo district: as large and as varied as said, the same every time, and no number in it without the entries behind it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decimalOf, roundToFen, sum } from '../../../domain/money/money.ts';
import { AUDIT_CODES } from '../../../domain/programme/audit/audit-findings.ts';
import { FIGURE_CODES } from '../../../domain/programme/programme-figures.ts';
import { type Project, stepOf } from '../../../domain/projects/project.ts';
import { findProgress } from '../../../functions/portal/public/progress/read-progress.ts';
import { replayDecisions } from '../../../functions/portal/replay-decisions.ts';
import { readRegister } from '../../../functions/programme/read-register.ts';
import { acts } from '../../../local/acts.ts';
import { PUBLISHED_SIZES } from '../../../local/seed/neighbourhoods.ts';
import { actor } from '../../domain/programme/neighbourhoods.ts';
import { type DemoDistrict, demoDistrict, TODAY } from './demo-district.ts';
import { type Figure, FiguresOf, type Ref } from './figures-of-district.ts';
import { type Circular, numbersIn } from './words-of-circular.ts';

let district: DemoDistrict;
let again: DemoDistrict;
let figures: FiguresOf;
let projects: readonly Project[];
beforeAll(async () => {
  [district, again] = [await demoDistrict(), await demoDistrict()];
  figures = new FiguresOf(district);
  projects = await readRegister(district.ports);
});
afterAll(() => {
  district.close();
  again.close();
});

/** Of the others several may share an entry, or one is computed from several. */
const isCount = (code: string) => !['households', 'stay', 'dutiesOwed'].includes(code);

describe('the demo district', () => {
  it('has 64 neighbourhoods in 14 streets, over all nine steps and at least six years', () => {
    expect(projects).toHaveLength(64);
    expect(new Set(projects.map(({ neighbourhood }) => neighbourhood.street)).size).toBe(14);
    expect([...new Set(projects.map(stepOf))].toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(projects.map(({ openedAt }) => openedAt.slice(0, 4))).size).toBeGreaterThanOrEqual(6);
  });

  it('is made from published sizes', () => {
    const published = PUBLISHED_SIZES.map(({ area }) => area);
    const areas = projects.flatMap(({ consent }) => consent.plan?.titleArea ?? []);
    expect(areas.length).toBeGreaterThan(40);
    expect(areas.filter((area) => !published.includes(area))).toEqual([]);
  });

  it('is the same to the last hash when it is made again', () => {
    const heads = (of: DemoDistrict) => [...of.ledgers].map(([id, entries]) => [id, entries.at(-1)?.hash]);
    expect(heads(again)).toEqual(heads(district));
    expect(district.ledgers.size).toBeGreaterThan(130);
  });

  it('decides the same when every decision is computed again', async () => {
    for (const { projectId } of projects.filter((_, index) => index % 8 === 0)) {
      const { differences } = await replayDecisions(district.ports, acts, projectId);
      expect(differences).toEqual([]);
    }
  });

  it('keeps what people wrote out of ledgers and read models', () => {
    const rows = district.database.prepare('SELECT value FROM view_rows').all();
    const text = JSON.stringify([[...district.ledgers.values()], rows]);
    expect(text).toContain('register-petition');
    expect(text).not.toContain('来信人');
  });

  it('has something for an auditor to find, and a round with places of every kind', async () => {
    const { findings } = await figures.read<{ findings: { code: string; hits: number }[] }>('listAuditFindings', {
      by: actor('AUDIT'),
    });
    expect(findings.map(({ code }) => code)).toEqual(AUDIT_CODES);
    const found = findings.filter(({ hits }) => hits > 0).map(({ code }) => code);
    expect(found).toEqual(AUDIT_CODES.filter((code) => code !== 'QUEUE_JUMPED'));
    const round = await figures.read<{ members: { as: string }[]; waiting: object[] }>('readRound', {
      path: { year: '2026' },
    });
    expect(new Set(round.members.map(({ as }) => as))).toEqual(new Set(['APPLIED', 'CARRIED_IN']));
    expect(round.waiting.length).toBeGreaterThan(5);
  });

  it('tells residents how far the works are', async () => {
    const built = projects.find(({ programme }) => programme.progress) ?? expect.fail('nothing was told');
    expect(await findProgress(district.ports, built.projectId)).toMatchObject({
      ok: true,
      value: { works: built.programme.progress },
    });
  });
});

describe('every figure of the programme', () => {
  it('opens the entries it was computed from, as many as it counts', async () => {
    for (const code of FIGURE_CODES) {
      const { value, entries } = await figures.figure(code);
      figures.opened({ value, entries });
      if (typeof value === 'number' && isCount(code)) expect([code, entries.length]).toEqual([code, value]);
      if (Number(value) !== 0) expect([code, entries.length > 0]).toEqual([code, true]);
    }
  });

  it('of duties counts what the list of all that is owed names', async () => {
    const { owed } = await figures.read<{ owed: { entry: Ref }[] }>('listOwed', { query: { kind: 'DUTY' } });
    const { value, entries } = await figures.figure('dutiesOwed');
    expect(owed).toHaveLength(Number(value));
    expect(new Set(owed.map(({ entry }) => JSON.stringify(entry)))).toEqual(
      new Set(entries.map((ref) => JSON.stringify(ref))),
    );
  });

  it('of a street opens entries of that street alone', async () => {
    const street = '330302003';
    const own = new Set(
      projects.filter(({ neighbourhood }) => neighbourhood.street === street).map(({ projectId }) => projectId),
    );
    for (const code of FIGURE_CODES) {
      const { entries } = await figures.figure(code, street);
      expect(entries.filter(({ projectId }) => !own.has(projectId ?? ''))).toEqual([]);
    }
  });

  it('of money and households is the sum of what its entries say, to the fen', async () => {
    const total = async (code: string, amountOf: (payload: never) => string | number) => {
      const { value, entries } = await figures.figure(code);
      const amounts = figures.opened({ value, entries }).map(({ payload }) => decimalOf(amountOf(payload as never)));
      expect([code, Number(value)]).toEqual([code, sum(amounts).toNumber()]);
      expect(Number(value)).toBeGreaterThan(0);
    };
    type Plan = { input: { titleArea: string }; result: { funding: { total: string } } };
    await total('area', ({ input }: Plan) => input.titleArea);
    await total('planned', ({ result }: Plan) => result.funding.total);
    await total('reserved', ({ result }: { result: { amount: string } }) => result.amount);
    type Paid = { input: { amount: string } };
    await total('paid', ({ input }: Paid) => input.amount);
    await total('specialLines', ({ input }: Paid) => input.amount);
    type Booked = { input: { rows: { amount: string }[] } };
    await total('credited', ({ input }: Booked) => sum(input.rows.map(({ amount }) => decimalOf(amount))).toFixed(2));
    type Tally = { result: { households: { total: number } } };
    await total('households', ({ result }: Tally) => result.households.total);
  });
});

describe('every figure of the dashboard', () => {
  it('is a figure that opens its entries', async () => {
    const shown = await figures.shownOnDashboard();
    expect(Object.keys(shown)).toHaveLength(7 + 27);
    for (const [code, value] of Object.entries(shown))
      expect([code, (await figures.figure(code)).value]).toEqual([code, value]);
    type Cells = { streets: { street: string; cells: { step: number; open: number }[] }[] };
    for (const { street, cells } of (await figures.read<Cells>('readStreets')).streets) {
      for (const { step, open } of cells) expect((await figures.figure(`step${step}`, street)).value).toBe(open);
    }
  });

  it('of the budget opens the entries of the budget', async () => {
    const shown = await figures.read<{ budget: { amount: string; reserved: string; left: string; byMonth: string[] } }>(
      'readBudgetYear',
    );
    type Budget = Record<'amount' | 'reserved' | 'left', Figure> & { byMonth: Figure[] };
    const budget = await figures.read<{ figures: Budget }>('readBudgetFigures', { path: { year: '2026' } });
    const { amount, reserved, left, byMonth } = budget.figures;
    expect([amount.value, reserved.value, left.value]).toEqual([
      shown.budget.amount,
      shown.budget.reserved,
      shown.budget.left,
    ]);
    expect(byMonth.map(({ value }) => value)).toEqual(shown.budget.byMonth);
    const amounts = (of: Figure) => figures.opened(of).map(({ payload }) => decimalOf(String(payload.amount)));
    expect(sum(amounts(reserved)).toFixed(2)).toBe(reserved.value);
    expect(amounts(amount).map(String)).toEqual([decimalOf(amount.value).toString()]);
    for (const month of byMonth) expect(sum(amounts(month)).toFixed(2)).toBe(month.value);
    expect(figures.opened(left).length).toBe(figures.opened(reserved).length + 1);
    expect(Number(reserved.value)).toBeGreaterThan(0);
  });
});

describe('every figure of a circular', () => {
  it('opens its entries, and nothing in its words is not a figure', async () => {
    const { circulars } = await figures.read<{ circulars: { no: number }[] }>('readProgramme', {
      path: { year: '2026' },
    });
    expect(circulars.length).toBeGreaterThanOrEqual(2);
    for (const { no } of circulars) {
      const { circular, figures: said } = await figures.read<Circular>('readCircular', {
        path: { year: '2026', no: String(no) },
      });
      const all = [said.district, said.news, ...said.streets.map(({ figures: of }) => of)];
      for (const [code, of] of all.flatMap(Object.entries) as [string, Figure][]) {
        figures.opened(of);
        if (typeof of.value === 'number' && isCount(code)) expect([code, of.entries.length]).toEqual([code, of.value]);
      }
      for (const { overdueDays, entries } of said.stuck) {
        expect(overdueDays).toBeGreaterThan(0);
        expect(figures.opened({ value: overdueDays, entries })).toHaveLength(1);
      }
      for (const code of ['projects', 'funded', 'started', 'overdue', 'handedOver']) {
        const parts = said.streets.map(({ figures: of }) => Number(of[code]?.value));
        expect(parts.reduce((total, value) => total + value, 0)).toBe(said.district[code]?.value);
      }
      const { numbers, strange } = numbersIn({ circular, figures: said });
      expect(numbers.length).toBeGreaterThan(10);
      expect(strange).toEqual([]);
    }
  });
});

describe('every figure of the assessment', () => {
  it('opens its entries, and its points follow from them', async () => {
    interface Assessment {
      readonly streets: {
        projects: number;
        score: string;
        results: { part: Figure; whole: Figure; points?: { got: string; of: number } }[];
      }[];
      readonly criteria: { seq: number };
    }
    const { streets, criteria } = await figures.read<Assessment>('readAssessment', {
      path: { year: TODAY.slice(0, 4) },
    });
    expect(figures.entryOf({ programmeYear: '2026', seq: criteria.seq })?.act).toBe('set-criteria');
    expect(streets).toHaveLength(14);
    for (const { results, score } of streets) {
      for (const { part, whole, points } of results) {
        expect([figures.opened(part).length, figures.opened(whole).length]).toEqual([part.value, whole.value]);
        const counted = new Set(whole.entries.map((ref) => JSON.stringify(ref)));
        expect(part.entries.filter((ref) => !counted.has(JSON.stringify(ref)))).toEqual([]);
        if (points === undefined) expect(whole.value).toBe(0);
        else {
          const got = decimalOf(points.of).times(part.value).div(whole.value);
          expect(points.got).toBe(roundToFen(got).toFixed(2));
        }
      }
      const pointed = results.flatMap(({ points }) => points ?? []);
      const of = pointed.reduce((total, { of: most }) => total + most, 0);
      const got = sum(pointed.map(({ got: points }) => decimalOf(points)));
      expect(score).toBe(roundToFen(got.times(100).div(of)).toFixed(2));
    }
  });
});
