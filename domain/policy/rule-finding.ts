// The one way to make a finding: clause, quote and reading come from the pack, so that they cannot drift from the rule.
import type { Bilingual } from '../bilingual.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { JsonObject } from '../json.ts';
import type { Finding, Verdict } from './finding.ts';
import type { RulePack } from './packs.ts';
import type { RuleId } from './rule-catalogue.ts';

export interface Found {
  readonly verdict: Verdict;
  readonly code: string;
  readonly says: Bilingual;
  readonly facts?: JsonObject;
  readonly figures?: JsonObject;
}

export function ruleFinding(pack: RulePack, rule: RuleId, found: Found): Finding {
  const { clause, quote, reading } = pack.citations[rule];
  return {
    rule,
    verdict: found.verdict,
    code: found.code,
    clause,
    quote,
    ...(reading === undefined ? {} : { reading: reading.zh }),
    facts: found.facts ?? {},
    figures: found.figures ?? {},
    says: found.says,
  };
}

/** Every question to the rules is asked in the same way: of facts, as of a day, under a pack. */
export type Question<Facts> = (facts: Facts, on: PlainDate, pack: RulePack) => Finding[];
