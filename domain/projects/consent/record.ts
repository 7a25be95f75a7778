// What the project knows of consent.

export type ConsentRecord = Record<never, never>;
export const NO_CONSENT: ConsentRecord = {};
