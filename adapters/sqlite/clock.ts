// The two clocks: the real one, and one that stands still until it is moved, for rehearsals.
import { type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Clock } from '../../domain/ports.ts';
import type { Database } from './database.ts';

export const realClock: Clock = { now: () => instantOf(Date.now()) };

export interface VirtualClock extends Clock {
  /** Moves on to a later instant; the way back is refused, because entries already stand at later times. */
  moveTo(to: Instant): Promise<Outcome<Instant>>;
}

/**
 * Opens the virtual clock kept in the file, at `start` or where it stood, whichever is later, and marks the file for
 * good as a rehearsal. A file with real projects refuses: their deadlines would be moved by hand.
 */
export async function openVirtualClock(database: Database, start: Instant): Promise<Outcome<VirtualClock>> {
  if (!isRehearsal(database) && holdsProjects(database)) {
    return refused('NOT_NOW', {
      zh: '数据目录中已有真实项目，不能使用虚拟时钟；演练请另设 JIUGAI_DATA 目录。',
      en: 'The data folder holds real projects and refuses a virtual clock; rehearse with another JIUGAI_DATA folder.',
    });
  }
  const stand = (at: Instant) =>
    database
      .prepare(`
        INSERT INTO installation (name, value) VALUES ('virtual-now', ?)
        ON CONFLICT DO UPDATE SET value = max(value, excluded.value)`)
      .run(at);
  const now = () => {
    const row = database.prepare(`SELECT value FROM installation WHERE name = 'virtual-now'`).get();
    return String(row?.value) as Instant;
  };

  database.write(() => {
    database.prepare(`INSERT OR IGNORE INTO installation (name, value) VALUES ('rehearsal', 'yes')`).run();
    stand(start);
  });
  await database.durable();

  return granted({
    now,
    async moveTo(to) {
      if (to < now()) {
        return refused('MALFORMED', {
          zh: `虚拟时钟只能向前拨：现在是 ${now()}。`,
          en: `The virtual clock only moves forward; it is ${now()}.`,
        });
      }
      database.write(() => stand(to));
      await database.durable();
      return granted(to);
    },
  });
}

/** Whether a virtual clock was ever used here: shown on every page and paper. */
export function isRehearsal(database: Database): boolean {
  return database.prepare(`SELECT 1 FROM installation WHERE name = 'rehearsal'`).get() !== undefined;
}

function holdsProjects(database: Database): boolean {
  return database.prepare(`SELECT 1 FROM entries WHERE kind = 'PROJECT' LIMIT 1`).get() !== undefined;
}
