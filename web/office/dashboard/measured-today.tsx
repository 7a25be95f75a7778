// How fast the system was today, as its server measured: paper, entries, notices; for those who watch over it.
import { TIMES, type Times } from '../../api/times.ts';
import { useReading } from '../../api/use-reading.ts';
import { printMilliseconds } from '../../figures/durations.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { latencyText } from '../../text/latency.ts';
import './measured.css';

export function MeasuredToday() {
  const say = useSay();
  const times = useReading<Times>(TIMES).value;
  if (times?.measured !== true) return null;
  const rows = [
    { title: latencyText.papers, spread: times.papers },
    { title: latencyText.visible, spread: times.visible },
    { title: latencyText.delivered, spread: times.delivered },
  ];
  return (
    <>
      <h3 className="sub">
        <Link href="/operations/latency">{say(latencyText.p95Of)}</Link>
      </h3>
      <dl className="lat num">
        {rows.flatMap(({ title, spread }) => [
          <dt key={title.en}>{say(title)}</dt>,
          <dd key={`${title.en} p95`}>{spread ? printMilliseconds(spread.p95) : '—'}</dd>,
        ])}
      </dl>
    </>
  );
}
