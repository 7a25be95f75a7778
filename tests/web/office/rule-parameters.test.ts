// The numbers of the packs as people read them: nothing of the code's names or notation shows through.
import { describe, expect, it } from 'vitest';
import { PACKS } from '../../../domain/policy/packs.ts';
import { parameterRows } from '../../../web/sentences/rule-parameters.ts';

const saysOf = (pack: keyof typeof PACKS, name: string) =>
  parameterRows(PACKS[pack]).find((row) => row.name === name)?.says;

describe('the numbers of a pack', () => {
  it.each(Object.keys(PACKS) as (keyof typeof PACKS)[])('of %s are all told in words, in both languages', (pack) => {
    const names = Object.entries(PACKS[pack]).filter(
      ([, value]) => Array.isArray(value) && value.some((each) => typeof each === 'object' && 'grade' in each),
    );
    const rows = parameterRows(PACKS[pack]);
    expect(new Set(rows.map(({ name }) => String(name)))).toEqual(new Set(names.map(([name]) => name)));
    for (const { title, says } of rows) {
      expect([title.zh, says.zh, title.en, says.en].join(' ')).not.toMatch(
        /[{}"]|[A-Z]+_[A-Z]|[a-z][A-Z]|NaN|undefined/,
      );
    }
  });

  it('say a share of residents with the class that it counts as', () => {
    expect(saysOf('lucheng-2020-21', 'residentShares')?.zh).toBe('必选类 0%；基础类 10%；完善类 30%；提升类 70%');
    expect(saysOf('wenzhou-city-guide', 'residentShares')?.zh).toBe(
      '必选类 10%（按基础类）；基础类 10%；完善类 30%；提升类 70%',
    );
  });

  it('say amounts and fractions as the text writes them', () => {
    expect(saysOf('lucheng-2020-21', 'subsidyCap')).toEqual({ zh: '400 元/㎡', en: '400 yuan/㎡' });
    expect(saysOf('lucheng-2020-21', 'ballotShare')?.zh).toBe('均达 2/3 以上');
    expect(saysOf('lucheng-2020-21', 'tenderThresholds')?.zh).toBe(
      '工程 4,000,000.00 元；货物 2,000,000.00 元；服务 1,000,000.00 元',
    );
  });
});
