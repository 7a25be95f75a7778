// What every adapter of the Ledger port keeps.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decideSetBudget } from '../../../domain/budget/budget.ts';
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import { findChainBreak, type LedgerRef } from '../../../domain/ledger.ts';
import { type Ledger, NO_CONSEQUENCES } from '../../../domain/ports.ts';
import { appendToBudget } from '../../../functions/funding/append-to-budget.ts';
import { requestMark } from '../../../functions/runtime/asked-before.ts';
import { chainOf, entryAfter } from '../../support/ports/entries.ts';
import type { Open, Opened } from './opened.ts';

const REF: LedgerRef = { kind: 'PROJECT', id: '330302-2026-0017' };

export function describeLedger(name: string, open: Open<{ ledger: Ledger }>): void {
  describe(`${name} ledger`, () => {
    let opened: { ledger: Ledger } & Opened;
    let ledger: Ledger;
    beforeEach(async () => {
      opened = await open();
      ledger = opened.ledger;
    });
    afterEach(() => opened.close());

    const append = async (ref: LedgerRef, length: number) => {
      const entries = chainOf(ref, length);
      for (const entry of entries) await ledger.append(ref, entry, NO_CONSEQUENCES);
      return entries;
    };

    it('gives back what was appended, in order and unbroken', async () => {
      const entries = await append(REF, 3);
      expect(await ledger.read(REF)).toEqual(entries);
      expect(findChainBreak(REF, await ledger.read(REF))).toBeUndefined();
    });

    it('is empty before the first entry', async () => {
      expect(await ledger.read(REF)).toEqual([]);
      expect(await ledger.list('PROJECT')).toEqual([]);
    });

    it('reads only what came after a seq', async () => {
      const entries = await append(REF, 4);
      expect(await ledger.read(REF, 2)).toEqual(entries.slice(2));
      expect(await ledger.read(REF, 4)).toEqual([]);
    });

    it('answers STALE to a seq that is taken and keeps the entry that stands there', async () => {
      const [first] = await append(REF, 1);
      expect(await ledger.append(REF, entryAfter(REF, undefined, 'other'), NO_CONSEQUENCES)).toBe('STALE');
      expect(await ledger.read(REF)).toEqual([first]);
    });

    it('answers STALE to the same entry appended twice', async () => {
      const [first] = await append(REF, 1);
      if (!first) throw new Error('no entry');
      expect(await ledger.append(REF, first, NO_CONSEQUENCES)).toBe('STALE');
    });

    it('answers STALE to an entry that would leave a gap', async () => {
      const [, , third] = chainOf(REF, 3);
      if (!third) throw new Error('no entry');
      expect(await ledger.append(REF, third, NO_CONSEQUENCES)).toBe('STALE');
      expect(await ledger.read(REF)).toEqual([]);
    });

    it('lets one of many win who append at the same place at once', async () => {
      const rivals = ['a', 'b', 'c', 'd', 'e'].map((act) => entryAfter(REF, undefined, act));
      const answers = await Promise.all(rivals.map((entry) => ledger.append(REF, entry, NO_CONSEQUENCES)));
      expect(answers.toSorted()).toEqual(['APPENDED', 'STALE', 'STALE', 'STALE', 'STALE']);
      expect(await ledger.read(REF)).toEqual([rivals[answers.indexOf('APPENDED')]]);
    });

    it('holds one entry of requests that are one, and refuses their key for anything else', async () => {
      const ports = { ledger, clock: { now: () => instantOf(Date.UTC(2026, 2, 2, 1)) } };
      const actor = { role: 'FINANCE', unit: 'FINANCE', id: 'finance-1' } as const;
      const ask = (amount: string, request: string) =>
        appendToBudget(ports, { actor, request }, '2026', (budget) =>
          decideSetBudget(budget, { year: '2026', amount, document: 'd'.repeat(64) }),
        );
      const request = requestMark('who', 'ten');
      const [first, ...others] = await Promise.all([1, 2, 3].map(() => ask('10', request)));
      expect(first).toMatchObject({ ok: true, value: { head: { seq: 1 } } });
      expect([...others, await ask('10', request)]).toEqual([first, first, first]);
      expect(await ask('20', requestMark('who', 'twenty'))).toMatchObject({
        ok: false,
        refusal: { code: 'IDEMPOTENCY_MISMATCH' },
      });
      expect((await ledger.read({ kind: 'BUDGET', id: '2026' })).map((entry) => entry.request)).toEqual([request]);
    });

    it('takes an entry that does not link to the one before it for a fault', async () => {
      await append(REF, 1);
      const stranger = entryAfter(REF, { seq: 1, hash: 'f'.repeat(64) });
      await expect(ledger.append(REF, stranger, NO_CONSEQUENCES)).rejects.toMatchObject({ code: 'CORRUPT' });
      expect(await ledger.read(REF)).toHaveLength(1);
    });

    it('takes an entry of another ledger for a fault', async () => {
      const misfiled = entryAfter({ kind: 'PROJECT', id: '330302-2026-0018' });
      await expect(ledger.append(REF, misfiled, NO_CONSEQUENCES)).rejects.toMatchObject({ code: 'CORRUPT' });
      expect(await ledger.read(REF)).toEqual([]);
    });

    it('keeps ledgers apart by kind and by id', async () => {
      const budget: LedgerRef = { kind: 'BUDGET', id: '2026' };
      await append(REF, 1);
      await append({ kind: 'PROJECT', id: '330302-2026-0018' }, 2);
      await append(budget, 3);
      expect(await ledger.read(REF)).toHaveLength(1);
      expect(await ledger.read(budget)).toHaveLength(3);
      expect(await ledger.list('BUDGET')).toEqual(['2026']);
    });

    it('lists ids in order, page by page', async () => {
      const ids = ['330302-2026-0003', '330302-2026-0001', '330302-2026-0002'];
      for (const id of ids) await append({ kind: 'PROJECT', id }, 2);
      expect(await ledger.list('PROJECT')).toEqual(ids.toSorted());
      expect(await ledger.list('PROJECT', { limit: 2 })).toEqual(['330302-2026-0001', '330302-2026-0002']);
      expect(await ledger.list('PROJECT', { cursor: '330302-2026-0002', limit: 2 })).toEqual(['330302-2026-0003']);
    });
  });
}
