// Who works with circulars while they are drafted, and looks at their figures: the office that writes them, the streets that they
// speak of, audit, and whoever looks after the system. Everybody else gets the issued paper.
import type { Role } from '../parties.ts';

export const CIRCULAR_READERS = ['STREET', 'RENOVATION_OFFICE', 'AUDIT', 'OPERATOR'] as const satisfies readonly Role[];

export const readsCirculars = (role: Role): boolean => CIRCULAR_READERS.some((reader) => reader === role);
