// The passwords of one machine: their hashes by account, in one file of the data folder. Who an account is and what it
// may do stands elsewhere, in the district's grants.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writeFileDurably } from '../../adapters/sqlite/durable-file.ts';
import { Fault } from '../../domain/errors.ts';
import { sha256Hex } from '../../domain/json.ts';
import { hashPassword, isPasswordOf, NOBODY } from './passwords.ts';

const Kept = z.record(z.string(), z.string());

export interface PasswordBook {
  /** Sets or replaces the password of an account. */
  set(account: string, password: string): Promise<void>;
  /** Takes as long for an account that does not exist as for a wrong password. */
  matches(account: string, password: string): Promise<boolean>;
  /** Changes whenever the password does; tells nothing about it. */
  versionOf(account: string): string;
}

/** Opens `keys/passwords.json` of the data folder; there is none before the first password is set. */
export async function openPasswordBook(folder: string): Promise<PasswordBook> {
  const path = join(folder, 'keys', 'passwords.json');
  const text = await readFile(path, 'utf8').catch((cause) => {
    if (cause.code !== 'ENOENT') throw cause;
    return '{}';
  });
  const read = Kept.safeParse(JSON.parse(text));
  if (!read.success) throw new Fault('CORRUPT', 'keys/passwords.json is damaged');
  const hashes = new Map(Object.entries(read.data));
  let written: Promise<void> = Promise.resolve();

  return {
    async set(account, password) {
      hashes.set(account, await hashPassword(password));
      // One after the other: two at once would write each other's file.
      written = written
        .catch(() => {})
        .then(() => writeFileDurably(path, JSON.stringify(Object.fromEntries(hashes)), `${path}.new`));
      await written;
    },
    matches: (account, password) => isPasswordOf(hashes.get(account) ?? NOBODY, password),
    versionOf: (account) => sha256Hex(hashes.get(account) ?? ''),
  };
}
