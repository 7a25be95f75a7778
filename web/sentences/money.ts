// What the pages of money say first.
import { many } from '../../domain/bilingual.ts';
import { printExact, printLarge } from '../figures/amounts.ts';
import type { Language } from '../text/language.ts';
import { marked, type Sentence } from './sentence.ts';

export function moneySentence(
  facts: {
    readonly open: number;
    readonly funded: number;
    readonly left?: string | undefined;
    readonly year?: string | undefined;
  },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  const { open, funded, left, year } = facts;
  const all = open + funded;
  const accounts = [
    zh ? `${all} 个专户，` : `${many(all, 'account')}, `,
    marked('good', zh ? `${funded} 个已满 100%` : `${funded} fully funded`),
  ];
  if (left === undefined) return [...accounts, zh ? '；年度预算尚未下达。' : '; no annual budget is set.'];
  return [
    ...accounts,
    zh
      ? `；${year === undefined ? '' : `${year} `}年度预算还可安排 `
      : `; of the ${year === undefined ? 'annual budget' : `budget of ${year}`} `,
    marked('warn', printLarge(left, language)),
    zh ? '。' : ' are left.',
  ];
}

/** For those who read the rate of their own neighbourhoods only. */
export function ownArrivalSentence(
  { all, funded }: { readonly all: number; readonly funded: number },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  if (all === 0) {
    return [zh ? '您的小区还没有开始归集自筹资金。' : 'None of your neighbourhoods collects its own money yet.'];
  }
  return [
    zh ? `${all} 个小区归集自筹资金，` : `${many(all, 'neighbourhood')} collecting, `,
    marked('good', zh ? `${funded} 个已满 100%` : `${funded} fully funded`),
    zh ? '。' : '.',
  ];
}

export function accountSentence(
  {
    name,
    arrival,
    opened,
  }: {
    readonly name: string;
    readonly arrival: { readonly arrivalRate: string; readonly missing: string; readonly funded: boolean } | undefined;
    readonly opened: boolean;
  },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  if (!opened) return [zh ? `${name}的专用账户还没有建立。` : `${name}: the dedicated account is not open yet.`];
  if (arrival === undefined) return [zh ? `${name}的专用账户已建立。` : `${name}: the dedicated account is open.`];
  if (arrival.funded) {
    return [zh ? `${name}自筹` : `${name}: `, marked('good', zh ? '已满 100%' : 'fully funded'), zh ? '。' : '.'];
  }
  return zh
    ? [`${name}自筹到位 ${arrival.arrivalRate}%，还差 `, marked('warn', `${printExact(arrival.missing)} 元`), '。']
    : [
        `${name}: ${arrival.arrivalRate} % arrived, `,
        marked('warn', `${printExact(arrival.missing)} yuan`),
        ' missing.',
      ];
}
