// 改什么、谁出钱: the four categories with the residents' share, and what the plan is estimated to cost.
import type { Bilingual } from '../../../../domain/bilingual.ts';
import type { Category } from '../../../../domain/policy/parameters/local.ts';
import { grouped } from '../figures.ts';
import { html, type Markup } from '../markup.ts';
import type { Reader } from '../reader.ts';
import type { NoticeFacts } from './notice-facts.ts';

const CATEGORY_TITLES: Readonly<Record<Category, Bilingual & { readonly what: Bilingual }>> = {
  MANDATORY: {
    zh: '必选',
    en: 'Mandatory',
    what: { zh: '管网、消防、线路、垃圾分类等', en: 'Pipes, fire safety, cables, waste sorting' },
  },
  BASIC: { zh: '基础', en: 'Basic', what: { zh: '屋面、楼道、道路等', en: 'Roofs, stairwells, roads' } },
  IMPROVEMENT: {
    zh: '完善',
    en: 'Improvement',
    what: { zh: '停车、绿化、活动场地等', en: 'Parking, green space, places to meet' },
  },
  UPGRADE: { zh: '提升', en: 'Upgrade', what: { zh: '社区服务用房等', en: 'Rooms for community services' } },
};

export function moneySection({ money }: NoticeFacts, { t, say }: Reader): Markup | undefined {
  if (money === undefined) return undefined;
  return html`<section aria-labelledby="money"><h2 id="money">${t('改什么，谁出钱', 'What is done, and who pays')}</h2>
<ul class="categories">${money.shares.map(
    ({ category, percent }) =>
      html`<li><b>${say(CATEGORY_TITLES[category])}</b><span>${say(CATEGORY_TITLES[category].what)}</span><em>${t(`居民 ${percent}%`, `residents ${percent}%`)}</em></li>`,
  )}</ul>
<table class="sums"><caption>${t('方案估算（元）', 'Estimate of the plan (yuan)')}</caption><tbody>
<tr><th scope="row">${t('总投资', 'Total')}</th><td>${grouped(money.total)}</td></tr>
<tr><th scope="row">${t('政府补助', 'Subsidy')}</th><td>${grouped(money.subsidy)}</td></tr>
<tr><th scope="row">${t('居民合计', 'Residents, together')}</th><td>${grouped(money.residents)}</td></tr>
</tbody></table>
<p class="clause">${t('依据：温鹿政办〔2020〕21号 三(三)', 'By 温鹿政办〔2020〕21号 三(三)')}</p></section>`;
}
