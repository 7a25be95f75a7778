// The demo accounts on the sign-in page: first those that show most, then every party of the district, then the streets. One press signs in.
import type { Bilingual } from '../../domain/bilingual.ts';
import { PARTIES, type Role } from '../../domain/parties.ts';
import { titleOfStreet } from '../../domain/streets.ts';
import { html, type Markup } from '../../functions/portal/public/markup.ts';
import type { DemoAccount } from './accounts.ts';

/** What there is to see, in the order of a first visit. */
const FIRST_LOOKS: readonly (readonly [Role, Bilingual])[] = [
  [
    'RENOVATION_OFFICE',
    { zh: '看全区：到哪一步、谁逾期、钱够不够', en: 'Sees it all: which step, who is late, is there money' },
  ],
  ['STREET', { zh: '摸底、扫描纸件、登记到账、报批', en: 'Surveys, scans paper, books money, files' }],
  ['BODY', { zh: '公布方案、表决、公示、调解', en: 'Publishes the plan, ballots, posts, mediates' }],
  ['HOUSING', { zh: '在联审里表态，批初步设计', en: 'Gives its opinion, approves the design' }],
  ['FINANCE', { zh: '下达年度补助预算', en: 'Sets the budget of the year' }],
  ['PRINCIPAL_LEADER', { zh: '同意或不同意启动', en: 'Consents to the start, or not' }],
  ['AUDIT', { zh: '都能看，都不能改', en: 'Reads everything, changes nothing' }],
  ['OPERATOR', { zh: '用户、日历、对账，看不到个人信息', en: 'Users, calendar, reconciler; no personal data' }],
];

const SEVERAL_POSTS: Bilingual = {
  zh: '一人两个岗位：登录后先选一个，可随时换',
  en: 'Two posts: chooses one after signing in, and may switch',
};

const STREET_ROLES: readonly Role[] = ['STREET', 'COMMUNITY', 'BODY'];

export function demoSection(action: string, all: readonly DemoAccount[]): Markup | undefined {
  if (all.length === 0) return undefined;
  const several = all.filter(({ alsoHolds }) => alsoHolds !== undefined);
  const accounts = all.filter((account) => !several.includes(account));
  const firstLooks = FIRST_LOOKS.flatMap(([role, says]) => {
    const account = accounts.find((each) => each.role === role);
    return account === undefined ? [] : [{ account, says }];
  });
  const others = accounts.filter(
    (account) => !STREET_ROLES.includes(account.role) && !firstLooks.some((look) => look.account === account),
  );
  const passwords = [...new Set(accounts.map(({ password }) => password))].map((each) => html`<code>${each}</code> `);
  return html`
<h2>演示账号 <span lang="en">Demo accounts</span></h2>
<p>按一下就以它登录；也可在上面输入账号，密码都是 ${passwords}。 <span lang="en">Press one to sign in; the password of all is the same.</span></p>
<h3>先看这些 <span lang="en">To begin with</span></h3>
<ul class="accounts">${firstLooks.map(({ account, says }) => card(action, account, says))}${several.map((account) => card(action, account, SEVERAL_POSTS))}</ul>
<h3>区级各单位 <span lang="en">Parties of the district</span></h3>
<ul class="accounts">${others.map((account) => card(action, account))}</ul>
<h3>街道、社区、小区 <span lang="en">Streets, communities, owners’ bodies</span></h3>
${streetTable(action, accounts)}`;
}

function card(action: string, account: DemoAccount, says?: Bilingual): Markup {
  const { id, role, name } = account;
  return html`<li>${signInWith(
    action,
    account,
    html`<strong>${name}</strong>${says && html`<span>${says.zh}</span>`} <span lang="en">${says?.en ?? PARTIES[role].en}</span> <code>${id}</code>`,
  )}</li>`;
}

const signInWith = (action: string, { id, password }: DemoAccount, face: Markup): Markup =>
  html`<form method="post" action="${action}"><input type="hidden" name="account" value="${id}"><input type="hidden" name="password" value="${password}"><button>${face}</button></form>`;

/** A row for each street: its own account, its community, the bodies of its neighbourhoods. */
function streetTable(action: string, accounts: readonly DemoAccount[]): Markup {
  const local = accounts.filter(({ role }) => STREET_ROLES.includes(role));
  const streets = [...new Set(local.map(({ unit }) => unit.slice(0, 9)))];
  const rows = streets.map((street) => {
    const own = local.filter(({ unit }) => unit.startsWith(street));
    const office = own.find(({ role }) => role === 'STREET');
    return html`<tr><th scope="row">${office && signInWith(action, office, face(office, titleOfStreet(street)))}</th>
${own.filter((account) => account !== office).map((account) => html`<td>${signInWith(action, account, face(account, { zh: account.name.replace(titleOfStreet(street).zh, ''), en: PARTIES[account.role].en }))}</td>`)}</tr>`;
  });
  return html`<div class="wide" tabindex="0" role="region" aria-label="街道、社区、小区账号"><table><tbody>${rows}</tbody></table></div>`;
}

/** The English stands in the name for those who listen; seven columns have no room for both. */
const face = ({ id, name, role }: DemoAccount, { zh, en }: Bilingual): Markup =>
  html`<span title="${name} · ${en} · ${PARTIES[role].en}">${zh}<br><code>${id}</code></span>`;
