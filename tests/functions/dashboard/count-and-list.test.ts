// The number of notices that are out and the list that its tile leads to hold the same projects, however both are narrowed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALL_STATES, NOTICE_OUT, STATES, titleOfChoice } from '../../../domain/projects/states.ts';
import { readClocks } from '../../../functions/dashboard/read-clocks.ts';
import { listProjects } from '../../../functions/portal/list-projects.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { look, NOW, projectIn, put, SONGTAI, WUMA } from './look.ts';

let fake: FakePorts;
beforeEach(async () => {
  fake = fakePorts({ now: NOW });
  const everyState = (from: number, street: string) =>
    ALL_STATES.map((state, index) => projectIn(state, from + index, { street }));
  await put(fake.ports, ...everyState(1, WUMA), ...everyState(101, SONGTAI));
});
afterEach(() => fake.close());

describe('notices that are out', () => {
  it.each([
    ['the whole district', {}, {}, 6],
    ['one street', { street: SONGTAI }, {}, 3],
    ['one year', { year: '2026' }, {}, 6],
    ['a year without any', { year: '2025' }, {}, 0],
    ['a street that sees its own', {}, { role: 'STREET', unit: WUMA }, 3],
  ] as const)('are as many as are listed: %s', async (_, query, asker, expected) => {
    const { figures } = await look(fake.ports, readClocks, { ...asker, query });
    const listed = await look(fake.ports, listProjects, { ...asker, query: { ...query, state: 'NOTICE_OUT' } });
    const states = listed.figures.projects.map(({ state }: { state: string }) => state);
    expect([figures.running, states.length]).toEqual([expected, expected]);
    expect(new Set(states)).toEqual(new Set(expected === 0 ? [] : NOTICE_OUT));
  });

  it('all stand in the step that is looked into for them', () => {
    expect(NOTICE_OUT.map((state) => STATES[state as keyof typeof STATES].step)).toEqual([3, 3, 3]);
    expect(titleOfChoice('NOTICE_OUT').zh).toContain('含中断');
  });
});
