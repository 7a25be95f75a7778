// A chart that arrives after the figures: a placeholder of the same height keeps the page still.
import type { ChartProps } from '../../chart.tsx';
import { dashboardText } from '../../text/dashboard.ts';
import { useSay } from '../../text/language.ts';
import { late } from './late.tsx';

export const LateChart = late(
  () => import('../../chart.tsx').then(({ Chart }) => Chart),
  ({ height }) => <ChartOpening height={height} />,
);

function ChartOpening({ height }: Pick<ChartProps, 'height'>) {
  const say = useSay();
  return <div className="placeholder" style={{ height }} role="status" aria-label={say(dashboardText.chartOpening)} />;
}
