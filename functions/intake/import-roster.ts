// Imports a roster from an uploaded spreadsheet: all rows or none; people into the vault, hashes and totals into the ledger.
import { granted, type Outcome } from '../../domain/errors.ts';
import type { Entry } from '../../domain/ledger.ts';
import type { Ports } from '../../domain/ports.ts';
import { compareDoors, rosterOf } from '../../domain/roster/roster.ts';
import { type ImportedRoster, importedRosterPayload } from '../../domain/roster/roster-ledger.ts';
import {
  appendRosterEntry,
  findRosterEntry,
  loadRosterHistory,
  permitRosterAct,
  type RosterRequest,
} from '../runtime/append-roster-entry.ts';
import { putInVault, type VaultUnit, withoutPeople } from '../runtime/vault-papers.ts';
import { keepSpreadsheetInVault, openSpreadsheet } from './open-spreadsheet.ts';
import { type OwnerRow, type RosterRow, readRoster } from './read-roster.ts';

export interface ImportRosterRequest extends RosterRequest {
  /** SHA-256 of the uploaded spreadsheet. */
  readonly sha256: string;
}

export async function importRoster(ports: Ports, request: ImportRosterRequest): Promise<Outcome<ImportedRoster>> {
  const permitted = permitRosterAct('import-roster', request);
  if (!permitted.ok) return permitted;
  const before = await importedBefore(ports, request);
  if (!before.ok) return before;
  if (before.value) return granted(before.value);
  const spreadsheet = await openSpreadsheet(ports, request.sha256);
  if (!spreadsheet.ok) return spreadsheet;
  const rows = await readRoster(spreadsheet.value);
  if (!rows.ok) return rows;
  await keepSpreadsheetInVault(ports, spreadsheet.value);
  return keepRoster(ports, request, rows.value);
}

/** Keeps rows that were read and checked: people in the vault, hashes and totals in the ledger. */
export async function keepRoster(
  ports: Ports,
  request: ImportRosterRequest,
  rows: readonly RosterRow[],
): Promise<Outcome<ImportedRoster>> {
  const { neighbourhood, sha256 } = request;
  const units = rows.map((row) => withOwnerKeys(ports, row)).sort(compareDoors);
  const roster = rosterOf(units.map(withoutPeople));
  const vault = await putInVault(ports, { holds: 'ROSTER', neighbourhood: neighbourhood.code, units });
  const history = await loadRosterHistory(ports, neighbourhood.code);
  const inForce = history.imports.at(-1);
  // The same people in the same rooms: importing them twice is importing them once.
  if (inForce?.vault === vault) return granted(inForce);
  const payload = importedRosterPayload.parse({ source: sha256, vault, rosterHash: roster.hash, ...roster.totals });
  const appended = await appendRosterEntry(ports, request, history, 'import-roster', payload);
  return appended.ok ? granted(rosterIn(appended.value)) : appended;
}

const rosterIn = ({ payload, seq, at }: Entry): ImportedRoster => ({
  ...importedRosterPayload.parse(payload),
  seq,
  at,
});

/** What the same request imported when it came first. */
export async function importedBefore(
  ports: Ports,
  request: RosterRequest,
): Promise<Outcome<ImportedRoster | undefined>> {
  const before = await findRosterEntry(ports, request);
  return before.ok ? granted(before.value && rosterIn(before.value)) : before;
}

function withOwnerKeys(ports: Ports, { owners: [first, ...others], ...row }: RosterRow): VaultUnit {
  const keyed = (owner: OwnerRow) => ({ ...owner, key: ownerKey(ports, owner, row.unit) });
  return { ...row, owners: [keyed(first), ...others.map(keyed)] };
}

/** People of one name are not one person: without an id number the key holds within the unit only. */
function ownerKey({ seal }: Ports, { name, idNumber }: OwnerRow, unit: string): string {
  return seal.keyedHash('owner', idNumber ?? `${name.normalize('NFKC').replace(/\s/g, '')}|${unit}`);
}
