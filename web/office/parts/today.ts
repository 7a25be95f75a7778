// Today as the server's clock has it: a rehearsal may stand in another year than the browser.
import type * as z from 'zod';
import type { healthSchema } from '../../../domain/api.ts';
import { useReading } from '../../api/use-reading.ts';
import { dayOf, printDay, printMoment } from '../../figures/dates.ts';
import { useLanguage } from '../../text/language.ts';

export function useToday(): string | undefined {
  const now = useReading<z.output<typeof healthSchema>>('/api/health').value?.clock.now;
  return now && dayOf(now);
}

/** Days and moments of projects that take years: those of another year say so. */
export function useDates(): { day(date: string): string; moment(instant: string): string } {
  const language = useLanguage();
  const today = useToday();
  return {
    day: (date) => printDay(date, language, today),
    moment: (instant) => printMoment(instant, today),
  };
}
