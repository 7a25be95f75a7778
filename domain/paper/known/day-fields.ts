// Fields that follow from a day that the paper itself names: the working days of a notice, the terms of a warranty.
import { type PlainDate, parsePlainDate } from '../../calendar/plain-date.ts';
import type { Calendar } from '../../calendar/working-days.ts';
import type { RulePack } from '../../policy/packs.ts';
import { publicityPeriod } from '../../policy/rules/publicity.ts';
import { type WarrantyTerm, warrantyTerms } from '../../projects/works/warranty-terms.ts';
import type { KnownFields } from './project-fields.ts';

/** Printed day by day (paper 1.4); without a last day while the next year's arrangement is not published. */
export function noticeDays(postedOn: unknown, calendar: Calendar, pack: RulePack): KnownFields {
  const day = typeof postedOn === 'string' ? parsePlainDate(postedOn) : undefined;
  if (day === undefined) return {};
  const { period } = publicityPeriod({ postedOn: day, calendar }, pack);
  return {
    countedDays: period.countedDays,
    inspectionDays: period.countedDays,
    publicityFirstDay: period.countedDays[0],
    ...(period.status === 'FIXED' && { publicityEndsOn: period.endsOn }),
  };
}

const PARTS: Readonly<Record<WarrantyTerm['part'], string>> = {
  WATERPROOFING: '屋面、外墙防渗漏',
  ELECTRICAL: '电气管线',
  PLUMBING: '给排水管道',
  EQUIPMENT: '设备安装',
  FINISHING: '装修工程',
  OTHER: '其他',
};

/** From the day of acceptance on, whose last day is the contractor's; parts that end together stand in one row. */
export function warrantyRows(acceptedOn: unknown, pack: RulePack): KnownFields {
  const from = typeof acceptedOn === 'string' ? parsePlainDate(acceptedOn) : undefined;
  if (from === undefined) return {};
  const byEnd = Map.groupBy(warrantyTerms(from, {}, pack).terms, ({ endsOn }) => endsOn);
  const rows = [...byEnd].map(([endsOn, terms]) => ({
    part: terms.map(({ part }) => PARTS[part]).join('、'),
    term: termOf(from, endsOn),
    from,
    until: endsOn,
  }));
  return {
    warranties: [...rows, { part: '主体结构', term: '设计使用年限', from, until: '设计使用年限届满' }],
  };
}

const termOf = (from: PlainDate, until: PlainDate): string =>
  `${Number(until.slice(0, 4)) - Number(from.slice(0, 4))}年`;
