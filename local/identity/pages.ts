// The pages of the local sign-in: plain HTML without scripts, Chinese first, English beside it.
import { createHash } from 'node:crypto';
import { html, Markup } from '../../functions/portal/public/markup.ts';
import type { DemoAccount } from './accounts.ts';
import { demoSection } from './demo-section.ts';

const STYLE = `
:root{--ink:#17458F;--text:#17202E;--text-2:#465263;--line:#DDE3EB;--ctrl:#8290A3;--seal:#B3261E}
*{box-sizing:border-box}
body{margin:0;font:16px/1.6 "PingFang SC","HarmonyOS Sans SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif;color:var(--text);background:#F3F5F9}
main{max-width:68rem;margin:2rem auto;padding:2rem;background:#fff;border:1px solid var(--line);border-radius:8px}
h1{margin:0;font-size:1.5rem;color:var(--ink)} h1+p{margin:0 0 1rem}
h2{margin:2.5rem 0 .25rem;font-size:1.15rem} h3{margin:1.5rem 0 .5rem;font-size:1rem}
p{margin:.25rem 0}
[lang=en]{color:var(--text-2);font-size:.875em}
.own{max-width:24rem}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
input{width:100%;padding:.6rem;font:inherit;border:1px solid var(--ctrl);border-radius:6px}
button{margin-top:1.25rem;min-height:2.75rem;padding:.5rem 1.5rem;font:inherit;color:#fff;background:var(--ink);border:0;border-radius:6px;cursor:pointer}
button:focus-visible,input:focus-visible,a:focus-visible{outline:3px solid #BD7710;outline-offset:2px}
[role=alert]{margin:1rem 0;padding:.75rem 1rem;color:#8a1c1c;background:#FDECEA;border-left:4px solid var(--seal)}
.accounts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:.5rem;margin:0;padding:0;list-style:none}
.accounts button,td button,tbody th button{margin:0;width:100%;height:100%;padding:.5rem .75rem;color:var(--text);background:#fff;border:1px solid var(--ctrl);text-align:left;line-height:1.4}
.accounts form{height:100%}
@media (min-width:40.01rem){.wide tr{display:flex;flex-wrap:wrap} .wide th{flex:0 0 7rem} .wide td button,.wide tbody th button{padding:.4rem .45rem;font-size:.8125rem}}
.accounts button:hover,td button:hover,tbody th button:hover{border-color:var(--ink);background:#EAF1FB}
.accounts strong{color:var(--ink)} .accounts strong,.accounts button span{display:block}
code{font-family:"JetBrains Mono",Consolas,monospace;font-size:.8125rem;color:var(--text-2);white-space:nowrap}
.wide{overflow-x:auto} table{width:100%;border-collapse:collapse}
th,td{padding:.2rem;text-align:left;font-weight:600} thead th{padding:.2rem .75rem;font-size:.875rem;color:var(--text-2)}
td button,tbody th button{white-space:nowrap}
@media (max-width:40rem){main{margin:0;padding:1.25rem;border:0;border-radius:0} .wide table,.wide tbody{display:block} .wide tr{display:grid;grid-template-columns:repeat(3,1fr);padding:.4rem 0;border-bottom:1px solid var(--ctrl)} .wide td button,.wide tbody th button{padding:.4rem;white-space:normal} .wide code{white-space:normal}}
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

function page(title: string, content: Markup): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 旧改 Jiugai</title>
<style>${new Markup(STYLE)}</style>
</head>
<body><main>${content}</main></body>
</html>
`.text;
}

const alert = (message: string): Markup =>
  message === '' ? html`` : html`<p role="alert" id="problem">${message}</p>`;

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
<form class="own" method="post" action="${action}">
<label for="account">账号 <span lang="en">Account</span></label>
<input id="account" name="account" value="${account}" autocomplete="username" required maxlength="100">
<label for="password">密码 <span lang="en">Password</span></label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="200">
<button>登录 Sign in</button>
</form>
${demoSection(action, demoAccounts)}`,
  );
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
<form class="own" method="post" action="${action}">
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
${new Markup(form)}
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
