// Who may sign in: demo accounts while they are on, and everybody of the directory who has set a password.
import type { HeldPost, Post } from '../../domain/directory/post.ts';
import type { Directory, Named, Person } from '../../domain/ports.ts';
import type { TokenBuckets } from '../http/token-buckets.ts';
import type { PasswordBook } from './password-book.ts';
import { DEMO_COST, hashPassword, isPasswordOf } from './passwords.ts';

export interface DemoAccount extends Named, Post {
  readonly password: string;
  /** Further posts of the same person, who then says at each request which one they act under. */
  readonly alsoHolds?: readonly Post[];
}

export const postsOf = ({ role, unit, alsoHolds = [] }: DemoAccount): readonly HeldPost[] => [
  { role, unit },
  ...alsoHolds,
];

export interface Accounts {
  isDemo(id: string): boolean;
  /** The one post that tokens name; of everybody else the district's grants are asked at each request. */
  namedPost(id: string): Post | undefined;
  find(id: string): Promise<Person | undefined>;
  signIn(account: string, password: string, address: string): Promise<SignIn>;
}

export type SignIn =
  | { readonly result: 'SIGNED_IN'; readonly person: Person }
  | { readonly result: 'WRONG' }
  /** The password is right, and the account holds nothing now. */
  | { readonly result: 'NO_POST' }
  | { readonly result: 'TOO_MANY'; readonly seconds: number };

/** Failed sign-ins, for each account and for each address. */
export interface Attempts {
  readonly byAccount: TokenBuckets;
  readonly byAddress: TokenBuckets;
}

export function accountsOf(
  demoAccounts: readonly DemoAccount[],
  directory: Pick<Directory, 'find'>,
  passwords: PasswordBook,
  { byAccount, byAddress }: Attempts,
): Accounts {
  const demo = new Map(demoAccounts.map((account) => [account.id, account]));
  // Hashed when first needed: forty at once would delay the start.
  const demoHashes = new Map<string, Promise<string>>();

  async function matches(id: string, password: string): Promise<boolean> {
    const account = demo.get(id);
    if (!account) return passwords.matches(id, password);
    const hash = demoHashes.get(id) ?? hashPassword(account.password, DEMO_COST);
    demoHashes.set(id, hash);
    return isPasswordOf(await hash, password);
  }

  async function find(id: string): Promise<Person | undefined> {
    const account = demo.get(id);
    if (!account) return directory.find(id);
    return { id, name: account.name, posts: postsOf(account) };
  }

  return {
    isDemo: (id) => demo.has(id),
    namedPost(id) {
      const account = demo.get(id);
      return account?.alsoHolds === undefined ? account : undefined;
    },
    find,
    async signIn(account, password, address) {
      // Taken before and given back after: many guesses at once are counted before the first of them has failed.
      const seconds = Math.max(byAccount.take(account), byAddress.take(address));
      if (seconds > 0) return { result: 'TOO_MANY', seconds };
      if (!(await matches(account, password))) return { result: 'WRONG' };
      byAccount.giveBack(account);
      byAddress.giveBack(address);
      const person = await find(account);
      return person === undefined ? { result: 'NO_POST' } : { result: 'SIGNED_IN', person };
    },
  };
}
