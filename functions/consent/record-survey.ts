// Records the survey of a neighbourhood, and what the rules say of its eligibility.
import { recordSurvey as act } from '../../domain/projects/consent/record-survey.ts';
import { humanAct } from '../runtime/human-act.ts';
import { restsOn } from '../runtime/rests-on.ts';

export const recordSurvey = humanAct(
  act,
  restsOn(({ record }) => [['/record', record]]),
);
