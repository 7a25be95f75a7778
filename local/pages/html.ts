// The frame of the pages for operators: status and reference. They stand on nothing that has to be built.
import { html, Markup } from '../../functions/portal/public/markup.ts';

export interface Page {
  readonly title: string;
  readonly rehearsal: boolean;
  readonly body: Markup;
}

const STYLE = new Markup(`<style>
:root{--ink:#17458F;--text:#17202E;--text-2:#465263;--line:#DDE3EB;--bg:#F3F5F9;--card:#fff;--jade:#11705A;--seal:#B3261E;--amber-tint:#FFF3DC;--amber:#8A5200}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:16px/1.6 "PingFang SC","HarmonyOS Sans SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1rem}
h1{margin:0;font-size:2rem;color:var(--ink)} h2{font-size:1.2rem;margin:2rem 0 .5rem}
.lead,[lang=en]{color:var(--text-2)} [lang=en]{font-size:.85em}
.figures{display:flex;flex-wrap:wrap;gap:1rem;list-style:none;padding:0;margin:1.5rem 0}
.figures li{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem 1.5rem}
.figures strong{display:block;font-size:2rem;line-height:1.2;font-variant-numeric:tabular-nums}
.good strong{color:var(--jade)} .bad strong{color:var(--seal)}
table{width:100%;border-collapse:collapse;background:var(--card);border:1px solid var(--line);border-radius:8px}
caption{text-align:left;font-weight:600;padding:.5rem 0}
th,td{padding:.5rem .75rem;border-bottom:1px solid var(--line);text-align:left;font-weight:400;vertical-align:top}
thead th{color:var(--text-2);font-size:.85rem}
.num{text-align:right;font-variant-numeric:tabular-nums}
.n{display:inline-block;width:1.6em;height:1.6em;border-radius:50%;background:var(--ink);color:#fff;text-align:center;font-size:.85rem}
.bar{width:40%} progress{width:100%;height:.75rem;accent-color:var(--ink)}
a{color:var(--ink)} a:focus-visible{outline:3px solid #BD7710;outline-offset:2px}
code{font-family:"JetBrains Mono",Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
footer{margin-top:2rem;color:var(--text-2);font-size:.85rem}
.rehearsal{background:var(--amber-tint);color:var(--amber);padding:.5rem 1rem;text-align:center;font-weight:600}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}
@media (min-width:40.01rem){.long td:first-child{width:32%} .long td:nth-child(2){width:30%} .long code{overflow-wrap:break-word} .acts td:first-child{width:26%} .acts td:nth-child(3){white-space:nowrap}}
@media (max-width:40rem){.bar{display:none} .long thead{display:none} .long tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)} .long td,.long th{display:block;border:0;padding:.1rem .75rem}}
</style>`);

const REHEARSAL = html`<header class="rehearsal">演练数据，非真实项目 · Rehearsal: not real projects</header>`;

export function page({ title, rehearsal, body }: Page): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>${STYLE}</head>
<body>${rehearsal ? REHEARSAL : ''}<main>${body}</main></body>
</html>`.text;
}
