// Gives back the roll that was frozen for a ballot, taken from the vault and proved by its hash.
import { Fault, granted, type Outcome, refused } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { type Roster, rosterOf } from '../../domain/roster/roster.ts';
import { importOfRoll } from '../../domain/roster/roster-ledger.ts';
import { loadRosterHistory } from './append-roster-entry.ts';
import { takeFromVault, vaultRoster, withoutPeople } from './vault-papers.ts';

export async function loadFrozenRoll(
  ports: Ports,
  neighbourhoodCode: string,
  rollHash: string,
): Promise<Outcome<Roster>> {
  const imported = importOfRoll(await loadRosterHistory(ports, neighbourhoodCode), rollHash);
  if (imported === undefined) {
    return refused('NOT_FOUND', {
      zh: '该小区没有这份冻结名册；请先冻结名册',
      en: 'This neighbourhood has no such frozen roll: freeze the roster first',
    });
  }
  const kept = await takeFromVault(ports, imported.vault, vaultRoster);
  if (kept === undefined) {
    return refused('NOT_FOUND', {
      zh: '这份冻结名册已按保存期限销毁，只留有哈希和合计数',
      en: 'The time of this frozen roll is over and it was erased: only its hash and totals remain',
    });
  }
  const roll = rosterOf(kept.units.map(withoutPeople));
  if (roll.hash !== rollHash) throw new Fault('CORRUPT', `the frozen roll ${rollHash} does not match the vault`);
  return granted(roll);
}
