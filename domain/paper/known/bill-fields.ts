// The bills of all households, shared out by area to the fen: what each pays before the start, what each gets back or owes in the end.

import type { PlainDate } from '../../calendar/plain-date.ts';
import type { Entry } from '../../ledger.ts';
import { splitByLargestRemainder } from '../../money/largest-remainder.ts';
import { decimalOf, printAmount } from '../../money/money.ts';
import type { ContributionsSettled } from '../../projects/funding/settle-contributions.ts';
import type { Project } from '../../projects/project.ts';
import type { Roster } from '../../roster/roster.ts';
import { billNumber } from '../numbers.ts';
import type { KnownFields } from './project-fields.ts';
import { householdsOf, type Places } from './roll-fields.ts';

const sharesOf = (amount: string, { units }: Roster) =>
  splitByLargestRemainder(
    decimalOf(amount),
    units.map(({ area }) => decimalOf(area)),
  );

/** S1, and the sums beside the signatures of M3. */
export function contributionBills(project: Project, roll: Roster, on: PlainDate, places: Places): KnownFields {
  const funding = project.consent.plan?.funding;
  if (funding === undefined) return {};
  const selfRaised = sharesOf(funding.selfRaised, roll);
  const excess = sharesOf(funding.excess, roll);
  return {
    complete: places === undefined,
    bills: householdsOf(roll, places).map((household) => {
      const [own, beyond] = [selfRaised[household.no - 1] ?? decimalOf(0), excess[household.no - 1] ?? decimalOf(0)];
      return {
        ...household,
        billNo: billNumber('S1', on, project.projectId, household.no),
        due: printAmount(own.plus(beyond)),
        selfRaised: printAmount(own),
        excessBorne: printAmount(beyond),
        paid: '0.00',
      };
    }),
  };
}

/**
 * S2: the amount of each household stands in the ledger; what it owed in the end is its share of the audited sum, and
 * what it paid the difference, its share of common money included.
 */
export function settlementBills(
  project: Project,
  entries: readonly Entry[],
  roll: Roster,
  on: PlainDate,
  places: Places,
): KnownFields {
  const { plan } = project.consent;
  const { finalAccounts } = project.funding;
  const settled = entries.findLast(({ act }) => act === 'settle-contributions');
  if (plan === undefined || finalAccounts === undefined || settled === undefined) return {};
  // Written by the act itself.
  const { bills, direction } = settled.payload.result as unknown as ContributionsSettled;
  const amounts = new Map(bills.map(({ unit, amount }) => [unit, decimalOf(amount)]));
  const due = sharesOf(finalAccounts.due, roll);
  const { funding } = plan;
  return {
    complete: places === undefined,
    budget: {
      totalInvestment: funding.total,
      subsidy: funding.subsidy,
      selfRaised: funding.selfRaised,
      excessBorne: funding.excess,
    },
    audited: {
      totalInvestment: finalAccounts.total,
      subsidy: finalAccounts.subsidy,
      selfRaised: finalAccounts.selfRaised,
      excessBorne: finalAccounts.excess,
    },
    bills: householdsOf(roll, places).map((household) => {
      const owed = due[household.no - 1] ?? decimalOf(0);
      const amount = amounts.get(roll.units[household.no - 1]?.unit ?? '') ?? decimalOf(0);
      return {
        ...household,
        billNo: billNumber('S2', on, project.projectId, household.no),
        due: printAmount(owed),
        paid: printAmount(direction === 'REFUND' ? owed.plus(amount) : owed.minus(amount)),
        channel: '含公共资金分摊',
        refundChannel: '个人缴款退原账户，公共资金退原来源',
      };
    }),
  };
}

/** M3: what each household undertakes to pay. */
export function undertakingHouseholds(project: Project, roll: Roster): KnownFields {
  const residents = project.consent.plan?.funding.residents;
  if (residents === undefined) return {};
  const due = sharesOf(residents, roll);
  return {
    households: householdsOf(roll, undefined).map((household) => ({
      ...household,
      due: printAmount(due[household.no - 1] ?? decimalOf(0)),
    })),
  };
}
