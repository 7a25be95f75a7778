// The numbers of 温鹿政办〔2020〕21号, and the readings adopted where it names none. Never edited: a change is a new file.
import { plainDateOf } from '../../calendar/plain-date.ts';
import { decimalOf } from '../../money/money.ts';
import type { Grade, Parameter } from './dated.ts';
import type { LocalParameters } from './local.ts';

const set = <const Value>(value: Value, citation: string, grade: Grade = 'TEXT'): Parameter<Value> => [
  { value, from: plainDateOf('2020-07-01'), citation: `温鹿政办〔2020〕21号 ${citation}`, grade },
];

export const lucheng2020Parameters: LocalParameters = {
  ballotShare: set({ of: 2, outOf: 3 }, '二(三)1、二(三)3'),
  countMode: set('BY_OWNER', '二(三)3 “占总户数”；温州市物业管理条例第九条', 'READING'),
  publicityWorkingDays: set(5, '二(三)3'),
  coreCutoff: set(plainDateOf('1999-12-31'), '二(一)'),
  mainlySelfBuiltAbove: set({ of: 1, outOf: 2 }, '二(一) “为主”', 'READING'),
  residentShares: set(
    {
      MANDATORY: { rate: decimalOf('0'), countsAs: 'MANDATORY' },
      BASIC: { rate: decimalOf('0.1'), countsAs: 'BASIC' },
      IMPROVEMENT: { rate: decimalOf('0.3'), countsAs: 'IMPROVEMENT' },
      UPGRADE: { rate: decimalOf('0.7'), countsAs: 'UPGRADE' },
    },
    '三(三)1',
  ),
  residentSharesAre: set('FIXED', '三(三)1'),
  subsidyCap: set(decimalOf('400'), '三(三)1'),
  arrivalBasis: set('SELF_RAISED_AND_EXCESS', '二(三)4、三(三)1 “超出部分居民自理”', 'READING'),
};
