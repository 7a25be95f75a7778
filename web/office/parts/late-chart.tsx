// A chart that arrives after the figures: a placeholder of the same height keeps the page still.
import { lazy, Suspense } from 'react';
import type { ChartProps } from '../../chart.tsx';
import { dashboardText } from '../../text/dashboard.ts';
import { useSay } from '../../text/language.ts';

const Chart = lazy(() => import('../../chart.tsx').then((chart) => ({ default: chart.Chart })));

export function LateChart(props: ChartProps) {
  const say = useSay();
  return (
    <Suspense
      fallback={
        <div
          className="placeholder"
          style={{ height: props.height }}
          role="status"
          aria-label={say(dashboardText.chartOpening)}
        />
      }
    >
      <Chart {...props} />
    </Suspense>
  );
}
