// The outbox in SQLite: messages are queued in the order of their entries, leased to one sender, settled or tried again.
import type { Instant } from '../../domain/calendar/plain-date.ts';
import type { Clock, Message, Outbox, OutboxItem } from '../../domain/ports.ts';
import type { Database } from './database.ts';

export function sqliteOutbox(database: Database, clock: Clock): Outbox {
  return {
    async enqueue(messages) {
      database.write(() => enqueueMessages(database, clock, messages));
      await database.durable();
    },

    async claim(limit, until) {
      const items = database.write(() =>
        database
          .prepare(`
            SELECT place, message, enqueued_at, attempts FROM outbox
            WHERE state = 'PENDING' AND available_at <= ? ORDER BY place LIMIT ?`)
          .all(clock.now(), limit)
          .map((row): OutboxItem => {
            const attempts = Number(row.attempts) + 1;
            database
              .prepare('UPDATE outbox SET available_at = ?, attempts = ? WHERE place = ?')
              .run(until, attempts, Number(row.place));
            return {
              // Written by `enqueueMessages` from a Message.
              ...(JSON.parse(String(row.message)) as Message),
              enqueuedAt: String(row.enqueued_at) as Instant,
              attempts,
            };
          }),
      );
      await database.durable();
      return items;
    },

    async settle(messageId, result, detail) {
      database.write(() =>
        database
          .prepare(`
            UPDATE outbox SET state = ?, detail = ?, settled_at = ? WHERE message_id = ? AND state = 'PENDING'`)
          .run(result, detail ?? null, clock.now(), messageId),
      );
      await database.durable();
    },

    async retry(messageId, notBefore) {
      database.write(() =>
        database
          .prepare(`UPDATE outbox SET available_at = ? WHERE message_id = ? AND state = 'PENDING'`)
          .run(notBefore, messageId),
      );
      await database.durable();
    },

    async pending() {
      const row = database.prepare(`SELECT count(*) AS messages FROM outbox WHERE state = 'PENDING'`).get();
      return Number(row?.messages);
    },

    async oldest() {
      const row = database.prepare(`SELECT min(enqueued_at) AS oldest FROM outbox WHERE state = 'PENDING'`).get();
      // Written by `enqueueMessages` from the clock.
      return row?.oldest === null || row?.oldest === undefined ? undefined : (String(row.oldest) as Instant);
    },
  };
}

/** Queues messages inside the caller's transaction; one that was ever queued is not queued again. */
export function enqueueMessages(database: Database, clock: Clock, messages: readonly Message[]): void {
  const now = clock.now();
  const insert = database.prepare(`
    INSERT INTO outbox (message_id, message, enqueued_at, available_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  for (const message of messages) insert.run(message.messageId, JSON.stringify(message), now, now);
}
