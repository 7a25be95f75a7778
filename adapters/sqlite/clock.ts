// The two clocks: the real one, and one that stands still until it is moved, for rehearsals.
import type { Bilingual } from '../../domain/bilingual.ts';
import { epochMillisecondsOf, type Instant, instantOf } from '../../domain/calendar/plain-date.ts';
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Clock, Ledger } from '../../domain/ports.ts';
import type { Database } from './database.ts';

export const realClock: Clock = { now: () => instantOf(Date.now()) };

/** A clock that is set right by a network is moved by less. */
const TOLERANCE = 60_000;
const BEHIND: Bilingual = {
  zh: '服务器时钟早于最近一条记录，时限会算错，本次未保存任何内容。请系统管理员校准时钟后重试。',
  en: 'The clock of the server stands before the newest entry, and deadlines would be wrong: nothing was stored now. Try again when the operator has set it right.',
};

/** Takes no entry of now while the clock stands before an entry of now that is there. History may be written in any order. */
export function refuseWhileBehind(ledger: Ledger, database: Database): Ledger {
  const row = database.prepare('SELECT entry FROM entries ORDER BY rowid DESC LIMIT 1').get();
  let newest = row ? epochMillisecondsOf(JSON.parse(String(row.entry)).at) : 0;
  return {
    ...ledger,
    async append(ref, entry, consequences) {
      const at = epochMillisecondsOf(entry.at);
      const isOfNow = Math.abs(Date.now() - at) < TOLERANCE;
      if (isOfNow && at < newest - TOLERANCE) {
        throw new Fault('UNAVAILABLE', 'the clock stands before the newest entry', { says: BEHIND });
      }
      const answer = await ledger.append(ref, entry, consequences);
      if (isOfNow && answer === 'APPENDED') newest = Math.max(newest, at);
      return answer;
    },
  };
}

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
