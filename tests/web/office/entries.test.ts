// What stands at the bottom of a phone, for everybody who opens the office.
import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../../domain/parties.ts';
import { ENTRIES, inBar } from '../../../web/navigation/entries.ts';

const openTo = (role: Role) => ENTRIES.filter(({ opensFor }) => opensFor(role));
const hrefs = (entries: readonly { href: string }[]) => entries.map(({ href }) => href);

describe('the bar of a phone', () => {
  it('has the first four pages and the calculators', () => {
    expect(hrefs(inBar(openTo('RENOVATION_OFFICE')))).toEqual(['/', '/projects', '/tasks', '/intake', '/calculators']);
  });

  it.each(ROLES)('has room for it beside “more”, and no other page twice or out of turn: %s', (role) => {
    const open = openTo(role);
    const bar = inBar(open);
    expect(bar.length).toBeLessThanOrEqual(5);
    expect(hrefs(bar)).toContain('/calculators');
    expect(bar).toEqual(open.filter((entry) => bar.includes(entry)));
    expect(hrefs(bar).slice(0, 4)).toEqual(hrefs(open.slice(0, 4)));
  });

  it('has all pages of somebody who finds no more than fit', () => {
    expect(inBar(openTo('CONTRACTOR'))).toEqual(openTo('CONTRACTOR'));
  });
});
