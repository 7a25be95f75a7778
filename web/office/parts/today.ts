// Today as the server's clock has it: a rehearsal may stand in another year than the browser.
import type * as z from 'zod';
import type { healthSchema } from '../../../domain/api.ts';
import { useReading } from '../../api/use-reading.ts';
import { dayOf } from '../../figures/dates.ts';

export function useToday(): string | undefined {
  const now = useReading<z.output<typeof healthSchema>>('/api/health').value?.clock.now;
  return now && dayOf(now);
}
