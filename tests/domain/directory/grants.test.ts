// The fold of user grants, of entries as they are written now and as they were while a person held one role, and the rows that it projects.
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import { type GrantContext, grantPost, revokeEveryPost, revokePost } from '../../../domain/directory/give-posts.ts';
import { projectGrants, readPersonRow } from '../../../domain/directory/grant-rows.ts';
import { foldGrants, type Grant } from '../../../domain/directory/grants.ts';
import { EMPTY_HEAD, type Entry, findChainBreak, type LedgerRef, sealEntry } from '../../../domain/ledger.ts';
import { SYSTEM } from '../../../domain/parties.ts';

const REF: LedgerRef = { kind: 'GRANTS', id: '330302' };
const CONTEXT: GrantContext = {
  at: instantOf(Date.UTC(2026, 2, 2, 1)),
  actor: SYSTEM,
  rulebook: 'grants@2',
  calendar: 'cn-2004-2026@1',
};
const STREET: Grant = { personId: 'p-17', role: 'STREET', unit: '330302001' };
const OTHER_STREET: Grant = { personId: 'p-17', role: 'STREET', unit: '330302002' };
const AUDIT: Grant = { personId: 'p-17', role: 'AUDIT', unit: 'AUDIT' };
const STREET_POST = { role: 'STREET', unit: '330302001' };
const AUDIT_POST = { role: 'AUDIT', unit: 'AUDIT' };

type Step = (entries: readonly Entry[]) => Entry;
const given =
  (grant: Grant): Step =>
  (entries) =>
    grantPost(REF, entries, grant, CONTEXT).entry;
const taken =
  (grant: Grant): Step =>
  (entries) =>
    revokePost(REF, entries, { personId: grant.personId, role: grant.role, unit: grant.unit }, CONTEXT).entry;
const allTaken =
  (personId: string): Step =>
  (entries) =>
    revokeEveryPost(REF, entries, personId, CONTEXT).entry;
/** As it was written while each grant took the place of any role held before. */
const onceGiven =
  (grant: Grant): Step =>
  (entries) =>
    sealEntry(REF, entries.at(-1) ?? EMPTY_HEAD, {
      ...CONTEXT,
      rulebook: 'grants@1',
      act: 'grant-role',
      payload: { personId: grant.personId, role: grant.role, unit: grant.unit },
      findings: [],
    });

function ledgerOf(...steps: readonly Step[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const step of steps) entries.push(step(entries));
  return entries;
}
const held = (...steps: readonly Step[]) => Object.fromEntries(foldGrants(ledgerOf(...steps)));
const rows = (...steps: readonly Step[]) =>
  projectGrants(REF, ledgerOf(...steps)).map(({ view, partition, sort, value }) => [view, partition, sort, value]);

describe('grants', () => {
  it('are all posts that a person was given, each once', () => {
    expect(held(given(STREET), given(AUDIT), given({ ...STREET, personId: 'p-18' }), given(STREET))).toEqual({
      'p-17': [AUDIT_POST, STREET_POST],
      'p-18': [STREET_POST],
    });
  });

  it('hold until the day that was given last, or without end again', () => {
    const until = '2026-12-31';
    expect(held(given({ ...STREET, until }))).toEqual({ 'p-17': [{ ...STREET_POST, until }] });
    expect(held(given({ ...STREET, until }), given({ ...STREET, until: '2027-01-31' }))).toEqual({
      'p-17': [{ ...STREET_POST, until: '2027-01-31' }],
    });
    expect(held(given({ ...STREET, until }), given(STREET))).toEqual({ 'p-17': [STREET_POST] });
  });

  it('end one by one, or all at once', () => {
    expect(held(given(STREET), given(AUDIT), taken(STREET))).toEqual({ 'p-17': [AUDIT_POST] });
    expect(held(given(STREET), given(AUDIT), taken(STREET), taken(AUDIT))).toEqual({});
    expect(held(given(STREET), given(AUDIT), allTaken('p-17'))).toEqual({});
    expect(held(given(STREET), taken(OTHER_STREET))).toEqual({ 'p-17': [STREET_POST] });
  });

  it('stand in one unbroken chain', () => {
    const entries = ledgerOf(onceGiven(STREET), given(AUDIT), taken(STREET), allTaken('p-17'));
    expect(findChainBreak(REF, entries)).toBeUndefined();
  });

  it.each([
    { ...STREET, unit: '' },
    { ...STREET, unit: 'a/b' },
    { ...STREET, personId: '' },
    { ...STREET, until: '2026-02-30' },
  ])('cannot be written for a malformed grant: %o', (malformed) => {
    expect(() => grantPost(REF, [], malformed, CONTEXT)).toThrow();
  });
});

describe('entries of the time of one role each', () => {
  it('mean what they meant: each in place of any role held before', () => {
    expect(held(onceGiven(STREET), onceGiven(AUDIT))).toEqual({ 'p-17': [AUDIT_POST] });
    expect(held(onceGiven(STREET), allTaken('p-17'))).toEqual({});
    expect(held(onceGiven(STREET), allTaken('p-17'), onceGiven(AUDIT))).toEqual({ 'p-17': [AUDIT_POST] });
  });

  it('are gone on from: what is given now comes beside them', () => {
    expect(held(onceGiven(STREET), onceGiven(OTHER_STREET), given(AUDIT))).toEqual({
      'p-17': [{ role: 'STREET', unit: '330302002' }, AUDIT_POST],
    });
    expect(held(onceGiven(STREET), given(AUDIT), taken(STREET))).toEqual({ 'p-17': [AUDIT_POST] });
  });

  it('left rows that are read as the one post they name', () => {
    expect(readPersonRow({ personId: 'p-17', ...STREET_POST })).toEqual([STREET_POST]);
    expect(readPersonRow({ personId: 'p-17', posts: [STREET_POST, { ...AUDIT_POST, until: '2026-12-31' }] })).toEqual([
      STREET_POST,
      { ...AUDIT_POST, until: '2026-12-31' },
    ]);
  });
});

describe('read model of grants', () => {
  it('has every post in the one row of its person, and each under its role', () => {
    expect(rows(given(STREET), given({ ...AUDIT, until: '2026-12-31' }))).toEqual([
      [
        'grants-by-person',
        'p-17',
        'grant',
        { personId: 'p-17', posts: [STREET_POST, { ...AUDIT_POST, until: '2026-12-31' }] },
      ],
      ['grants-by-role', 'STREET', '330302001/p-17', STREET],
      ['grants-by-role', 'AUDIT', 'AUDIT/p-17', { ...AUDIT, until: '2026-12-31' }],
    ]);
  });

  it('takes the row of the one post away that is taken away', () => {
    expect(rows(given(STREET), given(AUDIT), taken(STREET))).toEqual([
      ['grants-by-person', 'p-17', 'grant', { personId: 'p-17', posts: [AUDIT_POST] }],
      ['grants-by-role', 'AUDIT', 'AUDIT/p-17', AUDIT],
      ['grants-by-role', 'STREET', '330302001/p-17', null],
    ]);
  });

  it('takes the row of the role before away when an old entry moved a person', () => {
    expect(rows(onceGiven(STREET), onceGiven(AUDIT))).toEqual([
      ['grants-by-person', 'p-17', 'grant', { personId: 'p-17', posts: [AUDIT_POST] }],
      ['grants-by-role', 'AUDIT', 'AUDIT/p-17', AUDIT],
      ['grants-by-role', 'STREET', '330302001/p-17', null],
    ]);
  });

  it('writes no row twice when the same post is given again', () => {
    expect(rows(given(STREET), given(STREET))).toEqual(rows(given(STREET)));
  });

  it('takes all rows away with everything that the person held', () => {
    expect(rows(given(STREET), given(AUDIT), allTaken('p-17'))).toEqual([
      ['grants-by-person', 'p-17', 'grant', null],
      ['grants-by-role', 'STREET', '330302001/p-17', null],
      ['grants-by-role', 'AUDIT', 'AUDIT/p-17', null],
    ]);
  });
});
