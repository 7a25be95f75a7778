// What the project knows of works.

export type WorksRecord = Record<never, never>;
export const NO_WORKS: WorksRecord = {};
