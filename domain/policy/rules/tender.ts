// Open tender or small works, by contract value and by the state money in the project (AP-07, AP-08).
import type { Decimal } from 'decimal.js';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { decimalOf, printAmount, sum } from '../../money/money.ts';
import type { Finding } from '../finding.ts';
import type { RulePack } from '../packs.ts';
import { valueOn } from '../parameters/dated.ts';
import { CONTRACT_TYPES, type ContractType } from '../parameters/law.ts';
import { ruleFinding } from '../rule-finding.ts';

export type TenderRoute = 'OPEN_TENDER' | 'SMALL_WORKS';

export interface TenderFacts {
  /** Budget money in the project. */
  readonly fiscal: Decimal;
  readonly total: Decimal;
  readonly contracts: readonly { readonly type: ContractType; readonly amount: Decimal }[];
}

export interface ContractRoute {
  readonly type: ContractType;
  readonly amount: Decimal;
  readonly threshold: Decimal;
  readonly route: TenderRoute;
}

export interface TenderResult {
  /** Open tender as soon as one contract needs it. */
  readonly route: TenderRoute;
  readonly stateFunded: boolean;
  readonly perContract: readonly ContractRoute[];
  readonly findings: readonly Finding[];
}

export function routeTenders(facts: TenderFacts, on: PlainDate, pack: RulePack): TenderResult {
  const thresholds = valueOn(pack.tenderThresholds, on);
  const funds = valueOn(pack.stateFunds, on);
  const stateFunded =
    facts.fiscal.greaterThanOrEqualTo(funds.amount) &&
    facts.fiscal.greaterThanOrEqualTo(decimalOf(facts.total).times(funds.share));
  const perContract = facts.contracts.map(({ type, amount }): ContractRoute => {
    const threshold = thresholds[type];
    const route = stateFunded && amount.greaterThanOrEqualTo(threshold) ? 'OPEN_TENDER' : 'SMALL_WORKS';
    return { type, amount, threshold, route };
  });
  const route = perContract.some((contract) => contract.route === 'OPEN_TENDER') ? 'OPEN_TENDER' : 'SMALL_WORKS';
  const findings = [
    findRoute(facts, route, stateFunded, perContract, pack),
    ...(stateFunded ? findSplitting(perContract, pack) : []),
  ];
  return { route, stateFunded, perContract, findings };
}

function findRoute(
  { fiscal, total }: TenderFacts,
  route: TenderRoute,
  stateFunded: boolean,
  perContract: readonly ContractRoute[],
  pack: RulePack,
): Finding {
  const facts = { fiscal: printAmount(fiscal), total: printAmount(total) };
  const contracts = perContract.map((contract) => ({
    type: contract.type,
    amount: printAmount(contract.amount),
    threshold: printAmount(contract.threshold),
    route: contract.route,
  }));
  const figures = { stateFunded, contracts, law: pack.tenderThresholds[0].citation };
  if (route === 'OPEN_TENDER') {
    const says = { zh: '合同达到公开招标限额，须公开招标', en: 'A contract reaches the threshold: open tender' };
    return ruleFinding(pack, 'AP-07', { verdict: 'PASS', code: route, says, facts, figures });
  }
  const says = stateFunded
    ? { zh: '均在限额以下，按小额工程规定发包', en: 'All below the thresholds: small-works route' }
    : { zh: '财政资金未达必须招标的规模，按小额工程规定发包', en: 'State money below the test: small-works route' };
  return ruleFinding(pack, 'AP-08', { verdict: 'PASS', code: route, says, facts, figures });
}

/** Contracts of one type that together reach the threshold, though none does alone: no splitting (招标投标法 4). */
function findSplitting(perContract: readonly ContractRoute[], pack: RulePack): Finding[] {
  return CONTRACT_TYPES.flatMap((type) => {
    const contracts = perContract.filter((contract) => contract.type === type);
    const together = sum(contracts.map(({ amount }) => amount));
    const threshold = contracts[0]?.threshold;
    const small = contracts.every(({ route }) => route === 'SMALL_WORKS');
    if (threshold === undefined || contracts.length < 2 || !small || together.lessThan(threshold)) return [];
    const says = {
      zh: `${contracts.length} 个同类合同合计 ${printAmount(together)} 元已达限额，请核实有无化整为零`,
      en: `${contracts.length} contracts of one type add up to ${printAmount(together)} yuan, over the threshold: check for splitting`,
    };
    const figures = { type, together: printAmount(together), threshold: printAmount(threshold) };
    return [ruleFinding(pack, 'AP-07', { verdict: 'WARN', code: 'POSSIBLE_SPLITTING', says, figures })];
  });
}
