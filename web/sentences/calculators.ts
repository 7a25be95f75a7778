// The answer of a calculator in one sentence.
import { many } from '../../domain/bilingual.ts';
import type { BallotOutput } from '../../domain/calculators/ballot.ts';
import type { EligibilityOutput } from '../../domain/calculators/eligibility.ts';
import type { FundingOutput } from '../../domain/calculators/funding.ts';
import type { PublicityOutput } from '../../domain/calculators/publicity.ts';
import type { SettlementOutput } from '../../domain/calculators/settlement.ts';
import type { TenderOutput } from '../../domain/calculators/tender.ts';
import { printExact } from '../figures/amounts.ts';
import { printDate } from '../figures/dates.ts';
import type { Language } from '../text/language.ts';
import { VALUE_TITLES } from '../text/values.ts';
import { marked, type Sentence } from './sentence.ts';

export function ballotSentence({ passed, households, area }: BallotOutput, language: Language): Sentence {
  const zh = language === 'zh';
  if (passed)
    return [
      marked('good', zh ? '表决通过' : 'Passed'),
      zh ? '：户数和面积都达到三分之二。' : ': both reach two thirds.',
    ];
  // Only what is missing: one of the two may have come to its line.
  const missing = [
    ...(households.missing > 0 ? [zh ? `${households.missing} 户` : many(households.missing, 'household')] : []),
    ...(area.missing === '0.00' ? [] : [`${printExact(area.missing)} ㎡`]),
  ];
  return [
    marked('bad', zh ? '表决不通过' : 'Not passed'),
    zh ? `：还差 ${missing.join('、')}。` : `: ${missing.join(' and ')} missing.`,
  ];
}

export function fundingSentence({ subsidy, residents, excess }: FundingOutput, language: Language): Sentence {
  const zh = language === 'zh';
  const over = excess !== '0.00';
  return [
    zh ? '财政补助 ' : 'Subsidy ',
    marked('good', printExact(subsidy)),
    zh ? ' 元，居民合计 ' : ' yuan, residents ',
    marked('warn', printExact(residents)),
    zh ? ' 元' : ' yuan',
    over ? (zh ? '（含超出自理部分）。' : ', the excess included.') : zh ? '。' : '.',
  ];
}

export function settlementSentence({ direction, delta }: SettlementOutput, language: Language): Sentence {
  const zh = language === 'zh';
  const amount = printExact(delta.replace('-', ''));
  if (direction === 'NONE') return [zh ? '不退不补。' : 'Nothing to refund or collect.'];
  return direction === 'REFUND'
    ? [zh ? '退还居民 ' : 'Refund ', marked('good', amount), zh ? ' 元。' : ' yuan.']
    : [zh ? '向居民补收 ' : 'Collect ', marked('warn', amount), zh ? ' 元。' : ' yuan.'];
}

export function publicitySentence(output: PublicityOutput, language: Language): Sentence {
  const zh = language === 'zh';
  if (output.status === 'PENDING_CALENDAR') {
    return [
      marked('warn', zh ? '满期日待定' : 'The end is open'),
      zh
        ? `：${output.unpublishedYear} 年放假安排未发布。`
        : `: the holidays of ${output.unpublishedYear} are not published.`,
    ];
  }
  return [
    zh ? '公示到 ' : 'The notice hangs until ',
    printDate(output.endsOn, language),
    zh ? ' 24:00，' : ' 24:00; the application opens on ',
    marked('good', printDate(output.opensAt, language)),
    zh ? ' 起可申请。' : '.',
  ];
}

export function eligibilitySentence({ verdict }: EligibilityOutput, language: Language): Sentence {
  const tone = verdict === 'CORE' ? 'good' : verdict === 'EXCLUDED' ? 'bad' : 'warn';
  return [
    language === 'zh' ? '结论：' : 'Verdict: ',
    marked(tone, VALUE_TITLES[verdict]?.[language] ?? verdict),
    language === 'zh' ? '。' : '.',
  ];
}

export function tenderSentence({ route }: TenderOutput, language: Language): Sentence {
  return [
    language === 'zh' ? '应办：' : 'Route: ',
    marked(route === 'OPEN_TENDER' ? 'warn' : 'good', VALUE_TITLES[route]?.[language] ?? route),
    language === 'zh' ? '。' : '.',
  ];
}
