// The clock of AWS: the one of the machine that Lambda runs on, kept right by the Time Sync Service.
import { instantOf } from '../../domain/calendar/plain-date.ts';
import type { Clock } from '../../domain/ports.ts';

export const clock: Clock = { now: () => instantOf(Date.now()) };
