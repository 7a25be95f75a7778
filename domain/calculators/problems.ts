// What is wrong with a submission, field by field, in sentences that a clerk can act on.
import type { Bilingual } from '../bilingual.ts';

/** What the schemas of the calculators complain of. */
const PROBLEMS = {
  REQUIRED: { zh: '必须填写', en: 'Required' },
  UNKNOWN_FIELD: { zh: '没有这一项，请删去', en: 'There is no such field: leave it out' },
  WRONG_TYPE: { zh: '填写的类型不对', en: 'Not the right kind of value' },
  AMOUNT_NOT_TEXT: {
    zh: '金额请以文本填写，如 "1234.50"，不用数字',
    en: 'Give the amount as text, "1234.50", not as a number',
  },
  AMOUNT_FORMAT: {
    zh: '金额须为不带符号的十进制数，小数不超过两位，如 1234.50',
    en: 'An amount is a plain decimal without sign, with two decimals at most, as 1234.50',
  },
  AREA_NOT_TEXT: {
    zh: '面积请以文本填写，如 "85.20"，不用数字',
    en: 'Give the area as text, "85.20", not as a number',
  },
  AREA_FORMAT: {
    zh: '面积（㎡）须为不带符号的十进制数，小数不超过两位，如 85.20',
    en: 'An area in ㎡ is a plain decimal without sign, with two decimals at most, as 85.20',
  },
  AREA_ZERO: { zh: '面积合计须大于 0', en: 'The area must be more than 0' },
  DATE_FORMAT: { zh: '日期请写成 2026-07-01 的样式', en: 'Write the date as 2026-07-01' },
  NO_SUCH_DATE: { zh: '没有这一天，请核对日期', en: 'There is no such day' },
  DATE_OUT_OF_RANGE: { zh: '日期须在 2004 年至 2100 年之间', en: 'The date must lie between 2004 and 2100' },
  COMPLETION_OUT_OF_RANGE: {
    zh: '建成时间须在 1900 年至 2100 年之间',
    en: 'Completion must lie between 1900 and 2100',
  },
  COMPLETION_MISSING: {
    zh: '请填建成日期、建成年份或各幢建成年份之一',
    en: 'Give the day or the year of completion, or the years of the buildings',
  },
  COMPLETION_CONTRADICTS: { zh: '建成年份与建成日期不一致', en: 'Year and day of completion contradict each other' },
  HOUSEHOLDS_FORMAT: { zh: '户数须为 0 至 1000000 的整数', en: 'Households are a whole number from 0 to 1000000' },
  HOUSEHOLDS_ZERO: { zh: '总户数须大于 0', en: 'There must be at least one household' },
  WORKING_DAYS_FORMAT: { zh: '工作日数须为 1 至 60 的整数', en: 'Working days are a whole number from 1 to 60' },
  AGREED_EXCEEDS_TOTAL: { zh: '同意数不能大于总数', en: 'More agree than there are' },
  FISCAL_EXCEEDS_TOTAL: { zh: '财政资金不能大于总投资', en: 'Budget money cannot exceed the total investment' },
  UNITS_OR_TOTALS: { zh: '请填逐户清单或合计数，二者择一', en: 'Give either the units or the totals' },
  COUNT_MODE_NEEDS_UNITS: { zh: '只有逐户清单才能选择计户办法', en: 'A way of counting can be chosen for units only' },
  LIST_EMPTY: { zh: '清单至少要有一行', en: 'The list needs at least one line' },
  LIST_TOO_LONG: { zh: '清单不能超过 20000 行', en: 'The list has more than 20000 lines' },
  DUPLICATE_UNIT: { zh: '房号重复', en: 'This unit is listed twice' },
  TEXT_EMPTY: { zh: '不能为空', en: 'Must not be empty' },
  TEXT_TOO_LONG: { zh: '文字过长', en: 'Too long' },
  CITATION_MISSING: {
    zh: '须注明另行补助所依据的文件',
    en: 'Name the rule under which the item is subsidised apart',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** An issue of a schema has one message: both languages, with this sign between them. */
const BETWEEN_LANGUAGES = '｜';

export const messageOf = (problem: ProblemCode): string =>
  `${PROBLEMS[problem].zh}${BETWEEN_LANGUAGES}${PROBLEMS[problem].en}`;

/** The `error` of a zod type: required if it is absent, else the problem named. */
export const absentOr =
  (problem: ProblemCode) =>
  (issue: { readonly input?: unknown }): string =>
    messageOf(issue.input === undefined ? 'REQUIRED' : problem);
