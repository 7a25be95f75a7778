// What a page is narrowed to goes along to the API and to lists, by the address alone.
import { describe, expect, it } from 'vitest';
import { scopeQuery } from '../../../functions/dashboard/scope.ts';
import { projectFilters } from '../../../functions/portal/filter-projects.ts';
import { chosen, narrowed, narrowingOf } from '../../../web/navigation/narrowing.ts';

const query = new URLSearchParams('lang=en&street=330302002&year=2025');

describe('a narrowed page', () => {
  it('is narrowed by its address', () => {
    expect(narrowingOf(query)).toEqual({ street: '330302002', year: '2025' });
    expect(narrowingOf(new URLSearchParams('year='))).toEqual({});
  });

  it('leads to what is narrowed alike', () => {
    expect(narrowed('/projects', narrowingOf(query), { due: 'today' })).toBe(
      '/projects?street=330302002&year=2025&due=today',
    );
    expect(narrowed('/projects', {})).toBe('/projects');
  });

  it('asks by names that the list of projects and the figures know', () => {
    const asked = Object.fromEntries(new URLSearchParams(narrowed('', narrowingOf(query)).slice(1)));
    expect(projectFilters.parse(asked)).toEqual(asked);
    expect(scopeQuery.parse(asked)).toEqual(asked);
  });

  it('keeps what else its address says when another year is chosen, or all of them', () => {
    expect(String(chosen(query, 'year', '2024'))).toBe('lang=en&street=330302002&year=2024');
    expect(String(chosen(query, 'year', ''))).toBe('lang=en&street=330302002');
    expect(String(query)).toContain('year=2025');
  });
});
