// The acts of step 5, each with the papers that it rests on.
import type { ActTable } from '../runtime/human-act.ts';
import { chooseDeliveryMode } from './choose-delivery-mode.ts';
import { closeReviewFindings } from './close-review-findings.ts';
import { conveneJointReview } from './convene-joint-review.ts';
import { decideCombinedPermit } from './decide-combined-permit.ts';
import { decideFeasibilityStudy } from './decide-feasibility-study.ts';
import { decidePreliminaryDesign } from './decide-preliminary-design.ts';
import { fileCombinedPermit } from './file-combined-permit.ts';
import { fileDrawings } from './file-drawings.ts';
import { fileFeasibilityStudy } from './file-feasibility-study.ts';
import { filePreliminaryDesign } from './file-preliminary-design.ts';
import { giveReviewOpinion } from './give-review-opinion.ts';
import { issueReviewMinutes } from './issue-review-minutes.ts';
import { recordExPostReview } from './record-ex-post-review.ts';
import { recordTender } from './record-tender.ts';
import { removeReviewParty } from './remove-review-party.ts';
import { startWorks } from './start-works.ts';

export const APPROVALS = {
  'choose-delivery-mode': chooseDeliveryMode,
  'file-feasibility-study': fileFeasibilityStudy,
  'decide-feasibility-study': decideFeasibilityStudy,
  'convene-joint-review': conveneJointReview,
  'give-review-opinion': giveReviewOpinion,
  'remove-review-party': removeReviewParty,
  'issue-review-minutes': issueReviewMinutes,
  'file-preliminary-design': filePreliminaryDesign,
  'decide-preliminary-design': decidePreliminaryDesign,
  'file-drawings': fileDrawings,
  'record-ex-post-review': recordExPostReview,
  'close-review-findings': closeReviewFindings,
  'file-combined-permit': fileCombinedPermit,
  'decide-combined-permit': decideCombinedPermit,
  'record-tender': recordTender,
  'start-works': startWorks,
} satisfies ActTable;
