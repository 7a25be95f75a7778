// The acts of this capability by name.

export const STANDING_ACTS = {};
