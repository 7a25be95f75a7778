// Every address that is served, who is let in, and what becomes of a wrong token there, as a page that people can read.
import { PARTIES, ROLES, type Role } from '../../../domain/parties.ts';
import type { PageRoute } from '../../../functions/portal/public/page-route.ts';
import type { Route } from '../../../functions/runtime/route.ts';
import { WRONG_TOKENS } from './token-mint.ts';

/** What is served beside the route table, with what it asks for. */
export const BESIDE_ROUTES = [
  ['GET', '/api/stream', '已登录 signed in', '401'],
  ['POST', '/api/uploads/{id}/content', '上传凭证 the ticket of the upload', '401'],
  ['GET', '/api/openapi.json', '任何人 anyone', '='],
  ['GET', '/', '任何人 anyone（页面本身不含数据 the page itself holds nothing）', '='],
  ['GET', '/status', '任何人 anyone', '='],
  ['GET', '/reference', '任何人 anyone', '='],
  ['GET', '/oidc/…', '登录页 the sign-in', '='],
] as const;

/** Open to everybody, and yet not without something that proves itself. */
const OWN_PROOF: Readonly<Record<string, string>> = {
  readScreen: '大屏显示密钥 the key of a wall screen',
  issueDemoToken: '演示账号和密码 account and password of the demo',
  moveClock: '仅演练 rehearsals only',
  objectToNotice: '本户编码 the code of a unit',
  sendObjection: '本户编码 the code of a unit',
  askAboutOwnUnit: '房号只答公开内容，编码才答本户 a room gives what is public, its code what is its own',
};

function letIn({ name, access }: Pick<Route, 'name' | 'access'>): string {
  if (access === 'PUBLIC') return OWN_PROOF[name] ? `任何人 anyone；${OWN_PROOF[name]}` : '任何人 anyone';
  if (access === 'SIGNED_IN' || access === 'PERSON') return '已登录 signed in';
  const others = ROLES.filter((role) => role !== 'SYSTEM' && !access.includes(role));
  return access.length > MANY ? `除${listOf(others)}外的各方 all parties but these` : listOf(access);
}

/** More parties than these are told by who is not among them. */
const MANY = 10;
const listOf = (roles: readonly Role[]): string => roles.map((role) => `${PARTIES[role].zh} ${role}`).join('、');

/** The whole page, as it stands in docs/route-access.md. */
export function routeMatrix(routes: readonly Route[], pages: readonly PageRoute[]): string {
  const rows = [
    ...routes.map((route) => [
      route.method,
      route.path,
      letIn(route),
      route.access === 'PUBLIC' ? '=' : '401',
      `\`${route.name}\``,
    ]),
    ...pages.map((page) => [page.method, page.path, letIn({ ...page, access: 'PUBLIC' }), '=', `\`${page.name}\``]),
    ...BESIDE_ROUTES.map((beside) => [...beside, '']),
  ];
  const kinds = Object.values(WRONG_TOKENS).map(({ zh, en }) => `| ${zh} | ${en} |`);
  return [
    '# 地址与登录凭证 Every address, and what a wrong token gets there',
    '',
    `${rows.length} 个地址 × ${kinds.length} 种错误凭证，每次测试逐一试过（tests/journeys/wrong-tokens.test.ts）。`,
    `${rows.length} addresses × ${kinds.length} kinds of wrong tokens: every pair is tried over HTTP in each run of the tests.`,
    '',
    '“401”：一律拒绝，什么也不透露。“=”：不看凭证，所答与没有凭证时相同。谁能办哪件事、在什么状态下，见 [access-matrix.md](access-matrix.md)。',
    '“401”: turned away, and told nothing. “=”: no token is looked at, the answer is that of nobody. Who may do which act in which state is in the other page.',
    '',
    '由 `node tests/journeys/write-access-matrix.ts` 生成，测试核对。Written by that script, and checked by a test.',
    '',
    '| 错误凭证 | wrong tokens |',
    '| --- | --- |',
    ...kinds,
    '',
    '| | 地址 address | 谁 who | 错误凭证 wrong token | |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.map((cell) => (cell?.startsWith('/') ? `\`${cell}\`` : cell)).join(' | ')} |`),
    '',
  ].join('\n');
}
