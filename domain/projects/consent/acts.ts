// The acts of this capability by name.

export const CONSENT_ACTS = {};
