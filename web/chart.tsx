// The one way to ECharts: only the parts in use, fetched after the first paint; each chart has a table of the same data
// for screen readers, copying and print.
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([
  ...[BarChart, HeatmapChart, LineChart],
  ...[GridComponent, TooltipComponent, VisualMapPiecewiseComponent, MarkLineComponent, SVGRenderer],
]);

export const CHART_FONT =
  '"PingFang SC","HarmonyOS Sans SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif';

const dressed = (option: EChartsCoreOption): EChartsCoreOption => ({
  animation: false,
  textStyle: { fontFamily: CHART_FONT },
  ...option,
});

export interface ChartProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly label: string;
  /** Head row first. */
  readonly table: readonly (readonly (string | number)[])[];
}

export function Chart({ option, height, label, table }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const latest = useRef(option);
  useEffect(() => {
    latest.current = option;
    chart.current?.setOption(dressed(option));
  }, [option]);
  useEffect(() => {
    const { current: element } = place;
    if (element === null) return;
    // A place that is not laid out yet has no width, and a chart that begins without one is drawn for a hundred pixels.
    const watching = new ResizeObserver(() => {
      if (element.clientWidth === 0) return;
      if (chart.current) return chart.current.resize();
      chart.current = init(element, null, { renderer: 'svg' });
      chart.current.setOption(dressed(latest.current));
    });
    watching.observe(element);
    return () => {
      watching.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);
  const [head = [], ...rows] = table;
  return (
    <figure className="chart">
      <div ref={place} role="img" aria-label={label} style={{ height }} />
      <div className="sr">
        <table>
          <caption>{label}</caption>
          <thead>
            <tr>
              {head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first = '', ...cells]) => (
              <tr key={first}>
                <th scope="row">{first}</th>
                {cells.map((cell, index) => (
                  <td key={head[index + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
