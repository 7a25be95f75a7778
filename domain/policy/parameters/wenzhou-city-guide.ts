// The numbers of the Wenzhou municipal subsidy (2020–2022) where they differ from the district's: cap 300, three classes, shares at least.
import { plainDateOf } from '../../calendar/plain-date.ts';
import { decimalOf } from '../../money/money.ts';
import type { Parameter } from './dated.ts';
import type { LocalParameters } from './local.ts';
import { lucheng2020Parameters } from './lucheng-2020-21.ts';

/** The guide was published through public question-and-answer pages only: http://husay.cn/c/11252061R2023.html */
const set = <const Value>(value: Value, citation: string): Parameter<Value> => [
  {
    value,
    from: plainDateOf('2020-10-01'),
    citation: `温州市城镇老旧小区改造工作指南（试行）${citation}`,
    grade: 'LAW_SEEN',
  },
];

export const wenzhouCityGuideParameters: LocalParameters = {
  ...lucheng2020Parameters,
  residentShares: set(
    {
      // The city has no mandatory class; fire safety, pipes and drainage are basic works there.
      MANDATORY: { rate: decimalOf('0.1'), countsAs: 'BASIC' },
      BASIC: { rate: decimalOf('0.1'), countsAs: 'BASIC' },
      IMPROVEMENT: { rate: decimalOf('0.3'), countsAs: 'IMPROVEMENT' },
      UPGRADE: { rate: decimalOf('0.7'), countsAs: 'UPGRADE' },
    },
    '居民自筹资金',
  ),
  residentSharesAre: set('AT_LEAST', '居民自筹资金'),
  subsidyCap: set(decimalOf('300'), '补助资金分配方式'),
};
