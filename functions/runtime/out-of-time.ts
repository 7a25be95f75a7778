// What both chains do just before Lambda would end them without a word: say so, while there is time to be tried again.
import { Fault } from '../../domain/errors.ts';

/** Milliseconds before the end; enough to answer and to log. */
const RESERVE = 200;

export const OUT_OF_TIME = {
  timeoutEarlyInMillis: RESERVE,
  timeoutEarlyResponse: (): never => {
    throw new Fault('UNAVAILABLE', 'out of time');
  },
};
