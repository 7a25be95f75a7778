// The acts of this capability by name.

export const FUNDING_ACTS = {};
