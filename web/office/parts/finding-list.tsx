// Findings: the verdict as a sign and a word, the sentence, the rule, and the quoted source behind the clause.
import type { Finding, Verdict } from '../../../domain/policy/finding.ts';
import { useSay } from '../../text/language.ts';
import { both } from '../../text/texts.ts';
import { Icon, type IconName } from '../icons.tsx';
import { Clause } from './clause.tsx';
import './finding-list.css';

const VERDICTS = {
  PASS: { icon: 'check', title: both('通过', 'Pass') },
  FAIL: { icon: 'stop', title: both('不通过', 'Fail') },
  WARN: { icon: 'warn', title: both('提示', 'Warning') },
  NEEDS_DECISION: { icon: 'warn', title: both('待认定', 'Needs a decision') },
} as const satisfies Record<Verdict, { icon: IconName; title: { zh: string; en: string } }>;

/** As an entry or a problem carries it. */
export type ShownFinding = Pick<Finding, 'rule' | 'verdict' | 'code' | 'clause' | 'quote' | 'says'> & {
  readonly reading?: string | undefined;
};

export function FindingList({ findings }: { findings: readonly ShownFinding[] }) {
  const say = useSay();
  return (
    <ul className="finds">
      {findings.map(({ rule, verdict, code, clause, quote, reading, says }) => (
        <li key={`${rule}-${code}-${says.en}`} className={verdict === 'NEEDS_DECISION' ? 'WARN' : verdict}>
          <i>
            <Icon name={VERDICTS[verdict].icon} size={14} weight={2.2} />
            <span className="sr">{say(VERDICTS[verdict].title)}</span>
          </i>
          <div>
            <p>
              {say(says)} <span className="rule">{rule}</span>
            </p>
            <Clause clause={clause} quote={quote} {...(reading !== undefined && { reading })} />
          </div>
        </li>
      ))}
    </ul>
  );
}
