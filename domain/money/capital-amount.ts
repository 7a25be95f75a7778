// An amount of yuan in capital numerals (人民币大写), as bills and receipts print it.
import type { Decimal } from 'decimal.js';
import { printAmount } from './money.ts';

const DIGITS = [...'零壹贰叁肆伍陆柒捌玖'];
const PLACES = ['', '拾', '佰', '仟'];
/** Of the groups of four digits, from the right. */
const GROUPS = ['', '万', '亿'];

const digit = (figure: string): string => DIGITS[Number(figure)] ?? '';

/** One group of four digits or fewer; a run of zeros between digits is written as one 零, at the end not at all. */
function groupInCapitals(group: string): string {
  let text = '';
  let zeros = false;
  for (const [index, figure] of [...group].entries()) {
    if (figure === '0') {
      zeros = true;
      continue;
    }
    if (zeros) text += '零';
    zeros = false;
    text += digit(figure) + (PLACES[group.length - 1 - index] ?? '');
  }
  return text;
}

function yuanInCapitals(yuan: string): string {
  let text = '';
  let skipped = false;
  for (let end = yuan.length % 4 || 4; end <= yuan.length; end += 4) {
    const group = groupInCapitals(yuan.slice(Math.max(0, end - 4), end));
    if (group === '') {
      skipped = true;
      continue;
    }
    const gap = skipped && !group.startsWith('零') ? '零' : '';
    text += gap + group + (GROUPS[(yuan.length - end) / 4] ?? '');
    skipped = false;
  }
  return text;
}

/** 人民币壹仟零壹拾元零伍分; ends in 整 unless there are fen. */
export function capitalAmount(amount: Decimal): string {
  const [yuan = '0', fraction = '00'] = printAmount(amount).split('.');
  if (amount.isNegative() || yuan.length > 12) throw new RangeError('capital numerals are for 0 to 999 999 999 999.99');
  const [jiao = '0', fen = '0'] = fraction;
  const whole = yuan === '0' ? '' : `${yuanInCapitals(yuan)}元`;
  if (fraction === '00') return `人民币${whole || '零元'}整`;
  if (fen === '0') return `人民币${whole}${digit(jiao)}角整`;
  if (jiao !== '0') return `人民币${whole}${digit(jiao)}角${digit(fen)}分`;
  return `人民币${whole}${whole && '零'}${digit(fen)}分`;
}
