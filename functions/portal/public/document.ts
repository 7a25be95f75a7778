// The frame of every public page: brand, switches of language and size, one heading, and nothing that follows anybody.
import { html, type Markup } from './markup.ts';
import type { Reader } from './reader.ts';

interface Document {
  readonly title: string;
  readonly body: Markup;
  readonly bar?: Markup;
  /** Whom to ask: in the same place on every page (WCAG 3.2.6). */
  readonly help: Markup;
  readonly reader: Reader;
  readonly path: string;
  readonly rehearsal: boolean;
}

/** Style and script are files of the same origin, so that the policy of the page allows no other. */
export function documentOf({ title, body, bar, help, reader, path, rehearsal }: Document): string {
  const { language, large, t, link } = reader;
  const other = language === 'zh' ? 'en' : 'zh';
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow"><meta name="format-detection" content="telephone=no">
<meta name="theme-color" content="#ffffff">
<title>${title} · ${t('旧改', 'Jiugai')}</title>
<link rel="stylesheet" href="/p/residents.css"><link rel="icon" href="/p/icon.svg">
<script type="module" src="/p/residents.js"></script>
</head>
<body class="${large ? 'large' : ''}">
<a class="skip" href="#main">${t('跳到正文', 'Skip to the text')}</a>
<div class="sheet">
<header>
${rehearsal ? html`<p class="rehearsal">${t('演练数据，非真实项目', 'Rehearsal: not a real project')}</p>` : undefined}
<a class="brand" href="${link('/p/v')}">${t('旧改公示', 'Jiugai notices')}</a>
<nav aria-label="${t('显示', 'Display')}">
<a class="switch" href="${link(path, { large: !large })}">${large ? t('标准字', 'Normal type') : t('大字', 'Large type')}</a>
<a class="switch" href="${link(path, { language: other })}" hreflang="${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${other === 'zh' ? '中文' : 'English'}</a>
</nav>
</header>
<main id="main">
${body}
</main>
${help}
<footer>${t('鹿城区老旧小区改造 · 本页按台账生成，不用登录，不设 Cookie，不收集您的信息', 'Renovation of old neighbourhoods, Lucheng · This page is made from the ledger: no sign-in, no cookies, nothing collected')}</footer>
${bar && html`<nav class="bar" aria-label="${t('接下来', 'Next')}">${bar}</nav>`}
</div>
</body>
</html>`.text;
}
