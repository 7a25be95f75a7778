// The page at /status: what the district has in hand, what waits, what is stuck. Plain HTML: it must open when nothing else does.

import { inShanghai } from '../../domain/calendar/plain-date.ts';
import type { Ports } from '../../domain/ports.ts';
import { STEPS, type Step } from '../../domain/projects/states.ts';
import { RECONCILIATION } from '../../functions/dashboard/reconcile-projects.ts';
import { html } from '../../functions/portal/public/markup.ts';
import { page } from './html.ts';

export interface StatusPageOptions {
  readonly ports: Ports;
  readonly version: string;
  /** Shown on every page of a data folder that ever had a virtual clock. */
  readonly rehearsal: boolean;
}

export async function statusPage({ ports, version, rehearsal }: StatusPageOptions): Promise<string> {
  const { view, partition, sort } = RECONCILIATION;
  const numbers = Object.keys(STEPS).map(Number) as Step[];
  const [total, waits, reconciled, ...counts] = await Promise.all([
    ports.views.count('projects', 'all'),
    ports.workflow.listWaiting(),
    ports.views.get(view, partition, sort),
    ...numbers.map((step) => ports.views.count('projects', `step:${step}`)),
  ]);
  const stuck = Array.isArray(reconciled?.value.stuck) ? reconciled.value.stuck.length : 0;
  const most = Math.max(1, ...counts);
  const rows = numbers.map((step, index) => {
    const count = counts[index] ?? 0;
    return html`<tr>
      <th scope="row"><span class="n">${step}</span> ${STEPS[step].zh} <span lang="en">${STEPS[step].en}</span></th>
      <td class="bar"><progress max="${most}" value="${count}">${count}</progress></td>
      <td class="num">${count}</td>
    </tr>`;
  });
  return page({
    title: '旧改 Jiugai',
    rehearsal,
    body: html`<h1>旧改 <span lang="en">Jiugai</span></h1>
      <p class="lead">鹿城区老旧小区改造 · 温鹿政办〔2020〕21号 <span lang="en">Renovation of old neighbourhoods</span></p>
      <ul class="figures">
        <li><strong>${total}</strong> 个项目 <span lang="en">projects</span></li>
        <li><strong>${waits.length}</strong> 项待办在等 <span lang="en">acts waited for</span></li>
        <li class="${stuck === 0 ? 'good' : 'bad'}"><strong>${stuck}</strong> 个卡住 <span lang="en">stuck</span></li>
      </ul>
      <table>
        <caption>九个步骤 <span lang="en">The nine steps</span></caption>
        <thead><tr><th scope="col">步骤 Step</th><th scope="col" class="bar"><span class="sr">分布 <span lang="en">Share</span></span></th><th scope="col" class="num">项目 Projects</th></tr></thead>
        <tbody>${rows}</tbody>
      </table>
      <p><a href="/reference">接口说明 API reference</a> · <a href="/api/openapi.json">OpenAPI 3.1</a> · <a href="/api/health">运行状况 Health</a></p>
      <footer>${inShanghai(ports.clock.now()).replace('T', ' ').slice(0, 16)} · ${version}</footer>`,
  });
}
