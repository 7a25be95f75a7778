// What the pages of money say first.
import { printTenThousands } from '../figures/amounts.ts';
import type { Language } from '../text/language.ts';
import { marked, type Sentence } from './sentence.ts';

export function moneySentence(
  facts: { readonly open: number; readonly funded: number; readonly left?: string | undefined },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  const { open, funded, left } = facts;
  const all = open + funded;
  const accounts = [
    zh ? `${all} 个专户，` : `${all} accounts, `,
    marked('good', zh ? `${funded} 个已满 100%` : `${funded} fully funded`),
  ];
  if (left === undefined) return [...accounts, zh ? '；年度预算尚未下达。' : '; no annual budget is set.'];
  const { figure, inYuan } = printTenThousands(left);
  return [
    ...accounts,
    zh ? '；年度预算还可安排 ' : '; of the annual budget ',
    marked('warn', zh ? `${figure} ${inYuan ? '元' : '万元'}` : `${figure} ${inYuan ? 'yuan' : '× 10k yuan'}`),
    zh ? '。' : ' are left.',
  ];
}
