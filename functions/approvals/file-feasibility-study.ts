// The street files the feasibility study.
import { fileFeasibilityStudy as act } from '../../domain/projects/approvals/file-feasibility-study.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const fileFeasibilityStudy = humanAct(
  act,
  restsOn(({ study }) => [['/study', study]]),
);
