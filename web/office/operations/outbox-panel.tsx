// What waits: notices that are not delivered yet, since when, and human acts that a machine waits for.
import type { Latencies } from '../../../domain/dashboard.ts';
import { useReading } from '../../api/use-reading.ts';
import { printMoment } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { latencyText } from '../../text/latency.ts';
import { operationsText } from '../../text/operations.ts';
import { shellText } from '../../text/shell.ts';
import { Card } from '../parts/card.tsx';
import { Region } from '../parts/region.tsx';

const PATH = '/api/dashboard/latencies';

export function OutboxPanel() {
  const say = useSay();
  const reading = useReading<Latencies>(PATH);
  const health = useReading<{ waiting: number }>('/api/health').value;
  return (
    <Card
      title={say(operationsText.outbox)}
      note={say(latencyText.outboxNote)}
      aside={<Link href="/notices">{say(shellText.notices)}</Link>}
    >
      <Region reading={reading} path={PATH}>
        {({ undelivered, oldestUndelivered }) => (
          <dl className="flow num">
            <dt>{say(operationsText.depth)}</dt>
            <dd>{undelivered}</dd>
            <dt>{say(latencyText.oldest)}</dt>
            <dd>{oldestUndelivered ? printMoment(oldestUndelivered) : say(latencyText.noneWaits)}</dd>
            <dt>{say(operationsText.waiting)}</dt>
            <dd>{health?.waiting ?? '—'}</dd>
          </dl>
        )}
      </Region>
    </Card>
  );
}
