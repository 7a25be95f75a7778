// Premises gained for services: small plots and existing buildings (F-13), and idle premises of the state (F-14).
import type { PlainDate } from '../../calendar/plain-date.ts';

export const PREMISES_SOURCES = ['SMALL_PLOT', 'EXISTING_BUILDING', 'STATE_OWNED_IDLE'] as const;
export const PREMISES_MODES = ['SWAP', 'TRANSFER', 'VACATE', 'PURCHASE', 'LENT', 'OTHER'] as const;
export const PREMISES_USES = [
  'ELDERLY_CARE',
  'CHILDCARE',
  'HEALTH',
  'COMMUNITY_SERVICE',
  'PROPERTY_MANAGEMENT',
] as const;

export interface Premises {
  readonly source: (typeof PREMISES_SOURCES)[number];
  readonly mode: (typeof PREMISES_MODES)[number];
  readonly use: (typeof PREMISES_USES)[number];
  /** ㎡ */
  readonly area: string;
  readonly gainedOn: PlainDate;
  readonly seq: number;
}
