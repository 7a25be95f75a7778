// Finds the roll that was frozen for this ballot of this project: without one, nobody could say who may vote.
import { granted, type Outcome } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { fieldsRefused } from '../../domain/projects/act-input.ts';
import type { RollTotals } from '../../domain/projects/consent/roll-totals.ts';
import type { Project } from '../../domain/projects/project.ts';
import { type Ballot, foldRosterLedger, rosterLedger } from '../../domain/roster/roster-ledger.ts';

export async function findFrozenRoll(
  ports: Pick<Ports, 'ledger'>,
  { projectId, neighbourhood }: Project,
  ballot: Ballot,
  rollHash: string,
): Promise<Outcome<RollTotals>> {
  const { rolls } = foldRosterLedger(await ports.ledger.read(rosterLedger(neighbourhood.code)));
  const frozen = rolls.find(
    (roll) => roll.projectId === projectId && roll.ballot === ballot && roll.rollHash === rollHash,
  );
  if (frozen !== undefined) {
    return granted({ units: frozen.units, households: frozen.households, area: frozen.area });
  }
  return fieldsRefused([
    {
      path: '/rollHash',
      says: {
        zh: '没有为本次表决冻结这份名册，请先冻结名册',
        en: 'No such roll was frozen for this ballot: freeze the roster first',
      },
    },
  ]);
}
