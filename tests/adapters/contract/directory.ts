// What every adapter of the Directory port keeps.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import {
  type GrantContext,
  grantPost,
  type NextEntry,
  revokeEveryPost,
  revokePost,
} from '../../../domain/directory/give-posts.ts';
import type { Grant } from '../../../domain/directory/grants.ts';
import type { Entry, LedgerRef } from '../../../domain/ledger.ts';
import { SYSTEM } from '../../../domain/parties.ts';
import type { Directory, Ledger, Views } from '../../../domain/ports.ts';
import type { Open, Opened } from './opened.ts';

interface DirectoryParts {
  readonly directory: Directory;
  readonly ledger: Ledger;
  readonly views: Views;
  moveClockTo(to: Instant): void | Promise<void>;
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
    const grant = (personId: string, role: Grant['role'], unit: string, until?: string) =>
      append((entries) => grantPost(REF, entries, { personId, role, unit, ...(until && { until }) }, CONTEXT));
    const revoke = (personId: string, role: Grant['role'], unit: string) =>
      append((entries) => revokePost(REF, entries, { personId, role, unit }, CONTEXT));
    const revokeAll = (personId: string) => append((entries) => revokeEveryPost(REF, entries, personId, CONTEXT));
    const postsOf = async (id: string) => (await directory.find(id))?.posts;
    const holders = async (role: Grant['role'], unit?: string) =>
      (await directory.holders(role, unit)).map(({ id }) => id);

    it('finds a person by id, with every post and the name', async () => {
      await grant('p-17', 'STREET', '330302001');
      await grant('p-17', 'UTILITY', '国网鹿城供电', '2026-12-31');
      await opened.names.remember('p-17', '李四');
      expect(await directory.find('p-17')).toEqual({
        id: 'p-17',
        name: '李四',
        posts: [
          { role: 'STREET', unit: '330302001' },
          { role: 'UTILITY', unit: '国网鹿城供电', until: '2026-12-31' },
        ],
      });
    });

    it('reads the rows that were written while a person held one role, before anything is projected again', async () => {
      const value = { personId: 'p-17', role: 'STREET', unit: '330302001' };
      const watermark = { ledger: 'GRANTS/330302', seq: 1 };
      await opened.views.write([
        { view: 'grants-by-person', partition: 'p-17', sort: 'grant', value, watermark },
        { view: 'grants-by-role', partition: 'STREET', sort: '330302001/p-17', value, watermark },
      ]);
      expect(await postsOf('p-17')).toEqual([{ role: 'STREET', unit: '330302001' }]);
      expect(await holders('STREET', '330302001')).toEqual(['p-17']);
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
      expect(await directory.find('p-17')).toMatchObject({ posts: [{ role: 'STREET' }], name: 'p-17' });
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
        const { entry, consequences } = grantPost(REF, entries, { personId, role: 'UTILITY', unit: 'water' }, CONTEXT);
        await opened.ledger.append(REF, entry, consequences);
        entries = [...entries, entry];
      }
      expect(await holders('UTILITY', 'water')).toEqual(people);
      // Four hundred writes, one after the other, over a network in the case of AWS.
    });

    it('lists somebody under each of their posts, as held there', async () => {
      await grant('p-17', 'STREET', '330302001');
      await grant('p-17', 'STREET', '330302002', '2026-12-31');
      await opened.names.remember('p-17', '李四');
      expect(await holders('STREET')).toEqual(['p-17', 'p-17']);
      expect(await directory.holders('STREET', '330302002')).toEqual([
        { id: 'p-17', name: '李四', role: 'STREET', unit: '330302002', until: '2026-12-31' },
      ]);
    });

    it('changes nothing when the same post is given again', async () => {
      await grant('p-17', 'STREET', '330302001');
      await grant('p-17', 'STREET', '330302001');
      expect(await holders('STREET', '330302001')).toEqual(['p-17']);
    });

    it('knows a post until the end of its last day in Wenzhou, without anything being written then', async () => {
      await grant('p-17', 'STREET', '330302001');
      await grant('p-17', 'FINANCE', 'FINANCE', '2026-03-06');
      await opened.moveClockTo(instantOf(Date.parse('2026-03-06T23:59:59+08:00')));
      expect(await postsOf('p-17')).toHaveLength(2);
      expect(await holders('FINANCE')).toEqual(['p-17']);
      await opened.moveClockTo(instantOf(Date.parse('2026-03-07T00:00:00+08:00')));
      expect(await postsOf('p-17')).toEqual([{ role: 'STREET', unit: '330302001' }]);
      expect(await holders('FINANCE')).toEqual([]);
    });

    it('finds nobody whose only post is over', async () => {
      await grant('p-17', 'FINANCE', 'FINANCE', '2026-03-06');
      await opened.moveClockTo(instantOf(Date.parse('2026-03-07T00:00:00+08:00')));
      expect(await directory.find('p-17')).toBeUndefined();
    });

    it('forgets the one post that is taken away, and keeps the others', async () => {
      await grant('p-17', 'STREET', '330302001');
      await grant('p-17', 'AUDIT', 'AUDIT');
      await revoke('p-17', 'STREET', '330302001');
      expect(await postsOf('p-17')).toEqual([{ role: 'AUDIT', unit: 'AUDIT' }]);
      expect(await holders('STREET')).toEqual([]);
      expect(await holders('AUDIT')).toEqual(['p-17']);
    });

    it('forgets a person of whom everything was taken away, until something is given again', async () => {
      await grant('p-17', 'STREET', '330302001');
      await grant('p-17', 'AUDIT', 'AUDIT');
      await revokeAll('p-17');
      expect(await directory.find('p-17')).toBeUndefined();
      expect([...(await holders('STREET')), ...(await holders('AUDIT'))]).toEqual([]);
      await grant('p-17', 'STREET', '330302001');
      expect(await holders('STREET')).toEqual(['p-17']);
    });
  });
}
