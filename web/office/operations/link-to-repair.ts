// Where a proposed repair is looked at and answered.

export const linkToRepair = (projectId: string): string => `/operations/reconciler?project=${projectId}#repair`;
