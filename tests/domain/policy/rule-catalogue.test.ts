// The catalogue is complete, and every quote stands in the source document word for word.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PACKS } from '../../../domain/policy/packs.ts';
import { RULES } from '../../../domain/policy/rule-catalogue.ts';
import { ruleFinding } from '../../../domain/policy/rule-finding.ts';

const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '');
const source = withoutSpace(
  readFileSync(new URL('../../../domain/policy/source/lucheng-2020-21.md', import.meta.url), 'utf8'),
);

/** Chapters of the catalogue and how many rules the text yields for each. */
const CHAPTERS = { G: 17, E: 8, C: 7, S: 7, V: 5, PB: 5, A: 13, F: 16, AP: 12, SU: 6, AC: 3, H: 4, L: 4, D: 33, I: 12 };

describe('the rule catalogue', () => {
  it('holds 152 rules, chapter by chapter', () => {
    const counts: Record<string, number> = {};
    for (const id of Object.keys(RULES)) {
      const chapter = id.slice(0, id.lastIndexOf('-'));
      counts[chapter] = (counts[chapter] ?? 0) + 1;
    }
    expect(counts).toEqual(CHAPTERS);
    expect(Object.keys(RULES)).toHaveLength(152);
  });

  it('quotes the source word for word', () => {
    const misquoted = Object.entries(RULES)
      .filter(([, { quote }]) => withoutSpace(quote) === '' || !source.includes(withoutSpace(quote)))
      .map(([id]) => id);
    expect(misquoted).toEqual([]);
  });

  it('places every rule and states it', () => {
    const bare = Object.entries(RULES)
      .filter(([, { clause, formal }]) => !/^[题一二三]/.test(clause) || formal.length < 4)
      .map(([id]) => id);
    expect(bare).toEqual([]);
  });

  it('gives a finding the clause, quote and reading of its rule', () => {
    const says = { zh: '通过', en: 'passed' };
    const made = ruleFinding(PACKS['lucheng-2020-21'], 'V-03', { verdict: 'PASS', code: 'PLAN_APPROVED', says });
    expect(made).toMatchObject({
      clause: RULES['V-03'].clause,
      quote: RULES['V-03'].quote,
      reading: RULES['V-03'].reading.zh,
    });
  });
});
