// Who is who while the demo is on: its accounts beside those of the district's own grants, so that colleagues find each other.
import type { Directory, Person } from '../../domain/ports.ts';
import type { DemoAccount } from './accounts.ts';

export function withDemoAccounts(directory: Directory, accounts: readonly DemoAccount[]): Directory {
  if (accounts.length === 0) return directory;
  const people = accounts.map(({ id, role, unit, name }): Person => ({ id, role, unit, name }));
  return {
    // An issuer that names roles is believed: a demo account is what its token says, whatever was granted to its id.
    find: async (id) => people.find((person) => person.id === id) ?? directory.find(id),
    async holders(role, unit) {
      const demo = people.filter((person) => person.role === role && (unit === undefined || person.unit === unit));
      const granted = await directory.holders(role, unit);
      return [...demo, ...granted.filter(({ id }) => !people.some((person) => person.id === id))];
    },
  };
}
