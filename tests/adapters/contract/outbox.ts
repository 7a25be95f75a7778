// What every adapter of the Outbox port keeps.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Message, Outbox } from '../../../domain/ports.ts';
import type { Open, Opened } from './opened.ts';

interface OutboxParts {
  readonly outbox: Outbox;
  moveClockTo(to: Instant): unknown;
}

/** Minutes after the contract's clock starts, 09:00 in Wenzhou on 2 March 2026. */
const at = (minutes: number) => instantOf(Date.UTC(2026, 2, 2, 1, minutes));

const message = (messageId: string): Message => ({
  messageId,
  to: { role: 'STREET', unit: '330302001' },
  template: 'task-opened',
  values: { project: '330302-2026-0017' },
});

/** The store's clock stands at 09:00 in Wenzhou on 2 March 2026 when it is opened. */
export function describeOutbox(name: string, open: Open<OutboxParts>): void {
  describe(`${name} outbox`, () => {
    let opened: OutboxParts & Opened;
    let outbox: Outbox;
    beforeEach(async () => {
      opened = await open();
      outbox = opened.outbox;
    });
    afterEach(() => opened.close());

    const claimed = async (limit: number, until: Instant) =>
      (await outbox.claim(limit, until)).map(({ messageId }) => messageId);

    it('hands out messages in the order in which they came', async () => {
      await outbox.enqueue([message('b'), message('a')]);
      await outbox.enqueue([message('c')]);
      expect(await claimed(2, at(5))).toEqual(['b', 'a']);
      expect(await claimed(2, at(5))).toEqual(['c']);
      expect(await claimed(2, at(5))).toEqual([]);
    });

    it('gives the whole message, when it was queued, and which attempt this is', async () => {
      await outbox.enqueue([message('a')]);
      expect(await outbox.claim(1, at(5))).toEqual([{ ...message('a'), enqueuedAt: at(0), attempts: 1 }]);
    });

    it('queues a message once, however often it is enqueued', async () => {
      await outbox.enqueue([message('a'), message('a')]);
      await outbox.enqueue([message('a')]);
      expect(await outbox.pending()).toBe(1);
      expect(await claimed(10, at(5))).toEqual(['a']);
    });

    it('does not queue a message again that was delivered before', async () => {
      await outbox.enqueue([message('a')]);
      await outbox.claim(1, at(5));
      await outbox.settle('a', 'DELIVERED');
      await outbox.enqueue([message('a')]);
      expect(await outbox.pending()).toBe(0);
    });

    it('gives a message to one of many senders who claim at once', async () => {
      await outbox.enqueue(['a', 'b', 'c'].map(message));
      const claims = await Promise.all([claimed(2, at(5)), claimed(2, at(5)), claimed(2, at(5))]);
      expect(claims.flat().toSorted()).toEqual(['a', 'b', 'c']);
    });

    it('lets a message be claimed again when its sender did not settle it in time', async () => {
      await outbox.enqueue([message('a')]);
      await outbox.claim(1, at(5));
      await opened.moveClockTo(at(4));
      expect(await claimed(1, at(9))).toEqual([]);
      await opened.moveClockTo(at(5));
      expect(await outbox.claim(1, at(10))).toMatchObject([{ messageId: 'a', attempts: 2 }]);
    });

    it('never hands out a settled message again', async () => {
      await outbox.enqueue([message('a'), message('b')]);
      await outbox.claim(2, at(5));
      await outbox.settle('a', 'DELIVERED');
      await outbox.settle('b', 'FAILED', 'no address for this unit');
      await opened.moveClockTo(at(60));
      expect(await claimed(2, at(65))).toEqual([]);
      expect(await outbox.pending()).toBe(0);
    });

    it('hands out a message to be retried not before its time', async () => {
      await outbox.enqueue([message('a')]);
      await outbox.claim(1, at(5));
      await outbox.retry('a', at(30));
      await opened.moveClockTo(at(29));
      expect(await claimed(1, at(35))).toEqual([]);
      await opened.moveClockTo(at(30));
      expect(await claimed(1, at(35))).toEqual(['a']);
    });

    it('counts as pending what is neither delivered nor given up, claimed or not', async () => {
      await outbox.enqueue(['a', 'b', 'c'].map(message));
      await outbox.claim(2, at(5));
      expect(await outbox.pending()).toBe(3);
      await outbox.settle('a', 'DELIVERED');
      expect(await outbox.pending()).toBe(2);
    });

    it('tells since when the oldest waits, tried or not, and nothing when none waits', async () => {
      expect(await outbox.oldest()).toBeUndefined();
      await outbox.enqueue([message('a')]);
      await opened.moveClockTo(at(3));
      await outbox.enqueue([message('b')]);
      await outbox.claim(1, at(5));
      expect(await outbox.oldest()).toBe(at(0));
      await outbox.settle('a', 'DELIVERED');
      expect(await outbox.oldest()).toBe(at(3));
    });
  });
}
