// The acts of the programme around the procedure, each with the papers it rests on.
import type { ActTable } from '../runtime/human-act.ts';
import { answerPetition } from './answer-petition.ts';
import { applyForRound } from './apply-for-round.ts';
import { closeDefect } from './close-defect.ts';
import { declareContents } from './declare-contents.ts';
import { dischargeDuty } from './discharge-duty.ts';
import { extendPetition } from './extend-petition.ts';
import { gainPremises } from './gain-premises.ts';
import { keepSiteLog } from './keep-site-log.ts';
import { listSpecialLine } from './list-special-line.ts';
import { paySpecialLine } from './pay-special-line.ts';
import { publishProgress } from './publish-progress.ts';
import { recordRepresentativesVisit } from './record-representatives-visit.ts';
import { registerPetition } from './register-petition.ts';
import { reportDefect } from './report-defect.ts';
import { reviewManagement } from './review-management.ts';

export const PROGRAMME = {
  'apply-for-round': applyForRound,
  'declare-contents': declareContents,
  'discharge-duty': dischargeDuty,
  'keep-site-log': keepSiteLog,
  'record-representatives-visit': recordRepresentativesVisit,
  'publish-progress': publishProgress,
  'list-special-line': listSpecialLine,
  'pay-special-line': paySpecialLine,
  'gain-premises': gainPremises,
  'report-defect': reportDefect,
  'close-defect': closeDefect,
  'review-management': reviewManagement,
  'register-petition': registerPetition,
  'answer-petition': answerPetition,
  'extend-petition': extendPetition,
} satisfies ActTable;
