// The one way to ECharts: only the parts in use, fetched after the first paint; each chart has a table of the same data
// for screen readers, copying and print.
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent } from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useEffectEvent, useRef } from 'react';
import { go, Link } from './navigation/address.tsx';
import './chart.css';

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

/** A cell that leads somewhere is a link. */
export type Cell = string | number | { readonly text: string | number; readonly href: string };

export interface Place {
  readonly seriesIndex: number;
  readonly dataIndex: number;
}

export interface ChartProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
  readonly label: string;
  /** Head row first. */
  readonly table: readonly [readonly string[], ...(readonly Cell[])[]];
  /** Where a pressed bar or cell leads; the table has the same links for keys. */
  readonly leadTo?: (place: Place) => string | undefined;
}

export function Chart({ option, height, label, table, leadTo }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(null);
  const latest = useRef(option);
  useEffect(() => {
    latest.current = option;
    chart.current?.setOption(dressed(option));
  }, [option]);
  const follow = useEffectEvent(({ seriesIndex = 0, dataIndex }: { seriesIndex?: number; dataIndex: number }) => {
    const to = leadTo?.({ seriesIndex, dataIndex });
    if (to !== undefined) go(to);
  });
  useEffect(() => {
    const { current: element } = place;
    if (element === null) return;
    // A place that is not laid out yet has no width, and a chart that begins without one is drawn for a hundred pixels.
    const watching = new ResizeObserver(() => {
      if (element.clientWidth === 0) return;
      if (chart.current) return chart.current.resize();
      chart.current = init(element, null, { renderer: 'svg' });
      chart.current.setOption(dressed(latest.current));
      chart.current.on('click', (pressed) => follow(pressed));
    });
    watching.observe(element);
    return () => {
      watching.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);
  const [head, ...rows] = table;
  return (
    <figure className="chart">
      <div ref={place} role="img" aria-label={label} style={{ height }} />
      <div className="chart-table">
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
              <tr key={wordsOf(first)}>
                <th scope="row">
                  <Shown cell={first} />
                </th>
                {cells.map((cell, index) => (
                  <td key={head[index + 1]}>
                    <Shown cell={cell} about={`${wordsOf(first)} · ${head[index + 1] ?? ''}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

const wordsOf = (cell: Cell): string | number => (typeof cell === 'object' ? cell.text : cell);

function Shown({ cell, about }: { cell: Cell; about?: string }) {
  if (typeof cell !== 'object') return cell;
  const { text, href } = cell;
  return (
    <Link href={href} {...(about !== undefined && { 'aria-label': `${about} ${text}` })}>
      {text}
    </Link>
  );
}
