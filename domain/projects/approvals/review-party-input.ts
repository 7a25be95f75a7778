// Who may be named in a joint review, as callers write it. Apart from the review itself: steps that only look at a project know no schema.
import * as z from 'zod';
import type { ReviewParty } from './joint-review.ts';
import { REVIEW_DEPARTMENTS } from './review-departments.ts';

export const reviewPartyInput = z.union([
  z.enum(REVIEW_DEPARTMENTS),
  z.templateLiteral(['UTILITY:', z.string().min(1).max(40)]),
]) satisfies z.ZodType<ReviewParty>;
