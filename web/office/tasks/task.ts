// A task as the API gives it.
import type * as z from 'zod';
import type { taskSchema } from '../../../domain/api.ts';

export type Task = z.output<typeof taskSchema>;

/** In the reader's own hand: nobody else of the unit has been given it. */
export const isInMyHand = ({ delegation }: Task): boolean => delegation === undefined || delegation.side === 'TO_ME';
