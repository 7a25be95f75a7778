// How the system itself is doing: reconciliation, notices on their way, the calendar that counts.
import type { Latencies, Stuck } from '../../../domain/dashboard.ts';
import { printMoment } from '../../figures/dates.ts';
import { dashboardText } from '../../text/dashboard.ts';
import { useSay } from '../../text/language.ts';
import './measured.css';

export function SystemNow({ stuck, latencies }: { stuck: Stuck | undefined; latencies: Latencies | undefined }) {
  const say = useSay();
  const reconciliation = stuck?.reconciliation;
  return (
    <dl className="lat num">
      <dt>{say(dashboardText.reconciledAt)}</dt>
      <dd>{reconciliation ? printMoment(reconciliation.at) : say(dashboardText.notReconciled)}</dd>
      <dt>{say(dashboardText.checked)}</dt>
      <dd>{reconciliation?.checked ?? '—'}</dd>
      <dt>{say(dashboardText.repaired)}</dt>
      <dd>{reconciliation?.repairs.length ?? '—'}</dd>
      <dt>{say(dashboardText.undelivered)}</dt>
      <dd>{latencies?.undelivered ?? '—'}</dd>
      <dt>{say(dashboardText.behind)}</dt>
      <dd className="okc">{say(dashboardText.sameTransaction)}</dd>
      <dt>{say(dashboardText.calendar)}</dt>
      <dd>{latencies?.calendar.slice(0, 24) ?? '—'}</dd>
    </dl>
  );
}
