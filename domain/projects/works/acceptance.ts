// The acceptance that warranty and time limits of the filings are counted from.
import { Fault } from '../../errors.ts';
import type { Project } from '../project.ts';
import type { WorksRecord } from './record.ts';

/** From ACCEPTED on there is one. */
export function acceptanceOf({ projectId, works }: Project): NonNullable<WorksRecord['acceptance']> {
  if (works.acceptance === undefined) throw new Fault('CORRUPT', `${projectId} has no acceptance`);
  return works.acceptance;
}
