// What people write and are answered: kept in the vault alone, shown to those who answer, and to nobody else.
import * as z from 'zod';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/json.ts';
import type { Ports } from '../../domain/ports.ts';
import { fieldsRefused } from '../../domain/projects/act-input.ts';
import { takeFromVault } from '../runtime/vault-papers.ts';

const letter = z.strictObject({
  holds: z.literal('LETTER'),
  projectId: z.string(),
  /** Tells two letters of the same words apart. */
  id: z.string(),
  text: z.string(),
});

/** SHA-256 of the letter, by which the ledger names it. */
export async function putLetter(ports: Ports, projectId: string, text: string): Promise<string> {
  const content: z.output<typeof letter> = { holds: 'LETTER', projectId, id: ports.newId(), text };
  const { sha256 } = await ports.papers.put(new TextEncoder().encode(canonicalJson(content)), {
    mediaType: 'application/json',
    paperClass: 'VAULT',
    storedAt: ports.clock.now(),
  });
  return sha256;
}

export async function takeLetter(ports: Ports, sha256: string): Promise<Outcome<string>> {
  const taken = await takeFromVault(ports, sha256, letter);
  return taken
    ? granted(taken.text)
    : refused('NOT_FOUND', {
        zh: '该信访件已按期销毁，或不是信访件。',
        en: 'The letter was erased when its time was over, or this is no letter.',
      });
}

/** An entry refers to a letter of its own project: anything else would put a person's words where all can read them. */
export async function letterOnFile(
  ports: Ports,
  projectId: string,
  [path, sha256]: readonly [path: string, sha256: string],
): Promise<Outcome<undefined>> {
  // The description outlives the letter, so that a replay after its erasure decides the same.
  const described = await ports.papers.describe(sha256);
  const kept = described?.paperClass === 'VAULT' && (await belongsTo(ports, sha256, projectId));
  if (kept) return granted(undefined);
  return fieldsRefused([
    { path, says: { zh: '请先将信访件存入保密库', en: 'Put the letter into the vault of this project first' } },
  ]);
}

async function belongsTo(ports: Ports, sha256: string, projectId: string): Promise<boolean> {
  if ((await ports.papers.get(sha256)) === undefined) return true;
  return (await takeFromVault(ports, sha256, letter))?.projectId === projectId;
}
