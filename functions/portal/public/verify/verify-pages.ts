// 核验: is this paper genuine? By the code printed beside the picture, or by the address that the picture itself holds.
import type { PlainDate } from '../../../../domain/calendar/plain-date.ts';
import { granted } from '../../../../domain/errors.ts';
import type { Ports } from '../../../../domain/ports.ts';
import { codeInAddress, findNotice } from '../../../runtime/find-notice.ts';
import { html, type Markup } from '../markup.ts';
import { findPastNotice } from '../notice/past-notice.ts';
import { type PageAnswer, pageRoute } from '../page-route.ts';
import type { Reader } from '../reader.ts';
import { type FindContact, numberOf, streetOffice } from '../whom-to-ask.ts';
import { type Verification, verifyPaper } from './verify-paper.ts';

const showVerifyForm = pageRoute({
  name: 'showVerifyForm',
  method: 'GET',
  path: '/p/v',
  handle: async ({ reader }) => granted(formPage('', reader)),
});

/** A form without a script can only send a field: it becomes the address that a code has. */
const findTypedCode = pageRoute({
  name: 'findTypedCode',
  method: 'POST',
  path: '/p/v',
  async handle({ form: { code = '' }, reader }) {
    const typed = code.trim().toUpperCase().replace(/\s+/g, ' ').slice(0, 80);
    return granted(
      typed.length < 10
        ? formPage(
            typed,
            reader,
            reader.t('编码没有填全，请照纸上的抄。', 'The code is not complete: copy it from the paper.'),
          )
        : { redirect: reader.link(`/p/v/${encodeURIComponent(codeInAddress(typed))}`) },
    );
  },
});

/** The code on a poster leads to its notice, whether it still hangs or its time is over. */
const hasPage = async (ports: Ports, code: string): Promise<boolean> =>
  (await findNotice(ports, code)).ok || (await findPastNotice(ports, code)) !== undefined;

/** Codes in pictures are upper case, path and all: capitals keep the picture small. */
const PICTURED = ['{project}/{kind}/{version}/{page}/{check}', '{project}/{kind}/{version}/{page}/{serial}/{check}'];

const showVerification = [
  '/p/v/{code}',
  ...['/p/v/', '/P/V/'].flatMap((path) => PICTURED.map((code) => path + code)),
].map((path) =>
  pageRoute({
    name: 'showVerification',
    method: 'GET',
    path,
    async handle({ params, reader, contact }, ports) {
      const code = params.code ?? codeInPicture(params);
      const verified = await verifyPaper(ports, code);
      // A notice that was voided while it hangs is void, whatever its page says; one that was replaced has a page that says so.
      const isVoided = verified.verdict === 'VOID' && verified.because === 'VOIDED';
      if (verified.verdict !== 'UNKNOWN' && verified.kind === 'F3' && !isVoided && (await hasPage(ports, code))) {
        return granted({ redirect: reader.link(`/p/n/${code}`) });
      }
      return granted(resultPage(verified, code, contact, reader));
    },
  }),
);

const codeInPicture = ({ project, kind, version, page, serial, check }: Readonly<Record<string, string>>): string =>
  [project, kind, `V${version}`, `P${page}`, ...(serial === undefined ? [] : [`N${serial}`]), check].join('.');

function formPage(typed: string, reader: Reader, mistake?: string): PageAnswer {
  return {
    ...(mistake !== undefined && { status: 422 }),
    title: reader.t('核验文件', 'Check a paper'),
    body: html`<h1 class="plain">${reader.t('这份文件是真的吗', 'Is this paper genuine?')}</h1>${fieldOf(typed, reader, mistake)}`,
  };
}

function fieldOf(typed: string, { t, link }: Reader, mistake?: string): Markup {
  return html`<form method="post" action="${link('/p/v')}">
<label for="code">${t('照抄二维码旁的编码', 'Copy the code beside the picture')}</label>
<p class="hint" id="code-hint">${t('如 330302-2026-0017 F3 V2 P01 7K3MQT；没有字母 I、L、O、U', 'Like 330302-2026-0017 F3 V2 P01 7K3MQT; it has no I, L, O or U at the end')}</p>
${mistake === undefined ? undefined : html`<p class="mistake" id="code-mistake" role="alert">${mistake}</p>`}
<div class="field"><input id="code" class="code" name="code" value="${typed}" required maxlength="80" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint"${mistake === undefined ? undefined : html` aria-invalid="true"`}><button>${t('核验', 'Check')}</button></div>
</form>
<p data-camera hidden><button type="button" class="act second wide" data-said="${t('没有认出二维码，请把它放在画面中间', 'No code in sight yet: hold it in the middle')}">${t('用摄像头扫二维码', 'Scan the picture with the camera')}</button></p>
<p class="note">${t('也可以直接用手机相机或微信“扫一扫”扫纸上的二维码。', 'Or scan the picture with the camera of your phone.')}</p>`;
}

type Known = Exclude<Verification, { verdict: 'UNKNOWN' }>;

function resultPage(verified: Verification, code: string, contact: FindContact, reader: Reader): PageAnswer {
  const { t } = reader;
  const street = verified.verdict === 'UNKNOWN' ? undefined : verified.street;
  return {
    ...(street !== undefined && { askAt: streetOffice({ street }) }),
    title: {
      GENUINE: t('真', 'Genuine'),
      VOID: t('已失效', 'No longer in force'),
      UNKNOWN: t('查无此码', 'Unknown code'),
    }[verified.verdict],
    body: html`${verdictOf(verified, code, contact, reader)}
<section aria-labelledby="another"><h2 id="another">${t('再核验一份', 'Check another')}</h2>${fieldOf('', reader)}</section>`,
  };
}

function verdictOf(verified: Verification, code: string, contact: FindContact, reader: Reader): Markup {
  switch (verified.verdict) {
    case 'GENUINE':
      return genuineOf(verified, reader);
    case 'VOID':
      return voidOf(verified, reader);
    case 'UNKNOWN':
      return unknownOf(code, contact, reader);
  }
}

const genuineOf = (paper: Known, reader: Reader): Markup =>
  html`<div class="verdict yes"><svg viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="22"/><path d="M13 25l8 8 15-17"/></svg><h1 class="plain">${reader.t('真', 'Genuine')}</h1>
<p>${reader.t('编码由本系统签发。请核对纸上的文字与下面一致。', 'This code was issued here. Compare the paper with what stands below.')}</p></div>
${factsOf(paper, reader)}`;

function voidOf(paper: Extract<Verification, { verdict: 'VOID' }>, reader: Reader): Markup {
  const { t, date, link } = reader;
  const { voidedOn, current, because } = paper;
  const since = date(dateOf(voidedOn));
  const isReplaced = because === 'REPLACED';
  return html`<div class="verdict old"><svg viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="22"/><path d="M14 24h20"/></svg><h1 class="plain">${
    isReplaced ? t('已被替代', 'Replaced') : t('已撤销', 'Withdrawn')
  }</h1>
<p>${
    isReplaced
      ? t(`由本系统签发，${since}起不再有效。`, `Issued here, not in force since ${since}.`)
      : t(`由本系统签发，${since}作废，不再有效。`, `Issued here, voided on ${since} and no longer in force.`)
  }</p>
${
  current &&
  html`<p><a class="act second" href="${link(`/p/v/${current.code}`)}">${t(
    `以${calledVersion(current, reader)}为准（${date(dateOf(current.on))}签发）`,
    `${calledVersion(current, reader)} is in force, issued on ${date(dateOf(current.on))}`,
  )}</a></p>`
}</div>
${factsOf(paper, reader)}`;
}

const calledVersion = (
  { version, printing }: { version: number; printing?: number | undefined },
  { t }: Reader,
): string =>
  printing === undefined
    ? t(`第 ${version} 版`, `Version ${version}`)
    : t(`第 ${version} 版第 ${printing} 次印发的`, `Version ${version}, printing ${printing},`);

/** The register wrote a date; the schema says text. */
const dateOf = (text: string): PlainDate => text as PlainDate;

function factsOf(
  { title, neighbourhood, projectId, version, printing, page, issued }: Known,
  { t, say, link, date }: Reader,
): Markup {
  return html`<dl class="facts">
<dt>${t('文件', 'Paper')}</dt><dd>${say(title)}</dd>
${issued?.number && html`<dt>${t('文号', 'Number')}</dt><dd>${issued.number}</dd>`}
${issued && html`<dt>${t('签发', 'Issued')}</dt><dd>${issued.issuer}　<time datetime="${issued.on}">${date(dateOf(issued.on))}</time></dd>`}
${neighbourhood && html`<dt>${t('小区', 'Neighbourhood')}</dt><dd>${neighbourhood}</dd>`}
<dt>${t('项目编号', 'Project')}</dt><dd>${neighbourhood === undefined ? projectId : html`<a href="${link(`/p/s/${projectId}`)}">${projectId}</a>`}</dd>
<dt>${t('版本', 'Version')}</dt><dd>${version}${printing && t(`（第 ${printing} 次印发）`, `, printing ${printing}`)}</dd>
<dt>${t('页', 'Page')}</dt><dd>${issued ? t(`第 ${page} 页，共 ${issued.pages} 页`, `${page} of ${issued.pages}`) : page}</dd>
${issued && html`<dt>${t('文件指纹', 'Fingerprint')}</dt><dd><code>${issued.fingerprint}</code></dd>`}
</dl>`;
}

function unknownOf(code: string, contact: FindContact, { t, say }: Reader): Markup {
  const { title, number } = contact();
  return html`<div class="verdict no"><svg viewBox="0 0 48 48" aria-hidden="true"><path d="M24 3l21 37H3z"/><path d="M24 16v12M24 33v3"/></svg><h1 class="plain">${t('查无此码', 'Unknown code')}</h1>
<p><code>${code.replaceAll('.', ' ')}</code></p>
<p>${t(
    `可能抄错：没有字母 I、L、O、U。仍不符的，请带上文件到社区、属地街道查，或${number === undefined ? `问${say(title)}。` : `打电话问${say(title)}：`}`,
    `It may be mistyped: there is no I, L, O or U. If it is still unknown, take the paper to your community or street office, or ${number === undefined ? `ask the ${say(title)}.` : `call the ${say(title)}:`}`,
  )}${numberOf(contact())}</p></div>`;
}

export const VERIFY_PAGES = [showVerifyForm, findTypedCode, ...showVerification];
