// What is said of a page: in both languages, with what to do, and the state that follows from it.
import { describe, expect, it } from 'vitest';
import { PAGE_FINDING_CODES, PAGE_FINDINGS, stateUnder } from '../../../../domain/paper/filing/page-findings.ts';

const HAN = /\p{Script=Han}/u;

describe('a finding on a page', () => {
  it.each(PAGE_FINDING_CODES)('%s says what is the matter and what to do, in both languages', (code) => {
    for (const { zh, en } of [PAGE_FINDINGS[code].says, PAGE_FINDINGS[code].toDo]) {
      expect(zh).toMatch(HAN);
      expect(en).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
    }
  });

  it('asks somebody to do something unless the page needs nothing', () => {
    for (const code of PAGE_FINDING_CODES) {
      if (PAGE_FINDINGS[code].weight !== 'NEEDS_ATTENTION') continue;
      expect([code, PAGE_FINDINGS[code].toDo.en]).not.toEqual([code, 'Nothing to do']);
    }
  });

  it('leaves the page filed, asked about or refused, the weightiest first', () => {
    expect(stateUnder([])).toBe('FILED');
    expect(stateUnder(['UNUSUAL_SIZE'])).toBe('FILED');
    expect(stateUnder(['UNUSUAL_SIZE', 'BLURRED'])).toBe('NEEDS_ATTENTION');
    expect(stateUnder(['BLURRED', 'WRONG_STREET'])).toBe('REFUSED');
  });
});
