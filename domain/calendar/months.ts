// Periods in months: the corresponding day of the later month, or its last day (Civil Code 202).
import { addDays, type PlainDate, plainDateOf } from './plain-date.ts';

export function addMonths(date: PlainDate, months: number): PlainDate {
  const firstOfMonth = (shift: number): PlainDate => {
    const ordinal = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + shift;
    const month = (ordinal % 12) + 1;
    return plainDateOf(`${Math.floor(ordinal / 12)}-${String(month).padStart(2, '0')}-01`);
  };
  const lastOfMonth = addDays(firstOfMonth(months + 1), -1);
  const sameDay = addDays(firstOfMonth(months), Number(date.slice(8, 10)) - 1);
  return sameDay < lastOfMonth ? sameDay : lastOfMonth;
}
