// Thresholds and time limits of other law: advice beside the instrument, except where the instrument points outside (AP-06 to AP-08).
import type { Decimal } from 'decimal.js';
import { plainDateOf } from '../../calendar/plain-date.ts';
import { decimalOf } from '../../money/money.ts';
import type { Grade, Parameter } from './dated.ts';
import type { Fraction } from './local.ts';

export const CONTRACT_TYPES = ['WORKS', 'GOODS', 'SERVICES'] as const;
export type ContractType = (typeof CONTRACT_TYPES)[number];

/** Parts with a statutory warranty in years; heating and cooling are counted in seasons, structure in design life. */
export const WARRANTY_YEARS_PARTS = ['WATERPROOFING', 'ELECTRICAL', 'PLUMBING', 'EQUIPMENT', 'FINISHING'] as const;
export type WarrantyYearsPart = (typeof WARRANTY_YEARS_PARTS)[number];

export interface LawParameters {
  /** Yuan from which a contract must be put out to open tender. */
  readonly tenderThresholds: Parameter<Readonly<Record<ContractType, Decimal>>>;
  /** Budget money that makes a project one of state funds: both the amount and the share of the investment. */
  readonly stateFunds: Parameter<{ readonly amount: Decimal; readonly share: Decimal }>;
  /** An estimate may exceed the feasibility study by this share. */
  readonly estimateExcess: Parameter<Decimal>;
  /** Civil Code 278: who must take part, and who of those must agree. */
  readonly ownersDecision: Parameter<{ readonly participation: Fraction; readonly agreement: Fraction }>;
  readonly completionFilingDays: Parameter<number>;
  readonly fireFilingWorkingDays: Parameter<number>;
  readonly finalAccountsMonths: Parameter<number>;
  readonly archiveMonths: Parameter<number>;
  readonly warrantyYears: Parameter<Readonly<Record<WarrantyYearsPart, number>>>;
  readonly heatingCoolingSeasons: Parameter<number>;
}

const since = <Value>(from: string, value: Value, citation: string, grade: Grade): Parameter<Value> => [
  { value, from: plainDateOf(from), citation, grade },
];

export const lawParameters: LawParameters = {
  tenderThresholds: since(
    '2018-06-01',
    { WORKS: decimalOf(4_000_000), GOODS: decimalOf(2_000_000), SERVICES: decimalOf(1_000_000) },
    '必须招标的工程项目规定（国家发改委令第16号）第五条',
    'LAW_SEEN',
  ),
  stateFunds: since(
    '2018-06-01',
    { amount: decimalOf(2_000_000), share: decimalOf('0.1') },
    '必须招标的工程项目规定（国家发改委令第16号）第二条',
    'LAW_SEEN',
  ),
  estimateExcess: since('2019-07-01', decimalOf('0.1'), '政府投资条例第十二条', 'LAW_READ'),
  ownersDecision: since(
    '2021-01-01',
    { participation: { of: 2, outOf: 3 }, agreement: { of: 3, outOf: 4 } },
    '民法典第二百七十八条',
    'LAW_READ',
  ),
  completionFilingDays: since('2000-01-30', 15, '建设工程质量管理条例第四十九条', 'LAW_READ'),
  fireFilingWorkingDays: since('2020-06-01', 5, '建设工程消防设计审查验收管理暂行规定（住建部令第51号）', 'LAW_SEEN'),
  finalAccountsMonths: since(
    '2016-09-01',
    3,
    '基本建设项目竣工财务决算管理暂行办法（财建〔2016〕503号）第二条',
    'LAW_SEEN',
  ),
  archiveMonths: since('2001-07-04', 3, '城市建设档案管理规定', 'UNVERIFIED'),
  warrantyYears: since(
    '2000-01-30',
    { WATERPROOFING: 5, ELECTRICAL: 2, PLUMBING: 2, EQUIPMENT: 2, FINISHING: 2 },
    '建设工程质量管理条例第四十条',
    'LAW_READ',
  ),
  heatingCoolingSeasons: since('2000-01-30', 2, '建设工程质量管理条例第四十条', 'LAW_READ'),
};
