// The numbers of a rule pack in words: what each is called and what it says, for people who read no code.
import { Decimal } from 'decimal.js';
import { type Bilingual, many } from '../../domain/bilingual.ts';
import type { Grade, Parameter } from '../../domain/policy/parameters/dated.ts';
import type { LawParameters } from '../../domain/policy/parameters/law.ts';
import type { Fraction, LocalParameters } from '../../domain/policy/parameters/local.ts';
import { printExact } from '../figures/amounts.ts';
import { both } from '../text/texts.ts';
import { VALUE_TITLES } from '../text/values.ts';

type Parameters = LocalParameters & LawParameters;
export type ParameterName = keyof Parameters;
type Values = { readonly [Name in ParameterName]: Parameters[Name] extends Parameter<infer Value> ? Value : never };
type ParametersOf = { readonly [Name in ParameterName]: Parameter<Values[Name]> };

interface InWords<Value> {
  readonly title: Bilingual;
  says(value: Value): Bilingual;
}

const alike = (text: string): Bilingual => both(text, text);
const percent = (share: Decimal): string => `${new Decimal(share).times(100).toFixed()}%`;
const fraction = ({ of, outOf }: Fraction): string => `${of}/${outOf}`;
const yuan = (amount: Decimal): Bilingual =>
  both(`${printExact(amount.toFixed(2))} 元`, `${printExact(amount.toFixed(2))} yuan`);
const days = (count: number): Bilingual => both(`${count} 日`, many(count, 'day'));
const workingDays = (count: number): Bilingual => both(`${count} 个工作日`, many(count, 'working day'));
const months = (count: number): Bilingual => both(`${count} 个月`, many(count, 'month'));

const titleOf = (value: string): Bilingual => VALUE_TITLES[value] ?? alike(value);

function listed<Value>(values: Readonly<Record<string, Value>>, says: (value: Value) => Bilingual): Bilingual {
  const lines = Object.entries(values).map(([name, value]) => ({ title: titleOf(name), said: says(value) }));
  return {
    zh: lines.map(({ title, said }) => `${title.zh} ${said.zh}`).join('；'),
    en: lines.map(({ title, said }) => `${title.en} ${said.en}`).join('; '),
  };
}

const PARAMETERS: { readonly [Name in ParameterName]: InWords<Values[Name]> } = {
  tenderThresholds: {
    title: both('必须招标的合同金额', 'Contracts to be put out to tender, from'),
    says: (thresholds) => listed(thresholds, yuan),
  },
  stateFunds: {
    title: both('使用预算资金的工程', 'Works with budget money'),
    says: ({ amount, share }) =>
      both(
        `${yuan(amount).zh}以上且占投资额 ${percent(share)} 以上`,
        `${yuan(amount).en} or more, and ${percent(share)} of the investment or more`,
      ),
  },
  estimateExcess: {
    title: both('概算可超出可研的幅度', 'An estimate may exceed the study by'),
    says: (share) => alike(percent(share)),
  },
  ownersDecision: {
    title: both('民法典业主共同决定', 'Owners’ decision under the Civil Code'),
    says: ({ participation, agreement }) =>
      both(
        `${fraction(participation)} 以上参与，其中 ${fraction(agreement)} 以上同意`,
        `${fraction(participation)} take part, ${fraction(agreement)} of those agree`,
      ),
  },
  completionFilingDays: { title: both('竣工验收备案期限', 'Completion filing within'), says: days },
  fireFilingWorkingDays: { title: both('消防备案期限', 'Fire filing within'), says: workingDays },
  finalAccountsMonths: { title: both('竣工决算期限', 'Final accounts within'), says: months },
  archiveMonths: { title: both('档案移交期限', 'Papers to the archives within'), says: months },
  warrantyYears: {
    title: both('法定保修年限', 'Statutory warranty'),
    says: (parts) => listed(parts, (years) => both(`${years} 年`, many(years, 'year'))),
  },
  heatingCoolingSeasons: {
    title: both('供热供冷系统保修', 'Warranty of heating and cooling'),
    says: (count) => both(`${count} 个采暖期、供冷期`, many(count, 'season')),
  },
  ballotShare: {
    title: both('同意的户数和面积', 'Households and area that must agree'),
    says: (share) => both(`均达 ${fraction(share)} 以上`, `${fraction(share)} or more of each`),
  },
  countMode: { title: both('户数计算方式', 'Households are counted'), says: titleOf },
  publicityWorkingDays: { title: both('公示时间', 'Publicity'), says: workingDays },
  coreCutoff: {
    title: both('重点改造范围的建成年限', 'Core scope: completed by'),
    says: (day) => both(`${day} 以前建成`, day),
  },
  mainlySelfBuiltAbove: {
    title: both('“以自建房为主”的面积占比', 'Mainly self-built: share of the area above'),
    says: (share) => alike(fraction(share)),
  },
  residentShares: {
    title: both('居民出资比例', 'Residents’ shares'),
    says: (shares) => {
      const own = Object.entries(shares).map(([category, { rate, countsAs }]) => ({
        title: titleOf(category),
        rate: percent(rate),
        as: category === countsAs ? undefined : titleOf(countsAs),
      }));
      return {
        zh: own.map(({ title, rate, as }) => `${title.zh} ${rate}${as ? `（按${as.zh}）` : ''}`).join('；'),
        en: own.map(({ title, rate, as }) => `${title.en} ${rate}${as ? ` (as ${as.en})` : ''}`).join('; '),
      };
    },
  },
  residentSharesAre: { title: both('出资比例的性质', 'The shares are'), says: titleOf },
  subsidyCap: {
    title: both('财政补助上限', 'Subsidy, at most'),
    says: (cap) => both(`${cap.toFixed()} 元/㎡`, `${cap.toFixed()} yuan/㎡`),
  },
  arrivalBasis: { title: both('启动前须到位', 'To arrive before the start'), says: titleOf },
};

export interface ParameterRow {
  readonly name: ParameterName;
  readonly title: Bilingual;
  readonly says: Bilingual;
  readonly from: string;
  readonly citation: string;
  readonly grade: Grade;
}

/** All numbers of a pack in words, each with the place it stands in and the day it holds from. */
export function parameterRows(pack: ParametersOf): readonly ParameterRow[] {
  // Object.keys forgets the names of a closed table.
  return (Object.keys(PARAMETERS) as ParameterName[]).flatMap((name) => rowsOf(pack, name));
}

function rowsOf<Name extends ParameterName>(pack: ParametersOf, name: Name): readonly ParameterRow[] {
  const { title, says } = PARAMETERS[name];
  return pack[name].map(({ value, from, citation, grade }) => ({
    name,
    title,
    says: says(value),
    from,
    citation,
    grade,
  }));
}
