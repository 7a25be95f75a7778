// The fields that papers are made of: parsed once, printed as they stand; amounts and areas get their two decimals here.
import * as z from 'zod';
import { type PlainDate, parsePlainDate } from '../../calendar/plain-date.ts';
import { AMOUNT_PATTERN, decimalOf, printAmount, sum } from '../../money/money.ts';

/** Control characters and overrides of direction print as nothing or turn the text around: no paper needs them. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
const INVISIBLE_IN_PROSE = /[\p{Cf}\p{Co}\p{Cs}]|(?!\n)\p{Cc}/u;

const printable = (pattern: RegExp) => (text: string) => !pattern.test(text);
const UNPRINTABLE = '含有不可见的字符，请删去｜contains invisible characters; remove them';

export const line = z.string().trim().min(1).max(200).refine(printable(INVISIBLE), UNPRINTABLE);
export const prose = z.string().trim().min(1).max(4000).refine(printable(INVISIBLE_IN_PROSE), UNPRINTABLE);
export const organisation = line.max(60);
export const count = z.int().min(0).max(1_000_000);
export const serial = z.int().min(1).max(9999);

/** The format is for forms: the page of a paper asks for days and telephones in their own way. */
export const date = z
  .string()
  .meta({ format: 'date' })
  .transform((text, context): PlainDate => {
    const parsed = parsePlainDate(text);
    if (parsed !== undefined) return parsed;
    context.addIssue({ code: 'custom', message: '须为 YYYY-MM-DD 的日期｜must be a date, YYYY-MM-DD' });
    return z.NEVER;
  });

/** A moment as people in the district read their clocks, `2026-10-28T09:00`. */
export const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, '须为 YYYY-MM-DDTHH:mm｜must be YYYY-MM-DDTHH:mm')
  .meta({ format: 'date-time' });

const decimals = z
  .string()
  .regex(AMOUNT_PATTERN, '须为最多两位小数的数｜must be a number with at most two decimals')
  .transform((text) => printAmount(decimalOf(text)));
/** Yuan. */
export const amount = decimals;
/** Square metres. */
export const area = decimals;

export const projectNo = z.string().regex(/^\d{6}-\d{4}-\d{4}$/);
export const projectCode = z
  .string()
  .regex(/^[0-9A-Z]+(?:-[0-9A-Z]+)*$/)
  .max(40);
/** Of another document: `示街办〔2026〕62号`. */
export const documentNo = line.max(60);

/** A number and its extension may not be read as one: the last digits of both could look like a mobile number. */
const isMobile = (text: string): boolean =>
  text.split('转').some((part) => /1[3-9]\d{9}/.test(part.replace(/\D/g, '')));

/** Office telephones only: a mobile number on a poster is somebody's own. */
export const officeTelephone = z
  .string()
  .regex(/^[\d\- ()（）转]{3,30}$/)
  .refine((text) => !isMobile(text), '只用办公电话，不用手机号码｜only an office telephone, no mobile number')
  .meta({ format: 'telephone' });

export const percentage = z.string().regex(/^\d{1,3}\.\d{2}$/);

/** What every paper of a project says about itself. */
export const subject = { projectNo, neighbourhoodName: line.max(60) };

/** The neighbourhood as petitions and approvals describe it. */
export const site = {
  projectAddress: line,
  buildYears: line.max(40),
  buildingCount: count,
  householdsTotal: count,
  titleArea: area,
};

export const planFields = { planName: line, planVersion: line.max(20) };

export const CATEGORIES = ['mandatory', 'basic', 'improvement', 'upgrade'] as const;
export const ASPECTS = ['建筑改造', '道路交通和停车', '管网系统', '景观绿化', '适老化改造', '社区服务体系'] as const;

/** One of the four columns of 二(二). */
export const byCategory = z.strictObject({ mandatory: amount, basic: amount, improvement: amount, upgrade: amount });

/** Where the money comes from; every yuan of the total is borne by somebody. */
export const funding = { totalInvestment: amount, selfRaised: amount, excessBorne: amount, subsidy: amount };

export const addsUp = (total: string, parts: readonly string[]): boolean =>
  sum(parts.map((part) => decimalOf(part))).equals(decimalOf(total));

export const fundingAddsUp = (paper: Readonly<Record<keyof typeof funding, string>>): boolean =>
  addsUp(paper.totalInvestment, [paper.selfRaised, paper.excessBorne, paper.subsidy]);

export const NOT_THE_SUM = '各项之和与合计不等｜the parts do not add up to the total';

export const difference = (from: string, to: string): string => decimalOf(to).minus(decimalOf(from)).toFixed(2);
export const total = (...amounts: readonly string[]): string =>
  printAmount(sum(amounts.map((part) => decimalOf(part))));

/** A page of a paper that is set page by page: its number, the household it is for, whether residents only read it. */
export interface SetPage {
  readonly page: number;
  readonly serial?: number;
  readonly cover?: boolean;
}
