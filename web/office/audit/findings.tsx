// The queries of the auditor in one table: hits, money at stake, how they stood thirty days ago, and the rule of each.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { titleOfAuditFigure } from '../../../domain/programme/audit/figure-titles.ts';
import { useReading } from '../../api/use-reading.ts';
import { printExact } from '../../figures/amounts.ts';
import { printDay } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { trendNote, trendPhrase } from '../../sentences/oversight.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { auditText } from '../../text/programme.ts';
import { Card } from '../parts/card.tsx';
import { Clause } from '../parts/clause.tsx';
import { Columns } from '../parts/columns.tsx';
import { Scroll } from '../parts/scroll.tsx';

export interface AuditFinding {
  readonly code: string;
  readonly title: Bilingual;
  readonly rule: string;
  readonly clause: string;
  readonly quote: string;
  readonly seen: Bilingual;
  readonly stake?: { readonly figure: string; readonly amount: string };
}

interface Trend {
  readonly before: string;
  readonly findings: readonly { readonly code: string; readonly hits: number; readonly amount?: string }[];
}

const TREND = '/api/audit/trend';

export function Findings({ findings }: { findings: readonly (AuditFinding & { readonly hits: number })[] }) {
  const say = useSay();
  const language = useLanguage();
  const { value: trend } = useReading<Trend>(TREND);
  return (
    <Card title={say(auditText.checks)} note={trend && trendNote(printDay(trend.before, language), language)}>
      <Scroll>
        <table className="plain stacked">
          <Columns
            titles={[
              ...[auditText.check, auditText.count, auditText.atStake],
              ...[auditText.trend, auditText.rule, auditText.seen],
            ]}
            figures={[auditText.count, auditText.atStake]}
          />
          <tbody>
            {findings.map(({ code, title, hits, stake, rule, clause, quote, seen }) => (
              <tr key={code}>
                <td>
                  <Link href={`/audit/queries/${code}`}>
                    <b>{say(title)}</b>
                  </Link>
                </td>
                <td className="n">
                  <span className={hits === 0 ? 'tag ok' : 'tag warn'}>{hits}</span>
                </td>
                <td className="n">
                  {stake === undefined ? (
                    <span className="muted">{say(auditText.noAmount)}</span>
                  ) : (
                    <>
                      <span className="num">{printExact(stake.amount)}</span>
                      <br />
                      <small className="muted">{say(titleOfAuditFigure(stake.figure))}</small>
                    </>
                  )}
                </td>
                <td className="t2">
                  {trend && trendPhrase(hits, trend.findings.find((past) => past.code === code)?.hits ?? 0, language)}
                </td>
                <td className="t2">
                  {rule} <Clause clause={clause} quote={quote} />
                </td>
                <td className="t2">{say(seen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}
