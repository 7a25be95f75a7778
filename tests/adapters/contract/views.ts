// What every adapter of the Views port keeps.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import type { Views, ViewWrite } from '../../../domain/ports.ts';
import type { Open, Opened } from './opened.ts';

const LEDGER = 'PROJECT/330302-2026-0017';

export function describeViews(name: string, open: Open<{ views: Views }>): void {
  describe(`${name} views`, () => {
    let opened: { views: Views } & Opened;
    let views: Views;
    beforeEach(async () => {
      opened = await open();
      views = opened.views;
    });
    afterEach(() => opened.close());

    const row = (sort: string, seq: number, value: JsonObject | null = { seq }, ledger = LEDGER): ViewWrite => ({
      view: 'projects',
      partition: '330302001',
      sort,
      value,
      watermark: { ledger, seq },
    });
    const get = (sort: string) => views.get('projects', '330302001', sort);
    const count = () => views.count('projects', '330302001');
    const sorts = async (page?: Parameters<Views['query']>[2]) =>
      (await views.query('projects', '330302001', page)).rows.map(({ sort }) => sort);

    it('gives back a row with the entry that it was computed from', async () => {
      const value = { name: '松台新村', households: 338, area: '28800.00', open: true, tags: ['a', null] };
      await views.write([row('0017', 4, value)]);
      expect(await get('0017')).toEqual({
        partition: '330302001',
        sort: '0017',
        value,
        watermark: { ledger: LEDGER, seq: 4 },
      });
    });

    it('knows no row that was never written', async () => {
      expect(await get('0017')).toBeUndefined();
      expect(await sorts()).toEqual([]);
      expect(await count()).toBe(0);
    });

    it('lets a later entry replace a row and ignores an earlier one and a repetition', async () => {
      await views.write([row('0017', 2)]);
      await views.write([row('0017', 3)]);
      await views.write([row('0017', 2, { late: true })]);
      await views.write([row('0017', 3, { repeated: true })]);
      expect(await get('0017')).toMatchObject({ value: { seq: 3 }, watermark: { seq: 3 } });
    });

    it('takes a row away for good: an older write arriving late does not bring it back', async () => {
      await views.write([row('0017', 1)]);
      await views.write([row('0017', 3, null)]);
      await views.write([row('0017', 2)]);
      expect(await get('0017')).toBeUndefined();
      expect(await sorts()).toEqual([]);
      expect(await count()).toBe(0);
    });

    it('remembers a removal that overtook the row itself', async () => {
      await views.write([row('0017', 2, null)]);
      await views.write([row('0017', 1)]);
      expect(await get('0017')).toBeUndefined();
      expect(await count()).toBe(0);
    });

    it('brings a row back when a later entry says so', async () => {
      await views.write([row('0017', 1)]);
      await views.write([row('0017', 2, null)]);
      await views.write([row('0017', 3)]);
      expect(await get('0017')).toMatchObject({ value: { seq: 3 } });
      expect(await count()).toBe(1);
    });

    it('lets another ledger take a row over, whatever its seq', async () => {
      await views.write([row('0017', 9)]);
      await views.write([row('0017', 1, { taken: true }, 'PROJECT/330302-2026-0018')]);
      expect(await get('0017')).toMatchObject({ value: { taken: true } });
    });

    it('leaves a row that an entry did not change as it stands, with its older entry', async () => {
      await views.write([row('0017', 2, { step: 1 })]);
      await views.write([{ ...row('0017', 3, { step: 1 }), isUnchanged: true }]);
      expect(await get('0017')).toMatchObject({ value: { step: 1 }, watermark: { seq: 2 } });
      await views.write([row('0017', 1, { late: true })]);
      expect(await get('0017')).toMatchObject({ value: { step: 1 } });
    });

    it('writes a row that an entry did not change where it does not stand so yet: older software made it', async () => {
      await views.write([row('0016', 2, { step: 1 }), row('0017', 2, null)]);
      const unchanged = ['0016', '0017', '0018'].map((sort) => ({ ...row(sort, 3, { step: 1, year: '2026' }) }));
      await views.write(unchanged.map((write) => ({ ...write, isUnchanged: true as const })));
      expect(await Promise.all(['0016', '0017', '0018'].map(get))).toMatchObject(
        unchanged.map(({ value }) => ({ value })),
      );
      expect(await count()).toBe(3);
    });

    it('counts the rows of one partition of one view', async () => {
      await views.write([row('1', 1), row('2', 1), row('3', 1), row('2', 2), row('3', 2, null)]);
      await views.write([
        { ...row('1', 1), partition: '330302002' },
        { ...row('1', 1), view: 'tasks' },
      ]);
      expect(await count()).toBe(2);
      expect(await views.count('projects', '330302002')).toBe(1);
      expect(await views.count('tasks', '330302001')).toBe(1);
    });

    it('pages through a partition in order of the sort key, each row once', async () => {
      await views.write(['c', 'a', 'e', 'b', 'd'].map((sort) => row(sort, 1)));
      const seen: string[][] = [];
      let cursor: string | undefined;
      do {
        const page = await views.query('projects', '330302001', { limit: 2, ...(cursor !== undefined && { cursor }) });
        seen.push(page.rows.map(({ sort }) => sort));
        cursor = page.cursor;
      } while (cursor !== undefined);
      expect(seen).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    });

    it('pages backwards when the newest come first', async () => {
      await views.write(['c', 'a', 'e', 'b', 'd'].map((sort) => row(sort, 1)));
      const first = await views.query('projects', '330302001', { limit: 3, newestFirst: true });
      expect(first.rows.map(({ sort }) => sort)).toEqual(['e', 'd', 'c']);
      if (first.cursor === undefined) throw new Error('no second page');
      const second = await views.query('projects', '330302001', { limit: 3, newestFirst: true, cursor: first.cursor });
      expect(second.rows.map(({ sort }) => sort)).toEqual(['b', 'a']);
      expect(second.cursor).toBeUndefined();
    });

    it('gives no cursor when the last row ends the page', async () => {
      await views.write([row('a', 1), row('b', 1)]);
      expect((await views.query('projects', '330302001', { limit: 2 })).cursor).toBeUndefined();
    });

    it('does not let rows taken away shorten a page', async () => {
      await views.write(['a', 'b', 'c', 'd'].map((sort) => row(sort, 1)));
      await views.write([row('b', 2, null)]);
      expect(await sorts({ limit: 3 })).toEqual(['a', 'c', 'd']);
    });

    it('narrows a query to a prefix of the sort key, both ways and page by page', async () => {
      await views.write(['2#a', '2#b', '2#松', '20#a', '3#a', '1#z'].map((sort) => row(sort, 1)));
      expect(await sorts({ prefix: '2#' })).toEqual(['2#a', '2#b', '2#松']);
      expect(await sorts({ prefix: '2#', newestFirst: true })).toEqual(['2#松', '2#b', '2#a']);
      const page = await views.query('projects', '330302001', { prefix: '2#', limit: 2 });
      if (page.cursor === undefined) throw new Error('no second page');
      expect(await sorts({ prefix: '2#', cursor: page.cursor })).toEqual(['2#松']);
    });

    it('shows nothing outside the prefix to a cursor of another query or to free text', async () => {
      await views.write(['1#a', '1#b', '2#a', '3#a'].map((sort) => row(sort, 1)));
      const { cursor } = await views.query('projects', '330302001', { limit: 1 });
      if (cursor === undefined) throw new Error('no cursor');
      for (const foreign of [cursor, 'not a cursor', '%%%', '']) {
        for (const newestFirst of [false, true]) {
          const found = await sorts({ prefix: '2#', cursor: foreign, newestFirst });
          expect(found.filter((sort) => sort !== '2#a')).toEqual([]);
        }
      }
    });
  });
}
