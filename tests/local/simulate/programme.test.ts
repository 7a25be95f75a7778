// The simulated programme: the same every time, nobody lost on the way, no desk faster than it is, and docs/scale.md is of it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPriceList } from '../../../local/cost/price-list.ts';
import { DESKS, SCOPES } from '../../../local/simulate/assumptions.ts';
import { readCountedProject } from '../../../local/simulate/counted-project.ts';
import { loadOf } from '../../../local/simulate/load.ts';
import { DAYS, runProgramme } from '../../../local/simulate/programme.ts';
import { QUOTAS } from '../../../local/simulate/quotas.ts';

const SCALE = new URL('../../../docs/scale.md', import.meta.url);
const district = runProgramme(SCOPES.district);
const load = loadOf(district, readCountedProject(), readPriceList(), 1);
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

describe('a simulated programme', () => {
  it('is the same whenever it is run', () => {
    expect(runProgramme(SCOPES.district)).toEqual(district);
  });

  it('brings every neighbourhood to the start of its course, and those of the first years to its end', () => {
    expect(Math.max(...district.open)).toBeLessThanOrEqual(SCOPES.district.neighbourhoods);
    expect(district.completed).toBeGreaterThanOrEqual(0.6 * SCOPES.district.neighbourhoods);
    expect(district.completed).toBeLessThanOrEqual(SCOPES.district.neighbourhoods);
  });

  it('lets nothing happen on the National Day, and no desk decide more than it can', () => {
    const nationalDay = Math.round((Date.UTC(2022, 9, 1) - Date.UTC(2021, 0, 1)) / 86_400_000);
    expect(district.acts[nationalDay]).toBe(0);
    expect(district.acts[nationalDay - 1]).toBeGreaterThan(0);
    for (const [desk, { decisions }] of district.desks) expect(decisions).toBeLessThan(DESKS[desk] * DAYS);
  });

  it('makes papers wait where desks are slow', () => {
    expect(district.desks.get('PRINCIPAL_LEADER')?.longest).toBeGreaterThan(0);
    expect(district.desks.get('PRINCIPAL_LEADER')?.most).toBeGreaterThan(1);
  });

  it('grows with its size, and its cost with it', () => {
    const two = runProgramme({ neighbourhoods: 410, households: 124_000, districts: 2 });
    expect(sum(two.acts) / sum(district.acts)).toBeCloseTo(2, 1);
    const cost = loadOf(two, readCountedProject(), readPriceList(), 2).cost;
    expect(cost.calls / load.cost.calls).toBeCloseTo(2, 1);
  });

  it('touches no limit of AWS in a district', () => {
    for (const [name, { limit }] of Object.entries(QUOTAS)) {
      expect([name, load.quotas[name as keyof typeof QUOTAS] < limit]).toEqual([name, true]);
    }
  });

  it('is what docs/scale.md tells, to a tenth: beyond that `npm run simulate` has to write it anew', () => {
    const page = readFileSync(SCALE, 'utf8');
    const told = (line: string) =>
      Number((page.split('\n').find((row) => row.startsWith(`| ${line} |`)) ?? '').split('|')[2]?.replace(/[$,]/g, ''));
    expect(sum(district.acts) / told('acts in five years 行为')).toBeCloseTo(1, 1);
    expect(load.quotas.openExecutions / told('open executions 同时执行')).toBeCloseTo(1, 1);
    expect(load.cost.project / told('calls, one project')).toBeCloseTo(1, 1);
  });
});
