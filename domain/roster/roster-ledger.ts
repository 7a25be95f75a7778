// The ledger of a neighbourhood's roster: what was imported, and which roll was frozen for which ballot.
import * as z from 'zod';
import { sha256Schema } from '../api.ts';
import type { Instant } from '../calendar/plain-date.ts';
import { Fault } from '../errors.ts';
import { EMPTY_HEAD, type Entry, type Head, type LedgerRef } from '../ledger.ts';
import type { Role } from '../parties.ts';

/** Who may do what with a roster; everybody in his own neighbourhoods only. */
export const ROSTER_ACTS = {
  'import-roster': ['STREET'],
  'freeze-roll': ['STREET', 'COMMUNITY', 'BODY'],
  'import-votes': ['STREET', 'COMMUNITY', 'BODY'],
} as const satisfies Record<string, readonly Role[]>;

export type RosterAct = keyof typeof ROSTER_ACTS;

/** The ballot of 二(三)1 and the ballot of 二(三)3: each has a roll of its own. */
export const BALLOTS = ['WILLINGNESS', 'PLAN'] as const;
export type Ballot = (typeof BALLOTS)[number];

export const rosterLedger = (neighbourhoodCode: string): LedgerRef => ({ kind: 'ROSTER', id: neighbourhoodCode });

const squareMetres = z.string().regex(/^\d+\.\d{2}$/);

const totals = {
  units: z.int().positive(),
  households: z.int().positive(),
  area: squareMetres,
  titleArea: squareMetres.nullable(),
};

export const importedRosterPayload = z.strictObject({
  /** The spreadsheet as it was uploaded. */
  source: sha256Schema,
  /** The rows with the people in them, in the vault. */
  vault: sha256Schema,
  rosterHash: sha256Schema,
  ...totals,
});

export const frozenRollPayload = z.strictObject({
  projectId: z.string(),
  ballot: z.enum(BALLOTS),
  /** Seq of the import that the roll was frozen from. */
  rosterSeq: z.int().positive(),
  rollHash: sha256Schema,
  ...totals,
});

export interface ImportedRoster extends z.output<typeof importedRosterPayload> {
  readonly seq: number;
  readonly at: Instant;
}

export interface FrozenRoll extends z.output<typeof frozenRollPayload> {
  readonly seq: number;
  readonly at: Instant;
}

export interface RosterHistory {
  readonly head: Head;
  /** In the order of import; the last one is in force. */
  readonly imports: readonly ImportedRoster[];
  readonly rolls: readonly FrozenRoll[];
}

export function foldRosterLedger(entries: readonly Entry[]): RosterHistory {
  const imports: ImportedRoster[] = [];
  const rolls: FrozenRoll[] = [];
  let head = EMPTY_HEAD;
  for (const { act, seq, at, payload, hash } of entries) {
    head = { seq, hash };
    if (act === 'import-roster') imports.push({ ...importedRosterPayload.parse(payload), seq, at });
    else if (act === 'freeze-roll') rolls.push({ ...frozenRollPayload.parse(payload), seq, at });
    else throw new Fault('CORRUPT', `entry ${seq} is not an entry of a roster`);
  }
  return { head, imports, rolls };
}

/** The import that a roll was frozen from, by the hash that both carry. */
export function importOfRoll(history: RosterHistory, rollHash: string): ImportedRoster | undefined {
  const roll = history.rolls.findLast((frozen) => frozen.rollHash === rollHash);
  return history.imports.find(({ seq }) => seq === roll?.rosterSeq);
}

/** Every freezing of these units: an unchanged roster gives each ballot the same roll. */
export const rollsOf = ({ rolls }: Pick<RosterHistory, 'rolls'>, rollHash: string): readonly FrozenRoll[] =>
  rolls.filter((frozen) => frozen.rollHash === rollHash);
