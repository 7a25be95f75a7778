// A task as the API gives it.
import type * as z from 'zod';
import type { circularTaskSchema, repairTaskSchema, taskSchema, voidingTaskSchema } from '../../../domain/api.ts';

export type Task = z.output<typeof taskSchema>;
export type RepairTask = z.output<typeof repairTaskSchema>;
export type CircularTask = z.output<typeof circularTaskSchema>;
export type VoidingTask = z.output<typeof voidingTaskSchema>;

export interface OpenTasks {
  readonly tasks: readonly Task[];
  /** Papers that wait for a second person to be void. */
  readonly voidings: readonly VoidingTask[];
  /** Repairs of a workflow that wait for one; of the renovation office. */
  readonly repairs: readonly RepairTask[];
  /** Circulars that wait for one; of the renovation office. */
  readonly circulars: readonly CircularTask[];
}

/** In the reader's own hand: nobody else of the unit has been given it. */
export const isInMyHand = ({ delegation }: Task): boolean => delegation === undefined || delegation.side === 'TO_ME';
