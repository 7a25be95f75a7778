// Who is who on one machine: names are rows of the database, beside the read model of user grants.
import type { Clock, Directory, Views } from '../../domain/ports.ts';
import { grantedDirectory, type Names } from '../granted-directory.ts';
import type { Database } from './database.ts';

export function sqliteNames(database: Database): Names {
  return {
    async remember(personId, name) {
      database.write(() =>
        database.prepare('INSERT OR REPLACE INTO people (id, name) VALUES (?, ?)').run(personId, name),
      );
      await database.durable();
    },

    async forget(personId) {
      database.write(() => database.prepare('DELETE FROM people WHERE id = ?').run(personId));
      await database.durable();
    },
  };
}

export const sqliteDirectory = (database: Database, views: Views, clock: Clock): Directory =>
  grantedDirectory(views, clock, async (personId) => {
    const row = database.prepare('SELECT name FROM people WHERE id = ?').get(personId);
    return row && String(row.name);
  });
