// What every adapter of the Directory port keeps.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import {
  type Grant,
  type GrantContext,
  grantRole,
  type NextEntry,
  revokeRole,
} from '../../../domain/directory/grants.ts';
import type { Entry, LedgerRef } from '../../../domain/ledger.ts';
import { SYSTEM } from '../../../domain/parties.ts';
import type { Directory, Ledger } from '../../../domain/ports.ts';
import type { Open, Opened } from './opened.ts';

interface DirectoryParts {
  readonly directory: Directory;
  readonly ledger: Ledger;
  readonly names: { remember(personId: string, name: string): Promise<void>; forget(personId: string): Promise<void> };
}

const REF: LedgerRef = { kind: 'GRANTS', id: '330302' };
const CONTEXT: GrantContext = {
  at: instantOf(Date.UTC(2026, 2, 2, 1)),
  actor: SYSTEM,
  rulebook: 'lucheng-2020-21@1',
  calendar: 'cn-2004-2026@1',
};

export function describeDirectory(name: string, open: Open<DirectoryParts>): void {
  describe(`${name} directory`, () => {
    let opened: DirectoryParts & Opened;
    let directory: Directory;
    beforeEach(async () => {
      opened = await open();
      directory = opened.directory;
    });
    afterEach(() => opened.close());

    const append = async (next: (entries: readonly Entry[]) => NextEntry) => {
      const { ref, entry, consequences } = next(await opened.ledger.read(REF));
      expect(await opened.ledger.append(ref, entry, consequences)).toBe('APPENDED');
    };
    const grant = (personId: string, role: Grant['role'], unit: string) =>
      append((entries) => grantRole(REF, entries, { personId, role, unit }, CONTEXT));
    const revoke = (personId: string) => append((entries) => revokeRole(REF, entries, { personId }, CONTEXT));
    const holders = async (role: Grant['role'], unit?: string) =>
      (await directory.holders(role, unit)).map(({ id }) => id);

    it('finds a person by id, with role, unit and name', async () => {
      await grant('p-17', 'STREET', '330302001');
      await opened.names.remember('p-17', '李四');
      expect(await directory.find('p-17')).toEqual({ id: 'p-17', role: 'STREET', unit: '330302001', name: '李四' });
    });

    it('finds nobody without a grant, name or not', async () => {
      await opened.names.remember('p-18', '王五');
      expect(await directory.find('p-17')).toBeUndefined();
      expect(await directory.find('p-18')).toBeUndefined();
    });

    it('keeps names out of the ledger and forgets them on demand', async () => {
      await grant('p-17', 'STREET', '330302001');
      await opened.names.remember('p-17', '李四');
      expect(JSON.stringify(await opened.ledger.read(REF))).not.toContain('李四');
      await opened.names.forget('p-17');
      expect(await directory.find('p-17')).toMatchObject({ role: 'STREET', name: 'p-17' });
    });

    it('lists the holders of a role, of all units or of one', async () => {
      await grant('p-2', 'STREET', '330302002');
      await grant('p-1', 'STREET', '330302001');
      await grant('p-3', 'STREET', '330302001');
      await grant('p-4', 'STREET', '3303020010');
      await grant('p-5', 'FINANCE', 'FINANCE');
      expect((await holders('STREET')).toSorted()).toEqual(['p-1', 'p-2', 'p-3', 'p-4']);
      expect(await holders('STREET', '330302001')).toEqual(['p-1', 'p-3']);
      expect(await holders('AUDIT')).toEqual([]);
    });

    it('lists more holders than one page of a read model takes', async () => {
      const people = Array.from({ length: 130 }, (_, index) => `p-${String(index).padStart(3, '0')}`);
      let entries: Entry[] = [];
      for (const personId of people) {
        const { entry, consequences } = grantRole(REF, entries, { personId, role: 'UTILITY', unit: 'water' }, CONTEXT);
        await opened.ledger.append(REF, entry, consequences);
        entries = [...entries, entry];
      }
      expect(await holders('UTILITY', 'water')).toEqual(people);
      // Four hundred writes, one after the other, over a network in the case of AWS.
    }, 60_000);

    it('knows a person who moved by the new role and unit only', async () => {
      await grant('p-17', 'STREET', '330302001');
      await grant('p-17', 'STREET', '330302002');
      expect(await holders('STREET')).toEqual(['p-17']);
      expect(await holders('STREET', '330302001')).toEqual([]);
      await grant('p-17', 'AUDIT', 'AUDIT');
      expect(await holders('STREET')).toEqual([]);
      expect(await directory.find('p-17')).toMatchObject({ role: 'AUDIT', unit: 'AUDIT' });
    });

    it('changes nothing when the same role is granted again', async () => {
      await grant('p-17', 'STREET', '330302001');
      await grant('p-17', 'STREET', '330302001');
      expect(await holders('STREET', '330302001')).toEqual(['p-17']);
    });

    it('forgets a person whose role was revoked, until it is granted again', async () => {
      await grant('p-17', 'STREET', '330302001');
      await revoke('p-17');
      expect(await directory.find('p-17')).toBeUndefined();
      expect(await holders('STREET')).toEqual([]);
      await grant('p-17', 'STREET', '330302001');
      expect(await holders('STREET')).toEqual(['p-17']);
    });
  });
}
