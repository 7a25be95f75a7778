// The acts of this capability by name.

export const WORKS_ACTS = {};
