// Entry points on AWS: the approvals of step 5.
import { onWait } from '../runtime/lambda.ts';

export const chooseDeliveryMode = onWait('choose-delivery-mode');
export const fileFeasibilityStudy = onWait('file-feasibility-study');
export const decideFeasibilityStudy = onWait('decide-feasibility-study');
export const conveneJointReview = onWait('convene-joint-review');
export const issueReviewMinutes = onWait('issue-review-minutes');
export const filePreliminaryDesign = onWait('file-preliminary-design');
export const decidePreliminaryDesign = onWait('decide-preliminary-design');
export const fileDrawings = onWait('file-drawings');
export const fileCombinedPermit = onWait('file-combined-permit');
export const decideCombinedPermit = onWait('decide-combined-permit');
export const recordTender = onWait('record-tender');
export const startWorks = onWait('start-works');
