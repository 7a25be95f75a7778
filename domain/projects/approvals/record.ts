// What the project knows of approvals.

export type ApprovalsRecord = Record<never, never>;
export const NO_APPROVALS: ApprovalsRecord = {};
