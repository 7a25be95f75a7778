// What happens to S, G and E when the total moves: the kink is where the cap of 400 yuan a square metre bites.
import { useEffect, useMemo, useState } from 'react';
import type { FundingOutput } from '../../../domain/calculators/funding.ts';
import { type Draft, fieldOf } from '../../acts/draft.ts';
import { send } from '../../api/request.ts';
import { fenOf, heightOf, printHeight, printLarge, printUnderLarge, yuanOf } from '../../figures/amounts.ts';
import { calculatorText } from '../../text/calculators.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { LateChart } from '../parts/late-chart.tsx';

const PERCENTS = [60n, 70n, 80n, 90n, 100n, 110n, 120n, 130n] as const;

function scaledFacts(facts: Draft, percent: bigint) {
  const scaled = (group: Draft, name: string) => {
    const amount = String(fieldOf(group, name) ?? '0');
    return yuanOf((fenOf(amount) * percent + 50n) / 100n);
  };
  const direct = fieldOf(facts, 'direct');
  return {
    direct: {
      mandatory: scaled(direct, 'mandatory'),
      basic: scaled(direct, 'basic'),
      improvement: scaled(direct, 'improvement'),
      upgrade: scaled(direct, 'upgrade'),
    },
    otherCosts: scaled(facts, 'otherCosts'),
    contingency: scaled(facts, 'contingency'),
    areaByPropertyRight: fieldOf(facts, 'areaByPropertyRight'),
    ...(fieldOf(facts, 'pack') ? { pack: fieldOf(facts, 'pack') } : {}),
  };
}

export function FundingSweep({ facts }: { facts: Draft }) {
  const say = useSay();
  const language = useLanguage();
  const [points, setPoints] = useState<readonly FundingOutput[]>([]);
  useEffect(() => {
    let current = true;
    void Promise.all(
      PERCENTS.map((percent) => send<FundingOutput>('/api/calculators/funding', scaledFacts(facts, percent))),
    ).then((answers) => {
      if (current) setPoints(answers.flatMap((answer) => (answer.ok ? answer.value : [])));
    });
    return () => {
      current = false;
    };
  }, [facts]);
  const option = useMemo(() => {
    const line = (name: string, values: readonly string[], color: string) => ({
      name,
      type: 'line',
      symbolSize: 6,
      data: values.map(heightOf),
      tooltip: { valueFormatter: (_: unknown, point: number) => printLarge(values[point] ?? '0.00', language) },
      lineStyle: { color, width: 2 },
      itemStyle: { color },
      endLabel: { show: true, formatter: name, color },
    });
    return {
      grid: { left: 56, right: 120, top: 16, bottom: 24, outerBoundsMode: 'none' },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: PERCENTS.map((percent) => `${percent}%`), axisLabel: { color: '#5F6C7E' } },
      yAxis: {
        type: 'value',
        axisLabel: { color: '#5F6C7E', formatter: (height: number) => printHeight(height, language) },
        splitLine: { lineStyle: { color: '#EBEFF4' } },
      },
      series: [
        line(
          say(calculatorText.subsidy),
          points.map(({ subsidy }) => subsidy),
          '#17458F',
        ),
        line(
          say(calculatorText.selfRaised),
          points.map(({ selfRaised }) => selfRaised),
          '#11705A',
        ),
        line(
          say(calculatorText.excess),
          points.map(({ excess }) => excess),
          '#8A5200',
        ),
      ],
    };
  }, [points, say, language]);
  if (points.length < PERCENTS.length) return null;
  const cappedFrom = PERCENTS[points.findIndex(({ excess }) => excess !== '0.00')];
  return (
    <>
      <h3 className="sub">{say(calculatorText.sweep)}</h3>
      <LateChart
        height={240}
        option={option}
        label={say(calculatorText.sweep)}
        table={[
          [
            say(calculatorText.ofTotal),
            say(calculatorText.selfRaised),
            say(calculatorText.subsidy),
            say(calculatorText.excess),
          ],
          ...points.map(({ selfRaised, subsidy, excess }, index) => [
            `${PERCENTS[index]}%`,
            printUnderLarge(selfRaised, language),
            printUnderLarge(subsidy, language),
            printUnderLarge(excess, language),
          ]),
        ]}
      />
      {cappedFrom !== undefined && (
        <p className="fine">
          {String(cappedFrom)}% {say(calculatorText.capFrom)}
        </p>
      )}
    </>
  );
}
