// The employer engages the tracking audit.
import { engageTrackingAudit as act } from '../../domain/projects/works/engage-tracking-audit.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const engageTrackingAudit = humanAct(
  act,
  restsOn(({ engagement }) => [['/engagement', engagement]]),
);
