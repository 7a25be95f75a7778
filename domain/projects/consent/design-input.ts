// The preliminary design as it is handed in: what it rests on, its five parts, its items and costs (二(二), 二(三)2, 三(三)1).
import * as z from 'zod';
import { CATEGORIES } from '../../policy/parameters/local.ts';
import { ASPECTS } from '../../policy/rules/content.ts';
import { DESIGN_PARTS, type DesignPart } from '../../policy/rules/design-completeness.ts';
import { amountInput, dayInput, paperInput } from '../act-input.ts';
import { DESIGN_BASES } from './design-bases.ts';

const itemInput = z.strictObject({
  /** Number of the item in the plan, `B-03`. */
  id: z.string().regex(/^[A-Za-z0-9.-]{1,20}$/),
  name: z.string().trim().min(2).max(80),
  aspect: z.enum(ASPECTS),
  category: z.enum(CATEGORIES),
  /** Direct construction cost (工程费用), yuan. */
  directCost: amountInput,
  /** Chosen by residents in the consultation (C-03). */
  chosen: z.boolean(),
  /** Looks only (一(二)2 “涂脂抹粉”). */
  cosmetic: z.boolean().default(false),
});

const excludedInput = z.strictObject({
  name: z.string().trim().min(2).max(80),
  cost: amountInput,
  /** The rule that subsidises the item by itself (F-05 “已有明文规定”). */
  citation: z.string().trim().min(2).max(200),
});

// Object.keys forgets what the keys are.
const designPart = z.enum(Object.keys(DESIGN_PARTS) as DesignPart[]);

export const designInput = z.strictObject({
  designedOn: dayInput,
  /** The plan for residents (P1). */
  document: paperInput,
  basedOn: z.array(z.enum(DESIGN_BASES)).max(DESIGN_BASES.length),
  parts: z.array(designPart).max(5),
  items: z
    .array(itemInput)
    .max(500)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, {
      error: '改造内容的编号有重复｜Two items have the same number',
    }),
  otherCosts: amountInput,
  contingency: amountInput,
  titleArea: amountInput.regex(/[1-9]/, '面积应大于 0｜The area must be more than 0'),
  excluded: z.array(excludedInput).max(50).default([]),
  /** The street attests that the needs of the mandatory category are met already (C-04). */
  mandatoryNeedsMet: z.boolean().default(false),
  designedTogether: z.strictObject({ lifts: z.boolean(), wasteSorting: z.boolean(), fireSafety: z.boolean() }),
});

export type DesignInput = z.output<typeof designInput>;
