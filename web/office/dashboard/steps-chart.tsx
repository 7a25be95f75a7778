// How many projects stand in each step, by how near they are to their due date. Steps are a stock, not a funnel.
import { useMemo } from 'react';
import type { Funnel } from '../../../domain/dashboard.ts';
import { STEPS, type Step } from '../../../domain/projects/states.ts';
import { dayOf, daysFrom } from '../../figures/dates.ts';
import { type Narrowing, narrowed } from '../../navigation/narrowing.ts';
import { usedUp } from '../../sentences/dashboard.ts';
import { dashboardText } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { LateChart } from '../parts/late-chart.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import './chart-legend.css';

/** Place of the overdue among the parts of a bar. */
const LATE = 2;
const COLOURS = { onTime: '#5B86C4', soon: '#F0B341', late: '#B3261E' } as const;

export function StepsLegend() {
  const say = useSay();
  return (
    <span className="lg">
      <i style={{ background: COLOURS.onTime }} />
      {say(dashboardText.onTime)}
      <i style={{ background: COLOURS.soon }} />
      {say(dashboardText.soon)}
      <i style={{ background: COLOURS.late }} />
      {say(dashboardText.late)}
    </span>
  );
}

interface StepsChartProps {
  readonly funnel: Funnel;
  readonly narrowing: Narrowing;
  readonly height: number;
}

export function StepsChart({ funnel: { steps, today }, narrowing, height }: StepsChartProps) {
  const say = useSay();
  const language = useLanguage();
  const rows = useMemo(
    () =>
      steps.map(({ step, open, dueSoon, overdue, longest }) => ({
        title: say(STEPS[step as Step]),
        step,
        onTime: open - dueSoon - overdue,
        dueSoon,
        overdue,
        open,
        days: longest && daysFrom(dayOf(longest.since), today),
        slow: usedUp({ longest }, today) > 1,
      })),
    [steps, today, say],
  );
  const narrow = useIsNarrow();
  const option = useMemo(() => {
    const left = language === 'zh' ? 112 : 168;
    const series = (name: string, values: readonly number[], colour: string, ink: string) => ({
      name,
      type: 'bar',
      stack: 'open',
      barWidth: 18,
      data: values.map((value) => value || null),
      itemStyle: { color: colour, borderColor: '#fff', borderWidth: 1 },
      label: { show: name !== say(dashboardText.onTime), color: ink, fontSize: 12, fontWeight: 600 },
      emphasis: { disabled: true },
    });
    return {
      grid: { left, right: narrow ? 60 : 150, top: 4, bottom: 2, outerBoundsMode: 'none' },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow', shadowStyle: { color: 'rgba(23,69,143,.06)' } } },
      xAxis: { type: 'value', show: false, max: Math.max(4, ...rows.map(({ open }) => open)) },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ step, title }) => `${step} ${title}`),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { color: '#17202E', fontSize: 13, align: 'left', margin: left - 4 },
      },
      series: [
        series(
          say(dashboardText.onTime),
          rows.map(({ onTime }) => onTime),
          COLOURS.onTime,
          '#fff',
        ),
        series(
          say(dashboardText.soon),
          rows.map(({ dueSoon }) => dueSoon),
          COLOURS.soon,
          '#17202E',
        ),
        series(
          say(dashboardText.late),
          rows.map(({ overdue }) => overdue),
          COLOURS.late,
          '#fff',
        ),
        {
          name: say(dashboardText.total),
          type: 'bar',
          stack: 'open',
          data: rows.map(() => 0),
          tooltip: { show: false },
          label: {
            show: true,
            position: 'right',
            distance: 8,
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const row = rows[dataIndex];
              if (row === undefined) return '';
              if (row.days === undefined || narrow) return `{n|${row.open}}`;
              const stay = `${say(dashboardText.longest)} ${row.days} ${say(dashboardText.days)}`;
              return `{n|${row.open}}  ${row.slow ? `{s|${stay} ▲}` : `{d|${stay}}`}`;
            },
            rich: {
              n: { fontSize: 15, fontWeight: 700, color: '#17202E' },
              d: { color: '#5F6C7E', fontSize: 12 },
              s: { color: '#B3261E', fontSize: 12, fontWeight: 600 },
            },
          },
        },
      ],
    };
  }, [rows, say, language, narrow]);
  const linkOf = (step: number, more: { due?: 'overdue' } = {}) =>
    narrowed('/projects', narrowing, { step: String(step), ...more });
  return (
    <LateChart
      height={height}
      option={option}
      label={say(dashboardText.steps)}
      leadTo={({ seriesIndex, dataIndex }) => {
        const step = rows[dataIndex]?.step;
        return step === undefined ? undefined : linkOf(step, seriesIndex === LATE ? { due: 'overdue' } : {});
      }}
      table={[
        [
          ...[
            say(dashboardText.stepColumn),
            say(dashboardText.onTime),
            say(dashboardText.soon),
            say(dashboardText.late),
          ],
          say(dashboardText.longestColumn),
        ],
        ...rows.map(({ title, step, open, onTime, dueSoon, overdue, days }) => [
          open === 0 ? title : { text: title, href: linkOf(step) },
          onTime,
          dueSoon,
          overdue === 0 ? overdue : { text: overdue, href: linkOf(step, { due: 'overdue' }) },
          days ?? '—',
        ]),
      ]}
    />
  );
}
