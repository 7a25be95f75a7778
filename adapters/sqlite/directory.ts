// Who is who on one machine: the read model of user grants, joined with names that live outside ledgers and views.
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { BY_ROLE, placeByPerson, placeByRole, readPersonRow, readRoleRow } from '../../domain/directory/grant-rows.ts';
import { postOf } from '../../domain/directory/grants.ts';
import { type HeldPost, isHeldOn } from '../../domain/directory/post.ts';
import type { Clock, Directory, Holder, Views } from '../../domain/ports.ts';
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

export function sqliteDirectory(database: Database, views: Views, clock: Clock): Directory {
  const nameOf = (personId: string): string => {
    const row = database.prepare('SELECT name FROM people WHERE id = ?').get(personId);
    return String(row?.name ?? personId);
  };
  const isHeldNow = (post: HeldPost): boolean => isHeldOn(post, dateInShanghai(clock.now()));

  return {
    async find(id) {
      const { view, partition, sort } = placeByPerson(id);
      const row = await views.get(view, partition, sort);
      const posts = row === undefined ? [] : readPersonRow(row.value).filter(isHeldNow);
      return posts.length === 0 ? undefined : { id, posts, name: nameOf(id) };
    },

    async holders(role, unit) {
      const prefix = unit === undefined ? '' : placeByRole({ role, unit, personId: '' }).sort;
      const holders: Holder[] = [];
      let cursor: string | undefined;
      do {
        const page = await views.query(BY_ROLE, role, { prefix, ...(cursor !== undefined && { cursor }) });
        for (const { value } of page.rows) {
          const grant = readRoleRow(value);
          const post = postOf(grant);
          if (isHeldNow(post)) holders.push({ ...post, id: grant.personId, name: nameOf(grant.personId) });
        }
        cursor = page.cursor;
      } while (cursor !== undefined);
      return holders;
    },
  };
}
