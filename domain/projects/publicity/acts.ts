// The acts of this capability by name.

export const PUBLICITY_ACTS = {};
