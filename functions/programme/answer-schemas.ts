// Shapes of what the programme's routes answer: a figure never leaves without its entries.
import * as z from 'zod';

export const entryRefSchema = z.object({ projectId: z.string(), seq: z.int() });
export const entriesSchema = z.array(entryRefSchema).readonly();
export const countSchema = z.object({ value: z.int(), entries: entriesSchema });
export const figureSchema = z.object({ value: z.union([z.int(), z.string()]), entries: entriesSchema });
export const figuresSchema = z.record(z.string(), figureSchema);
export const programmeRefSchema = z.object({ programmeYear: z.string(), seq: z.int() });
export const appendedSchema = z.object({ year: z.string(), seq: z.int().describe('Seq in the ledger of the year') });
