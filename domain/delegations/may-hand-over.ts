// Which tasks may be given to a colleague at all; asked by the API and by the buttons.
import type { Role } from '../parties.ts';

/** Consent of the principal leader is the leader's own (二(三)4). */
export const mayHandOver = (role: Role): boolean => role !== 'PRINCIPAL_LEADER';
