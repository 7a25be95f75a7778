// The page behind the code on a poster: until when, passed or not, is my unit listed, what will it cost me.
import { many } from '../../../../domain/bilingual.ts';
import { codeInAddress } from '../../../runtime/find-notice.ts';
import { grouped, meter } from '../figures.ts';
import { html, type Markup } from '../markup.ts';
import type { PageAnswer } from '../page-route.ts';
import type { Reader } from '../reader.ts';
import { callButton, type FindContact, streetOffice } from '../whom-to-ask.ts';
import { moneySection } from './money-section.ts';
import { endedOn, type NoticeFacts } from './notice-facts.ts';
import { ownSection } from './own-section.ts';
import type { OwnUnit } from './own-unit.ts';
import { periodSection } from './period-section.ts';

/** What the resident asked about the own unit, and what came of it. */
export interface Asked {
  readonly answer?: OwnUnit;
  /** Why there is no answer, at the field that it is about. */
  readonly mistake?: { readonly field: 'room' | 'unitCode'; readonly says: string };
}

interface Noticed {
  readonly facts: NoticeFacts;
  readonly code: string;
  readonly contact: FindContact;
  readonly asked?: Asked;
}

export function noticePage({ facts, code, contact, asked = {} }: Noticed, reader: Reader): PageAnswer {
  const { t, link } = reader;
  const askAt = streetOffice(facts);
  const address = `/p/n/${codeInAddress(code)}`;
  return {
    ...(asked.mistake && { status: 422 }),
    title: t(`${facts.neighbourhood}改造居民意见公示书`, `${facts.neighbourhood}: notice of opinions`),
    body: html`${heading(facts, reader)}
${periodSection(facts, reader)}
${ballotSection(facts, reader)}
${ownSection(address, reader, asked)}
${moneySection(facts, reader)}
${papersSection(facts, address, code, reader)}
${objectionsSection(facts, reader)}
<p class="asof">${t(`数据截至 ${reader.moment(facts.now)}`, `As of ${reader.moment(facts.now)}`)} · <a href="${link(`/p/s/${facts.projectId}`)}">${t('改造进度', 'Progress of the works')}</a></p>`,
    askAt,
    bar: barOf(facts, address, callButton(contact(askAt), reader), reader),
  };
}

/** To object while that is possible, and to call where there is a number; else to read how the works go. */
function barOf(facts: NoticeFacts, address: string, call: Markup | undefined, { t, link }: Reader): Markup {
  const isOver = endedOn(facts) !== undefined;
  const progress = html`<a class="act ${isOver ? '' : 'second'}" href="${link(`/p/s/${facts.projectId}`)}">${t('看进度', 'Progress')}</a>`;
  if (isOver) return html`${progress}${call}`;
  return html`<a class="act" href="${link(`${address}/objection`)}">${t('提出异议', 'Object')}</a>
${call ?? progress}`;
}

function heading({ neighbourhood, version, count, places }: NoticeFacts, { t, date }: Reader): Markup {
  const posted = count?.days[0]?.date;
  return html`<p class="kind">${t(`居民意见公示书 · 方案第 ${version} 版`, `Notice of opinions · plan version ${version}`)}</p>
<h1>${t(`${neighbourhood}改造居民意见公示书`, `${neighbourhood}: residents’ opinions on the renovation`)}</h1>
<p class="by">${
    posted
      ? t(
          `业委会（自治小组）　${date(posted)}起张贴 ${places.length} 处`,
          `Posted by the owners’ body at ${many(places.length, 'place')} since ${date(posted)}`,
        )
      : t('还没有全部张贴', 'Not posted everywhere yet')
  }</p>`;
}

export function ballotSection({ ballot }: NoticeFacts, { t, day }: Reader): Markup | undefined {
  if (ballot === undefined) return undefined;
  const { households, area } = ballot;
  const rows = [
    {
      name: t('户数', 'Households'),
      unit: t('户', ''),
      part: String(households.agreed),
      required: String(households.required),
      whole: String(households.total),
    },
    {
      name: t('专有面积', 'Area of exclusive parts'),
      unit: '㎡',
      part: area.agreed,
      required: area.required,
      whole: area.total,
    },
  ];
  return html`<section aria-labelledby="ballot"><h2 id="ballot">${t('表决结果：通过', 'The ballot passed')}</h2>
<p class="note">${t(`${day(ballot.heldOn)}表决。户数、面积都要达到三分之二。`, `Held on ${day(ballot.heldOn)}. Two thirds of households and of area must agree.`)}</p>
${rows.map((row) => {
  const [part, required, whole] = [grouped(row.part), grouped(row.required), grouped(row.whole)];
  const label = t(
    `${row.name}同意 ${part} ${row.unit}，需要 ${required}，共 ${whole}`,
    `${row.name}: ${part} of ${whole} ${row.unit} agree, ${required} needed`,
  );
  return html`<div class="measure"><p><span>${row.name}</span> <strong>${part}</strong> <small>/ ${whole} ${row.unit}</small></p>
${meter(row, label)}<p class="reached">${t(`需要 ${required} ${row.unit}，已达到`, `${`${required} ${row.unit}`.trim()} needed: reached`)}</p></div>`;
})}</section>`;
}

/** The list of rooms (F4) hangs on the wall, and is not handed out as a file; neither is what is void. */
function papersSection({ voided }: NoticeFacts, address: string, code: string, { t, link }: Reader): Markup {
  const papers = [
    { kind: 'F3', title: t('居民意见公示书', 'Notice of opinions') },
    { kind: 'P2', title: t('改造设计方案', 'Design plan') },
  ] as const;
  const listed = papers.map(({ kind, title }) =>
    voided.includes(kind)
      ? html`<li>${title}${t('（已作废，重新张贴后可看）', ' (void; here again once it is posted)')}</li>`
      : html`<li><a href="${link(`${address}/papers/${kind}`)}">${title}</a></li>`,
  );
  return html`<section aria-labelledby="papers"><h2 id="papers">${t('看原件', 'The papers themselves')}</h2>
<ul class="papers">${listed}</ul>
<p class="note">${t('与小区内张贴的是同一份。同意改造房号汇总表只在现场张贴，这里不提供下载。', 'The same as on the wall. The list of agreeing rooms hangs on the wall only.')}</p>
<p class="note">${t('核验码', 'Code')} <code>${code.replaceAll('.', ' ')}</code></p></section>`;
}

export function objectionsSection({ objections: { received, open } }: NoticeFacts, { t }: Reader): Markup {
  return html`<section aria-labelledby="objections"><h2 id="objections">${t('异议处理', 'Objections')}</h2>
<p class="quiet">${
    received === 0
      ? t('还没有人提出异议。', 'Nobody has objected so far.')
      : t(
          `收到 ${received} 件，${received - open} 件已有处理结果，${open} 件正在调解。不公开提出人和内容。`,
          `${received} received: ${received - open} with an outcome, ${open} in mediation. Who objected, and what they wrote, is not published.`,
        )
  }</p></section>`;
}
