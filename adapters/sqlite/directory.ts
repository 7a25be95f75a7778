// Who is who on one machine: the read model of user grants, joined with names that live outside ledgers and views.
import { BY_ROLE, grantRolePayload, placeByPerson, placeByRole } from '../../domain/directory/grants.ts';
import type { Directory, Person, ViewRow, Views } from '../../domain/ports.ts';
import type { Database } from './database.ts';

/** Names of people, erasable; a person without one is shown by the id. */
export interface Names {
  remember(personId: string, name: string): Promise<void>;
  forget(personId: string): Promise<void>;
}

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

export function sqliteDirectory(database: Database, views: Views): Directory {
  const personOf = ({ value }: ViewRow): Person => {
    const { personId, role, unit } = grantRolePayload.parse(value);
    const row = database.prepare('SELECT name FROM people WHERE id = ?').get(personId);
    return { id: personId, role, unit, name: String(row?.name ?? personId) };
  };

  return {
    async find(id) {
      const { view, partition, sort } = placeByPerson(id);
      const row = await views.get(view, partition, sort);
      return row && personOf(row);
    },

    async holders(role, unit) {
      const prefix = unit === undefined ? '' : placeByRole({ role, unit, personId: '' }).sort;
      const people: Person[] = [];
      let cursor: string | undefined;
      do {
        const page = await views.query(BY_ROLE, role, { prefix, ...(cursor !== undefined && { cursor }) });
        people.push(...page.rows.map(personOf));
        cursor = page.cursor;
      } while (cursor !== undefined);
      return people;
    },
  };
}
