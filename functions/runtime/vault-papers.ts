// What the vault holds of rosters and votes, written and read by one schema: the only place where owners have names.
import * as z from 'zod';
import { Fault } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/json.ts';
import { VOTES } from '../../domain/policy/rules/double-majority.ts';
import type { Ports } from '../../domain/ports.ts';
import { type RosterUnit, UNIT_KIND_CODES } from '../../domain/roster/roster.ts';

const JSON_TYPE = 'application/json';

const owner = z.strictObject({
  key: z.string(),
  name: z.string(),
  idNumber: z.string().optional(),
  phone: z.string().optional(),
});

const vaultUnit = z.strictObject({
  unit: z.string(),
  building: z.string(),
  stairwell: z.string(),
  room: z.string(),
  area: z.string(),
  titleArea: z.string().optional(),
  kind: z.enum(UNIT_KIND_CODES),
  owners: z.tuple([owner], owner),
});

export const vaultRoster = z.strictObject({
  holds: z.literal('ROSTER'),
  neighbourhood: z.string(),
  units: z.array(vaultUnit),
});

export const vaultVotes = z.strictObject({
  holds: z.literal('VOTES'),
  rollHash: z.string(),
  /** The spreadsheet as it was uploaded. */
  source: z.string(),
  votes: z.array(z.strictObject({ unit: z.string(), vote: z.enum(VOTES), publishRoom: z.boolean() })),
});

export type VaultRoster = z.output<typeof vaultRoster>;
export type VaultUnit = z.output<typeof vaultUnit>;
export type VaultVotes = z.output<typeof vaultVotes>;

/** What ledgers and rules may see of a unit. */
export function withoutPeople({ owners: [first, ...others], titleArea, ...unit }: VaultUnit): RosterUnit {
  return {
    ...unit,
    ...(titleArea !== undefined && { titleArea }),
    ownerKeys: [first.key, ...others.map(({ key }) => key)],
  };
}

/** SHA-256 of the paper; the same rows give the same paper. */
export async function putInVault(ports: Ports, content: VaultRoster | VaultVotes): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(content));
  const { sha256 } = await ports.papers.put(bytes, {
    mediaType: JSON_TYPE,
    paperClass: 'VAULT',
    storedAt: ports.clock.now(),
  });
  return sha256;
}

/** Undefined if there is no such paper, if its time is over, or if it holds something else. */
export async function takeFromVault<Content>(
  ports: Ports,
  sha256: string,
  schema: z.ZodType<Content>,
): Promise<Content | undefined> {
  const described = await ports.papers.describe(sha256);
  if (described?.paperClass !== 'VAULT' || described.mediaType !== JSON_TYPE) return undefined;
  const bytes = await ports.papers.get(sha256);
  return bytes && schema.safeParse(parseJson(bytes, sha256)).data;
}

function parseJson(bytes: Uint8Array, sha256: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Without the cause: the message of JSON.parse quotes what it could not read.
    throw new Fault('CORRUPT', `vault paper ${sha256} is not JSON`);
  }
}
