// The day from which the time for the final accounts runs (AC-02).
import type { PlainDate } from '../../calendar/plain-date.ts';
import { Fault } from '../../errors.ts';
import type { Project } from '../project.ts';

/** No project comes to its final accounts before it was accepted. */
export function acceptedOnOf({ projectId, works }: Project): PlainDate {
  if (works.acceptance === undefined) throw new Fault('CORRUPT', `project ${projectId} was never accepted`);
  return works.acceptance.acceptedOn;
}
