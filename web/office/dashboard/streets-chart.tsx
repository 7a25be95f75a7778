// Streets by steps: the number is projects, the colour how much of its time the longest stay has used, in four named bins.
import { useMemo } from 'react';
import type { Streets } from '../../../domain/dashboard.ts';
import { STEPS, type Step } from '../../../domain/projects/states.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { dayOf, daysFrom } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { narrowed } from '../../navigation/narrowing.ts';
import { usedUp } from '../../sentences/dashboard.ts';
import { dashboardText, SHORT_STEPS } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { LateChart } from '../parts/late-chart.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import './chart-legend.css';
import './streets-chart.css';

const BINS = [
  { lt: 0.5, color: '#E3EDF9' },
  { gte: 0.5, lte: 1, color: '#C3D8F2' },
  { gt: 1, lte: 1.5, color: '#F5C469' },
  { gt: 1.5, color: '#B3261E' },
] as const;
const FAR = 1.5;

/** Above the rows stand the steps. */
const HEAD = 28;
const HIGHEST_ROW = 64;
/** With so few streets there is room to name what stays longest. */
const FEW = 3;

export function StreetsLegend() {
  const say = useSay();
  const names = [dashboardText.under, dashboardText.within, dashboardText.over, dashboardText.far];
  return (
    <span className="lg">
      {BINS.map(({ color }, index) => (
        <span key={color}>
          <i style={{ background: color }} />
          {say(names[index] ?? dashboardText.within)}
        </span>
      ))}
    </span>
  );
}

interface StreetsChartProps {
  readonly streets: Streets;
  readonly year: string | undefined;
  readonly height: number;
}

export function StreetsChart({ streets: { streets, today }, year, height }: StreetsChartProps) {
  const say = useSay();
  const language = useLanguage();
  const short = useIsNarrow() || language === 'en';
  const option = useMemo(() => {
    const data = streets.flatMap(({ cells }, row) =>
      cells.map(({ step, open, longest }) => {
        const used = open === 0 ? '-' : usedUp({ longest }, today);
        return {
          value: [step - 1, row, used],
          open,
          longest,
          label: { color: typeof used === 'number' && used > FAR ? '#fff' : '#17202E' },
        };
      }),
    );
    const titles = streets.map(({ street }) => say(titleOfStreet(street)).replace(/(街道|镇)$/, ''));
    return {
      grid: { left: language === 'zh' ? 52 : 84, right: 4, top: 26, bottom: 2, outerBoundsMode: 'none' },
      tooltip: {
        formatter: ({ data: cell }: { data: (typeof data)[number] }) =>
          cell.longest === undefined
            ? ''
            : `${titles[Number(cell.value[1])]} · ${Number(cell.value[0]) + 1}<br>${say(dashboardText.longest)} ${cell.longest.name}：${daysFrom(dayOf(cell.longest.since), today)} ${say(dashboardText.days)}`,
      },
      xAxis: {
        type: 'category',
        position: 'top',
        data: SHORT_STEPS.map((title, index) => (short ? String(index + 1) : `${index + 1}${title}`)),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { interval: 0, color: '#465263', fontSize: 12 },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: titles,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: '#17202E', fontSize: 13 },
      },
      visualMap: { show: false, type: 'piecewise', dimension: 2, pieces: BINS, outOfRange: { color: '#F6F8FB' } },
      series: [
        {
          type: 'heatmap',
          data,
          itemStyle: { borderColor: '#fff', borderWidth: 2, borderRadius: 4 },
          label: {
            show: true,
            fontSize: 12,
            fontWeight: 600,
            formatter: ({ data: cell }: { data: { open: number } }) => String(cell.open || ''),
          },
          emphasis: { itemStyle: { borderColor: '#17202E', borderWidth: 2 } },
        },
      ],
    };
  }, [streets, today, say, language, short]);
  const linkOf = (street: string, step: number) =>
    narrowed('/projects', { street, ...(year && { year }) }, { step: String(step) });
  return (
    <>
      <LateChart
        height={Math.min(height, HEAD + streets.length * HIGHEST_ROW)}
        option={option}
        label={`${say(dashboardText.streets)}: ${say(dashboardText.streetsLabel)}`}
        leadTo={({ dataIndex }) => {
          const cells = streets.flatMap((row) => row.cells.map((cell) => ({ ...cell, street: row.street })));
          const cell = cells[dataIndex];
          return cell && cell.open > 0 ? linkOf(cell.street, cell.step) : undefined;
        }}
        table={[
          [say(dashboardText.street), ...Object.values(STEPS).map((title) => say(title))],
          ...streets.map(({ street, cells }) => [
            say(titleOfStreet(street)),
            ...cells.map(({ step, open }) => (open === 0 ? open : { text: open, href: linkOf(street, step) })),
          ]),
        ]}
      />
      {streets.length <= FEW && <LongestStays streets={streets} today={today} />}
    </>
  );
}

/** What the chart tells a pointer, for everybody: the project that stays longest in each step. */
function LongestStays({ streets, today }: Pick<Streets, 'streets' | 'today'>) {
  const say = useSay();
  const stays = streets.flatMap(({ street, cells }) =>
    cells.flatMap(({ step, longest }) => (longest === undefined ? [] : [{ street, step, longest }])),
  );
  return (
    <>
      <h3 className="sub">{say(dashboardText.longestStays)}</h3>
      <ul className="stays">
        {stays.map(({ street, step, longest: { projectId, name, since } }) => (
          <li key={`${street}-${step}`}>
            <span className="t2">
              <span className="num">{step}</span> {say(STEPS[step as Step])}
            </span>
            <Link href={`/projects/${projectId}`}>{name}</Link>
            <span className="num">
              {daysFrom(dayOf(since), today)} {say(dashboardText.days)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
