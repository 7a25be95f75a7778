// The subsidy budget of the year: what is left, and how promises and payments have grown month by month under one ceiling.
import { useMemo } from 'react';
import type { BudgetYear } from '../../../domain/dashboard.ts';
import { heightOf, printHeight, printLarge, printUnderLarge } from '../../figures/amounts.ts';
import { dashboardText } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { LateChart } from '../parts/late-chart.tsx';
import './budget.css';

const PROMISED = '#17458F';
const PAID = '#11705A';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export function Budget({ figures: { budget, year } }: { figures: BudgetYear }) {
  const say = useSay();
  const language = useLanguage();
  const option = useMemo(() => {
    if (budget === undefined) return undefined;
    const ceiling = heightOf(budget.amount);
    /** What a pointer is told of a month, from the exact text. */
    const told = (amounts: readonly string[]) => ({
      valueFormatter: (_: unknown, month: number) => printLarge(amounts[month] ?? '0.00', language),
    });
    const months = Array.from({ length: 12 }, (_, index) =>
      language === 'zh' ? `${index + 1}月` : (MONTHS[index] ?? ''),
    );
    return {
      grid: { left: 48, right: 14, top: 24, bottom: 22, outerBoundsMode: 'none' },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        data: months,
        boundaryGap: false,
        axisLabel: { color: '#5F6C7E', interval: 2 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: '#C6CEDA' } },
      },
      yAxis: {
        type: 'value',
        max: Math.ceil(ceiling * 1.1),
        axisLabel: {
          color: '#5F6C7E',
          showMaxLabel: false,
          formatter: (height: number) => printHeight(height, language),
        },
        splitLine: { lineStyle: { color: '#EBEFF4' } },
        splitNumber: 3,
      },
      series: [
        {
          name: say(dashboardText.reserved),
          type: 'line',
          step: 'end',
          symbol: 'none',
          data: budget.byMonth.map(heightOf),
          tooltip: told(budget.byMonth),
          lineStyle: { color: PROMISED, width: 2 },
          itemStyle: { color: PROMISED },
          areaStyle: { color: 'rgba(23,69,143,.10)' },
          markLine: {
            symbol: 'none',
            silent: true,
            lineStyle: { color: '#B3261E', width: 1.5, type: 'solid' },
            label: {
              formatter: `${say(dashboardText.granted)} ${printUnderLarge(budget.amount, language)}`,
              position: 'insideEndTop',
              color: '#B3261E',
              fontSize: 12,
              fontWeight: 600,
            },
            data: [{ yAxis: ceiling }],
          },
        },
        {
          name: say(dashboardText.paid),
          type: 'line',
          step: 'end',
          symbol: 'none',
          data: budget.paidByMonth.map(heightOf),
          tooltip: told(budget.paidByMonth),
          // Told apart without colour.
          lineStyle: { color: PAID, width: 2, type: 'dashed' },
          itemStyle: { color: PAID },
        },
      ],
    };
  }, [budget, say, language]);
  if (budget === undefined || option === undefined) return <p className="muted">{say(dashboardText.noBudget)}</p>;
  const figures = [
    { title: dashboardText.left, amount: budget.left },
    { title: dashboardText.reserved, amount: budget.reserved, line: PROMISED },
    { title: dashboardText.paid, amount: budget.paid, line: PAID },
    { title: dashboardText.granted, amount: budget.amount },
  ];
  return (
    <>
      <div className="bud">
        {figures.map(({ title, amount, line }) => (
          <div key={title.en}>
            <b className="num">{printUnderLarge(amount, language)}</b>
            <span>
              {line && <i style={{ background: line }} />}
              {say(title)}
            </span>
          </div>
        ))}
      </div>
      <LateChart
        height={200}
        option={option}
        label={`${say(dashboardText.budget)} ${year}`}
        table={[
          [say(dashboardText.month), say(dashboardText.reserved), say(dashboardText.paid)],
          ...budget.byMonth.map((amount, index) => [
            index + 1,
            printUnderLarge(amount, language),
            printUnderLarge(budget.paidByMonth[index] ?? '0.00', language),
          ]),
        ]}
      />
      <p className="fine">{say(dashboardText.paidNote)}</p>
    </>
  );
}
