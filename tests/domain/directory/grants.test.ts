// The fold of user grants and the rows that it projects.
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import {
  foldGrants,
  type Grant,
  type GrantContext,
  grantRole,
  projectGrants,
  revokeRole,
} from '../../../domain/directory/grants.ts';
import { type Entry, findChainBreak, type LedgerRef } from '../../../domain/ledger.ts';
import { SYSTEM } from '../../../domain/parties.ts';

const REF: LedgerRef = { kind: 'GRANTS', id: '330302' };
const CONTEXT: GrantContext = {
  at: instantOf(Date.UTC(2026, 2, 2, 1)),
  actor: SYSTEM,
  rulebook: 'lucheng-2020-21@1',
  calendar: 'cn-2004-2026@1',
};
const STREET: Grant = { personId: 'p-17', role: 'STREET', unit: '330302001' };
const AUDIT: Grant = { personId: 'p-17', role: 'AUDIT', unit: 'AUDIT' };

const granted = (entries: readonly Entry[], grant: Grant) => [
  ...entries,
  grantRole(REF, entries, grant, CONTEXT).entry,
];
const revoked = (entries: readonly Entry[], personId: string) => [
  ...entries,
  revokeRole(REF, entries, { personId }, CONTEXT).entry,
];
const rows = (entries: readonly Entry[]) =>
  projectGrants(REF, entries).map(({ view, partition, sort, value }) => [view, partition, sort, value]);

describe('grants', () => {
  it('are the last role that each person was given', () => {
    const entries = granted(granted(granted([], STREET), AUDIT), { ...STREET, personId: 'p-18' });
    expect([...foldGrants(entries).values()]).toEqual([AUDIT, { ...STREET, personId: 'p-18' }]);
  });

  it('end with their revocation', () => {
    expect([...foldGrants(revoked(granted([], STREET), 'p-17'))]).toEqual([]);
  });

  it('stand in one unbroken chain', () => {
    expect(findChainBreak(REF, revoked(granted(granted([], STREET), AUDIT), 'p-17'))).toBeUndefined();
  });

  it.each([
    { ...STREET, unit: '' },
    { ...STREET, unit: 'a/b' },
    { ...STREET, personId: '' },
  ])('cannot be written for a malformed grant: %o', (malformed) => {
    expect(() => grantRole(REF, [], malformed, CONTEXT)).toThrow();
  });
});

describe('read model of grants', () => {
  it('has a new grant under its person and under its role', () => {
    expect(rows(granted([], STREET))).toEqual([
      ['grants-by-person', 'p-17', 'grant', STREET],
      ['grants-by-role', 'STREET', '330302001/p-17', STREET],
    ]);
  });

  it('takes the row of the role before away when a person moves', () => {
    expect(rows(granted(granted([], STREET), AUDIT))).toEqual([
      ['grants-by-person', 'p-17', 'grant', AUDIT],
      ['grants-by-role', 'AUDIT', 'AUDIT/p-17', AUDIT],
      ['grants-by-role', 'STREET', '330302001/p-17', null],
    ]);
  });

  it('writes no row twice when the same role is granted again', () => {
    expect(rows(granted(granted([], STREET), STREET))).toEqual(rows(granted([], STREET)));
  });

  it('takes both rows away on revocation', () => {
    expect(rows(revoked(granted([], STREET), 'p-17'))).toEqual([
      ['grants-by-person', 'p-17', 'grant', null],
      ['grants-by-role', 'STREET', '330302001/p-17', null],
    ]);
  });
});
