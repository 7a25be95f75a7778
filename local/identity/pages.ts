// The pages of the local sign-in: plain HTML without scripts, Chinese first, English beside it.
import { createHash } from 'node:crypto';
import { PARTIES } from '../../domain/parties.ts';
import type { DemoAccount } from './accounts.ts';

const STYLE = `
body{margin:0;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:#1f1f1f;background:#f5f6f8}
main{max-width:44rem;margin:3rem auto;padding:2rem;background:#fff;border:1px solid #d9dce1;border-radius:8px}
h1{margin:0 0 .25rem;font-size:1.5rem}
[lang=en]{color:#595959}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input{box-sizing:border-box;width:100%;padding:.6rem;font:inherit;border:1px solid #767676;border-radius:4px}
button{margin-top:1.25rem;padding:.6rem 1.5rem;font:inherit;color:#fff;background:#0b5cad;border:0;border-radius:4px;cursor:pointer}
button:focus-visible,input:focus-visible,a:focus-visible{outline:3px solid #f0a500;outline-offset:2px}
[role=alert]{margin:1rem 0;padding:.75rem 1rem;color:#8a1c1c;background:#fdecea;border-left:4px solid #b3261e}
table{width:100%;border-collapse:collapse;margin-top:.5rem;font-size:.9rem}
th,td{padding:.35rem .5rem;text-align:left;border-bottom:1px solid #e4e6ea}
td button{margin:0;padding:.2rem .75rem}
`;

/** `form-action` holds for the redirects after a form too: the address the sign-in returns to has to be named. */
export function pagePolicy(returnOrigins: readonly string[]): string {
  const style = createHash('sha256').update(STYLE).digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${style}'`,
    "script-src 'self'",
    `form-action ${["'self'", ...returnOrigins].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** A piece of HTML that is safe as it stands. */
class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | Html | readonly Html[];

/** Whatever is not already HTML is escaped. */
function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(fixed.map((text, index) => text + markup(parts[index] ?? '')).join(''));
}

function markup(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return part.map(({ text }) => text).join('');
}

function page(title: string, content: Html): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 旧改 Jiugai</title>
<style>${new Html(STYLE)}</style>
</head>
<body><main>${content}</main></body>
</html>
`.text;
}

const alert = (message: string): Html => (message === '' ? html`` : html`<p role="alert" id="problem">${message}</p>`);

export interface SignInPage {
  readonly action: string;
  readonly demoAccounts: readonly DemoAccount[];
  /** Typed before. */
  readonly account?: string;
  /** What went wrong. */
  readonly message?: string;
}

export function signInPage({ action, demoAccounts, account = '', message = '' }: SignInPage): string {
  return page(
    '登录 Sign in',
    html`
<h1>登录旧改系统</h1>
<p lang="en">Sign in to Jiugai</p>
${alert(message)}
<form method="post" action="${action}">
<label for="account">账号 <span lang="en">Account</span></label>
<input id="account" name="account" value="${account}" autocomplete="username" required maxlength="100">
<label for="password">密码 <span lang="en">Password</span></label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200">
<button>登录 Sign in</button>
</form>
${demoAccounts.length === 0 ? '' : demoTable(action, demoAccounts)}`,
  );
}

function demoTable(action: string, demoAccounts: readonly DemoAccount[]): Html {
  const rows = demoAccounts.map(
    ({ id, password, role, unit, name }) => html`
<tr><td>${id}</td><td>${password}</td><td>${name}</td><td>${PARTIES[role].zh} <span lang="en">${PARTIES[role].en}</span></td><td>${unit}</td>
<td><form method="post" action="${action}"><input type="hidden" name="account" value="${id}"><input type="hidden" name="password" value="${password}"><button aria-label="以 ${id} 登录 Sign in as ${id}">登录</button></form></td></tr>`,
  );
  return html`
<h2>演示账号 <span lang="en">Demo accounts</span></h2>
<table><thead><tr><th>账号 <span lang="en">Account</span></th><th>密码 <span lang="en">Password</span></th><th>姓名 <span lang="en">Name</span></th><th>单位 <span lang="en">Party</span></th><th>代码 <span lang="en">Unit</span></th><th></th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

export interface InvitationPage {
  readonly action: string;
  readonly account: string;
  readonly message?: string;
}

export function invitationPage({ action, account, message = '' }: InvitationPage): string {
  return page(
    '设置密码 Set your password',
    html`
<h1>设置密码</h1>
<p lang="en">Set your password</p>
${alert(message)}
<form method="post" action="${action}">
<label for="account">账号 <span lang="en">Account</span></label>
<input id="account" name="account" value="${account}" autocomplete="username" readonly>
<label for="password">新密码（至少 12 个字符） <span lang="en">New password, 12 characters or more</span></label>
<input id="password" name="password" type="password" autocomplete="new-password" required minlength="12" maxlength="200">
<label for="again">再输入一次 <span lang="en">Once more</span></label>
<input id="again" name="again" type="password" autocomplete="new-password" required minlength="12" maxlength="200">
<button>保存 Save</button>
</form>`,
  );
}

/** `form` is the provider’s own: hidden fields with the id that the buttons name. */
export function signOutPage(form: string): string {
  return page(
    '退出 Sign out',
    html`
<h1>退出登录？</h1>
<p lang="en">Sign out of Jiugai?</p>
${new Html(form)}
<button type="submit" form="op.logoutForm" value="yes" name="logout">退出 Sign out</button>
<button type="submit" form="op.logoutForm">取消 Stay signed in</button>`,
  );
}

/** A page that only says something, and leads back. */
export function messagePage(zh: string, en: string): string {
  return page(
    zh,
    html`
<h1>${zh}</h1>
<p lang="en">${en}</p>
<p><a href="/">返回首页 Back to the start</a></p>`,
  );
}
