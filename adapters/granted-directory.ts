// Who is who: the read model of user grants, joined with names that live outside ledgers and views, wherever these are kept.
import { dateInShanghai } from '../domain/calendar/plain-date.ts';
import { BY_ROLE, placeByPerson, placeByRole, readPersonRow, readRoleRow } from '../domain/directory/grant-rows.ts';
import { postOf } from '../domain/directory/grants.ts';
import { type HeldPost, isHeldOn } from '../domain/directory/post.ts';
import type { Clock, Directory, Holder, ViewRow, Views } from '../domain/ports.ts';

/** Names of people, erasable; a person without one is shown by the id. */
export interface Names {
  remember(personId: string, name: string): Promise<void>;
  forget(personId: string): Promise<void>;
}

export function grantedDirectory(
  views: Views,
  clock: Clock,
  nameOf: (personId: string) => Promise<string | undefined>,
): Directory {
  const isHeldNow = (post: HeldPost): boolean => isHeldOn(post, dateInShanghai(clock.now()));
  const shownAs = async (personId: string): Promise<string> => (await nameOf(personId)) ?? personId;
  const holderOf = async ({ value }: ViewRow): Promise<readonly Holder[]> => {
    const grant = readRoleRow(value);
    const post = postOf(grant);
    return isHeldNow(post) ? [{ ...post, id: grant.personId, name: await shownAs(grant.personId) }] : [];
  };

  return {
    async find(id) {
      const { view, partition, sort } = placeByPerson(id);
      const row = await views.get(view, partition, sort);
      const posts = row === undefined ? [] : readPersonRow(row.value).filter(isHeldNow);
      return posts.length === 0 ? undefined : { id, posts, name: await shownAs(id) };
    },

    async holders(role, unit) {
      const prefix = unit === undefined ? '' : placeByRole({ role, unit, personId: '' }).sort;
      const holders: Holder[] = [];
      let cursor: string | undefined;
      do {
        const page = await views.query(BY_ROLE, role, { prefix, ...(cursor !== undefined && { cursor }) });
        holders.push(...(await Promise.all(page.rows.map(holderOf))).flat());
        cursor = page.cursor;
      } while (cursor !== undefined);
      return holders;
    },
  };
}
