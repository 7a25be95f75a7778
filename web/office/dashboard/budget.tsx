// The subsidy budget of the year: what is left, and how promises have grown month by month under one ceiling.
import { useMemo } from 'react';
import type { BudgetYear } from '../../../domain/dashboard.ts';
import { fenOf, printTenThousands } from '../../figures/amounts.ts';
import { dashboardText } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { LateChart } from '../parts/late-chart.tsx';

const FEN_OF_TEN_THOUSAND = 1_000_000n;

/** For the height of a line only; figures are printed from the exact text. */
const drawn = (amount: string): number => Number(fenOf(amount) / FEN_OF_TEN_THOUSAND);

export function Budget({ figures: { budget, year } }: { figures: BudgetYear }) {
  const say = useSay();
  const language = useLanguage();
  const option = useMemo(() => {
    if (budget === undefined) return undefined;
    const ceiling = drawn(budget.amount);
    const months = Array.from({ length: 12 }, (_, index) => (language === 'zh' ? `${index + 1}月` : String(index + 1)));
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
        axisLabel: { color: '#5F6C7E', showMaxLabel: false },
        splitLine: { lineStyle: { color: '#EBEFF4' } },
        splitNumber: 3,
      },
      series: [
        {
          name: say(dashboardText.reserved),
          type: 'line',
          step: 'end',
          symbol: 'none',
          data: budget.byMonth.map(drawn),
          lineStyle: { color: '#17458F', width: 2 },
          areaStyle: { color: 'rgba(23,69,143,.10)' },
          markLine: {
            symbol: 'none',
            silent: true,
            lineStyle: { color: '#B3261E', width: 1.5, type: 'solid' },
            label: {
              formatter: `${say(dashboardText.granted)} ${printTenThousands(budget.amount).figure}`,
              position: 'insideEndTop',
              color: '#B3261E',
              fontSize: 12,
              fontWeight: 600,
            },
            data: [{ yAxis: ceiling }],
          },
        },
      ],
    };
  }, [budget, say, language]);
  if (budget === undefined || option === undefined) return <p className="muted">{say(dashboardText.noBudget)}</p>;
  const figures = [
    { title: dashboardText.left, amount: budget.left },
    { title: dashboardText.reserved, amount: budget.reserved },
    { title: dashboardText.granted, amount: budget.amount },
  ];
  return (
    <>
      <div className="bud">
        {figures.map(({ title, amount }) => (
          <div key={title.en}>
            <b className="num">{printTenThousands(amount).figure}</b>
            <span>{say(title)}</span>
          </div>
        ))}
      </div>
      <LateChart
        height={200}
        option={option}
        label={`${say(dashboardText.budget)} ${year}`}
        table={[
          [say(dashboardText.month), say(dashboardText.reserved)],
          ...budget.byMonth.map((amount, index) => [index + 1, printTenThousands(amount).figure]),
        ]}
      />
    </>
  );
}
