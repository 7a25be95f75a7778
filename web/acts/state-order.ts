// The states in the order of the procedure.
import { ALL_STATES, type OrderedState, STATES, type State } from '../../domain/projects/states.ts';

export const isOrdered = (state: State): state is OrderedState => state in STATES;

export const STATE_ORDER: readonly OrderedState[] = ALL_STATES.filter(isOrdered);
