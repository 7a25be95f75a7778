// Every limit that a programme is held against names the page of AWS that it was read on, and docs/scale.md shows it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { QUOTAS, QUOTAS_READ_ON } from '../../../local/simulate/quotas.ts';

const page = readFileSync(new URL('../../../docs/scale.md', import.meta.url), 'utf8');

describe.each(Object.entries(QUOTAS))('the limit %s', (_, { what, limit, source, note, change }) => {
  it('was read on a page of AWS, which says what else holds', () => {
    expect(source).toMatch(/^https:\/\/docs\.(aws\.amazon\.com|amazonaws\.cn)\//);
    expect(limit).toBeGreaterThan(0);
    expect([note, change]).not.toContain('');
  });

  it('stands in docs/scale.md with its link, and with what changes when it is reached', () => {
    expect(page).toContain(`[${what}](${source})`);
    expect(page).toContain(`- **${what}**`);
    expect(page).toContain(QUOTAS_READ_ON);
  });
});
