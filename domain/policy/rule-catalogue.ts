// All 152 rules of 温鹿政办〔2020〕21号 by id; the chapters follow the text.
import { approvalsRules } from './catalogue/approvals.ts';
import { consentRules } from './catalogue/consent.ts';
import { contentRules } from './catalogue/content.ts';
import { dutiesRules } from './catalogue/duties.ts';
import { eligibilityRules } from './catalogue/eligibility.ts';
import { fundingRules } from './catalogue/funding.ts';
import { handoverRules } from './catalogue/handover.ts';
import { incentivesRules } from './catalogue/incentives.ts';
import { instrumentRules } from './catalogue/instrument.ts';
import { startRules } from './catalogue/start.ts';
import { worksRules } from './catalogue/works.ts';
import type { Rule } from './rule.ts';

export const RULES = {
  ...instrumentRules,
  ...eligibilityRules,
  ...contentRules,
  ...consentRules,
  ...startRules,
  ...fundingRules,
  ...approvalsRules,
  ...worksRules,
  ...handoverRules,
  ...dutiesRules,
  ...incentivesRules,
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof RULES;
