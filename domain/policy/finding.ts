// What a rule says about facts: the finding, with clause, quote, reading, facts and figures.
import type { Bilingual } from '../bilingual.ts';
import type { JsonObject } from '../json.ts';

export const VERDICTS = ['PASS', 'FAIL', 'WARN', 'NEEDS_DECISION'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Finding {
  /** Rule id of the catalogue, `V-03`. */
  readonly rule: string;
  readonly verdict: Verdict;
  /** Stable code of what was found, `PLAN_REJECTED`. */
  readonly code: string;
  /** Place in 温鹿政办〔2020〕21号 or in the law cited, `二(三)3`. */
  readonly clause: string;
  /** Literal words of the source that the rule rests on. */
  readonly quote: string;
  /** The reading adopted where the text is open. */
  readonly reading?: string;
  /** The facts that the rule looked at. */
  readonly facts: JsonObject;
  /** What it computed; money, areas and shares as decimal strings. */
  readonly figures: JsonObject;
  /** One sentence for people. */
  readonly says: Bilingual;
}

export const failures = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => finding.verdict === 'FAIL');
