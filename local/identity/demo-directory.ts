// Who is who while the demo is on: its accounts beside those of the district's own grants, so that colleagues find each other.
import type { Directory, Holder, Person } from '../../domain/ports.ts';
import { type DemoAccount, postsOf } from './accounts.ts';

export function withDemoAccounts(directory: Directory, accounts: readonly DemoAccount[]): Directory {
  if (accounts.length === 0) return directory;
  const people = accounts.map((account): Person => ({ id: account.id, name: account.name, posts: postsOf(account) }));
  const all = people.flatMap(({ id, name, posts }) => posts.map((post): Holder => ({ ...post, id, name })));
  return {
    // An issuer that names roles is believed: a demo account is what its token says, whatever was granted to its id.
    find: async (id) => people.find((person) => person.id === id) ?? directory.find(id),
    async holders(role, unit) {
      const demo = all.filter((holder) => holder.role === role && (unit === undefined || holder.unit === unit));
      const granted = await directory.holders(role, unit);
      return [...demo, ...granted.filter(({ id }) => !people.some((person) => person.id === id))];
    },
  };
}
