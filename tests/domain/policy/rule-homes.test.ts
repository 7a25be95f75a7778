// Every rule is carried out somewhere in the domain, or is a principle that says why nothing waits for it.
import { globSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../domain/policy/rule.ts';
import { RULES } from '../../../domain/policy/rule-catalogue.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const rules: readonly (readonly [string, Rule])[] = Object.entries(RULES);

const textOf = (home: string): string => {
  const files = statSync(root + home).isDirectory() ? globSync(`${home}/**/*.ts`, { cwd: root }) : [home];
  return files.map((file) => readFileSync(root + file, 'utf8')).join('\n');
};
/** A-1 must not be found in A-13, nor F-10 in F-10a. A range (F-01 to F-10a) in the opening comment is no mention. */
const mentions = (text: string, id: string): boolean => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(text);

describe('the home of a rule', () => {
  it('mentions the rule', () => {
    const texts = new Map<string, string>();
    const homeless = rules
      .filter(([id, { home }]) => {
        if (home.kind === 'principle') return false;
        const text = texts.get(home.implementedBy) ?? textOf(home.implementedBy);
        texts.set(home.implementedBy, text);
        return !mentions(text, id);
      })
      .map(([id]) => id);
    expect(homeless, 'rules that no file of their home mentions').toEqual([]);
  });

  it('is a reason where nothing waits for the rule', () => {
    const unexplained = rules.filter(([, { home }]) => home.kind === 'principle' && home.why.length < 20);
    expect(unexplained).toEqual([]);
  });
});
