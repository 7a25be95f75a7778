// The acts of this capability by name.

export const APPROVALS_ACTS = {};
