// The yearly arrangements of holidays (国务院办公厅关于部分节假日安排的通知) as they ship with the software.
import * as z from 'zod';
import shipped from './cn-2004-2026.json' with { type: 'json' };

const shippedArrangements = z.object({
  version: z.string(),
  years: z.record(
    z.string().regex(/^\d{4}$/),
    z.object({ notices: z.array(z.url()), off: z.array(z.string()), work: z.array(z.string()) }),
  ),
});

/** Days of each year that a notice moves, `MM-DD`, and where the notices are published. */
export const arrangements = shippedArrangements.parse(shipped);
