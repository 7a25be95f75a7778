// The page at /reference: every route and every act in words, for people who would rather read than parse OpenAPI.
import { PARTIES } from '../../domain/parties.ts';
import { ACT_NAMES } from '../../domain/projects/act-names.ts';
import { ACTS } from '../../domain/projects/acts.ts';
import { rolesOf } from '../../domain/projects/allowed-acts.ts';
import { ALL_STATES } from '../../domain/projects/states.ts';
import { html, type Markup } from '../../functions/portal/public/markup.ts';
import type { Route } from '../../functions/runtime/route.ts';
import { page } from './html.ts';

export function referencePage(routes: readonly Route[], rehearsal: boolean): string {
  const routeRows = routes.map(
    ({ method, path, summary, access }) => html`<tr>
      <td><code>${method} ${path}</code></td>
      <td>${summary.zh} <span lang="en">${summary.en}</span></td>
      <td>${whoMay(access)}</td>
    </tr>`,
  );
  const actRows = ACT_NAMES.map((act) => {
    const { title, clause } = ACTS[act];
    const roles = [...new Set(ALL_STATES.flatMap((state) => rolesOf(state, act)))];
    return html`<tr>
      <td><code>${act}</code></td>
      <td>${title.zh} <span lang="en">${title.en}</span></td>
      <td>${clause}</td>
      <td>${roles.map((role) => PARTIES[role].zh).join('、')}</td>
    </tr>`;
  });
  return page({
    title: '接口说明 API reference · Jiugai',
    rehearsal,
    body: html`<p><a href="/status">← 旧改 Jiugai</a></p>
      <h1>接口说明 <span lang="en">API reference</span></h1>
      <p>机器可读的完整说明见 <a href="/api/openapi.json">/api/openapi.json</a>。 <span lang="en">Everything, for machines: OpenAPI 3.1.</span></p>
      <h2>接口 <span lang="en">Routes</span></h2>
      <table class="long"><thead><tr><th scope="col">地址 Address</th><th scope="col">用途 Purpose</th><th scope="col">谁 Who</th></tr></thead><tbody>${routeRows}</tbody></table>
      <h2>事项 <span lang="en">Acts</span></h2>
      <p><code>POST /api/projects/{id}/acts/{act}</code>，<code>If-Match: &lt;seq&gt;</code></p>
      <table class="long acts"><thead><tr><th scope="col">事项 Act</th><th scope="col">名称 Title</th><th scope="col">条款 Clause</th><th scope="col">谁 Who</th></tr></thead><tbody>${actRows}</tbody></table>`,
  });
}

function whoMay(access: Route['access']): Markup {
  if (access === 'PUBLIC') return html`任何人 <span lang="en">anyone</span>`;
  if (access === 'SIGNED_IN' || access === 'PERSON') return html`已登录 <span lang="en">signed in</span>`;
  const parties = access.map((role) => PARTIES[role].zh).join('、');
  if (access.length <= MANY) return html`${parties}`;
  return html`<details><summary>${access.length} 方 <span lang="en">${access.length} parties</span></summary>${parties}</details>`;
}

/** More are opened by whoever wants to know. */
const MANY = 12;

export const notFoundPage = (rehearsal: boolean): string =>
  page({
    title: '没有此页 Not found · Jiugai',
    rehearsal,
    body: html`<h1>没有此页 <span lang="en">Not found</span></h1>
      <p>请检查网址，或<a href="/">返回首页</a>。 <span lang="en">Check the address, or go back to the first page.</span></p>`,
  });
