// How long the server really took: answers by route, entries until the dashboard has them, notices until they arrived.
import { useMemo } from 'react';
import { type Spread, TIMES, type Times } from '../../api/times.ts';
import { useReading } from '../../api/use-reading.ts';
import { shortDay } from '../../figures/dates.ts';
import { printMilliseconds } from '../../figures/durations.ts';
import { useSay } from '../../text/language.ts';
import { latencyText } from '../../text/latency.ts';
import { Card } from '../parts/card.tsx';
import { LateChart } from '../parts/late-chart.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import './latency.css';

export function LatencyPanel() {
  const reading = useReading<Times>(TIMES);
  return (
    <Region reading={reading} path={TIMES} height={300}>
      {(times) => (
        <div className="grid">
          <div className="grid halves">
            <Spreads times={times} />
            <Week days={times.days} measured={times.measured} />
          </div>
          {times.measured && <Routes routes={times.routes} />}
        </div>
      )}
    </Region>
  );
}

function Spreads({ times: { visible, papers, delivered, routes, measured } }: { times: Times }) {
  const say = useSay();
  const rows = [
    ...(measured
      ? [
          { title: latencyText.visible, spread: visible },
          { title: latencyText.papers, spread: papers },
        ]
      : []),
    { title: latencyText.delivered, spread: delivered },
    ...(routes[0] ? [{ title: latencyText.slowest, spread: routes[0] }] : []),
  ];
  return (
    <Card title={say(latencyText.today)} note={say(latencyText.todayNote)}>
      <table className="plain times">
        <thead>
          <tr>
            <th scope="col">{say(latencyText.what)}</th>
            <SpreadHeads />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ title, spread }) => (
            <tr key={title.en}>
              <th scope="row">{say(title)}</th>
              <SpreadCells spread={spread} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fine">{say(measured ? latencyText.transaction : latencyText.elsewhere)}</p>
    </Card>
  );
}

function SpreadHeads() {
  const say = useSay();
  return (
    <>
      {[latencyText.count, latencyText.p50, latencyText.p95].map((title) => (
        <th scope="col" className="n" key={title.en}>
          {say(title)}
        </th>
      ))}
    </>
  );
}

function SpreadCells({ spread }: { spread: Spread | undefined }) {
  return (
    <>
      <td className="n">{spread?.count ?? 0}</td>
      <td className="n">{spread ? printMilliseconds(spread.p50) : '—'}</td>
      <td className="n">
        <b>{spread ? printMilliseconds(spread.p95) : '—'}</b>
      </td>
    </>
  );
}

function Week({ days, measured }: { days: Times['days']; measured: boolean }) {
  const say = useSay();
  const option = useMemo(() => {
    const line = (name: string, values: readonly number[], color: string) => ({
      name,
      type: 'line',
      symbolSize: 6,
      data: values,
      lineStyle: { color, width: 2 },
      itemStyle: { color },
      endLabel: { show: true, formatter: name, color },
    });
    return {
      grid: { left: 44, right: 44, top: 16, bottom: 24, outerBoundsMode: 'none' },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: days.map(({ day }) => shortDay(day)), axisLabel: { color: '#5F6C7E' } },
      yAxis: { type: 'value', axisLabel: { color: '#5F6C7E' }, splitLine: { lineStyle: { color: '#EBEFF4' } } },
      series: [
        line(
          'p50',
          days.map(({ p50 }) => p50),
          '#17458F',
        ),
        line(
          'p95',
          days.map(({ p95 }) => p95),
          '#8A5200',
        ),
      ],
    };
  }, [days]);
  return (
    <Card title={say(latencyText.week)} note={say(latencyText.weekNote)}>
      {!measured || days.length === 0 ? (
        <p className="muted">{say(measured ? latencyText.nothing : latencyText.elsewhere)}</p>
      ) : (
        <LateChart
          height={170}
          option={option}
          label={say(latencyText.week)}
          table={[
            [say(latencyText.day), say(latencyText.count), say(latencyText.p50), say(latencyText.p95)],
            ...days.map(({ day, count, p50, p95 }) => [day, count, p50, p95]),
          ]}
        />
      )}
    </Card>
  );
}

function Routes({ routes }: { routes: Times['routes'] }) {
  const say = useSay();
  return (
    <Card title={say(latencyText.routes)} note={say(latencyText.routesNote)}>
      {routes.length === 0 ? (
        <p className="muted">{say(latencyText.nothing)}</p>
      ) : (
        <Scroll>
          <table className="plain times">
            <thead>
              <tr>
                <th scope="col">{say(latencyText.route)}</th>
                <SpreadHeads />
              </tr>
            </thead>
            <tbody>
              {routes.map((route) => (
                <tr key={route.name}>
                  <th scope="row">
                    {route.title && say(route.title)} <code className={route.title && 'beside'}>{route.name}</code>
                  </th>
                  <SpreadCells spread={route} />
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Card>
  );
}
