// A project as one asker sees it: the schema of the route, with the records of the capabilities as their acts wrote them.
import type * as z from 'zod';
import type { entrySchema, projectSchema } from '../../domain/api.ts';
import type { Project } from '../../domain/projects/project.ts';

type Records = 'consent' | 'publicity' | 'start' | 'funding' | 'approvals' | 'works';

export type ProjectView = Omit<z.output<typeof projectSchema>, Records> & Pick<Project, Records>;
export type LedgerEntry = z.output<typeof entrySchema>;
export interface LedgerView {
  readonly entries: readonly LedgerEntry[];
  readonly unbroken: boolean;
}
