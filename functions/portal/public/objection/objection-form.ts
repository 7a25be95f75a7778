// The form for an objection: the code of the unit, what it is about, and words that are not needed.
import type { Bilingual } from '../../../../domain/bilingual.ts';
import type { Contact } from '../../../../domain/directory/office-telephones.ts';
import type { Neighbourhood } from '../../../../domain/parties.ts';
import { html, type Markup } from '../markup.ts';
import type { PageAnswer } from '../page-route.ts';
import type { Reader } from '../reader.ts';
import { numberOf, streetOffice } from '../whom-to-ask.ts';

export const TOPICS = {
  LISTED_WRONGLY: { zh: '名单有误：我家没有同意', en: 'The list: my unit did not agree' },
  NOT_LISTED: { zh: '名单有误：我家同意了却没列上', en: 'The list: my unit agreed and is missing' },
  MISCOUNTED: { zh: '面积或户数算错了', en: 'Area or households are wrong' },
  PLAN: { zh: '设计方案', en: 'The design plan' },
  MONEY: { zh: '出资', en: 'The money' },
  OTHER: { zh: '其他', en: 'Something else' },
} as const satisfies Record<string, Bilingual>;

export type Topic = keyof typeof TOPICS;
export const isTopic = (text: string): text is Topic => Object.hasOwn(TOPICS, text);

export const MOST_WORDS = 300;

/** What was typed comes back with the mistakes: nothing is asked twice. */
export interface Draft {
  readonly unitCode: string;
  readonly topic: string;
  readonly words: string;
  readonly owner: boolean;
  /** Of this sheet: the same words on it, sent twice, are one objection. */
  readonly sheet: string;
}

export const emptyDraft = (sheet: string): Draft => ({ unitCode: '', topic: '', words: '', owner: true, sheet });

export interface Mistake {
  readonly field: 'unit-code' | 'topic' | 'words';
  readonly says: Bilingual;
}

interface FormPage {
  readonly neighbourhood: Neighbourhood;
  readonly code: string;
  readonly until: string | undefined;
  readonly draft: Draft;
  readonly mistakes: readonly Mistake[];
  /** Knows where a lost slip is printed again. */
  readonly street: Contact;
}

export function objectionForm(
  { neighbourhood, code, until, draft, mistakes, street }: FormPage,
  reader: Reader,
): PageAnswer {
  const { t, say, link } = reader;
  const address = `/p/n/${code}`;
  const at = (field: Mistake['field']) => mistakes.find((mistake) => mistake.field === field);
  return {
    ...(mistakes.length > 0 && { status: 422 }),
    title: t('提出异议', 'Object'),
    askAt: streetOffice(neighbourhood),
    body: html`<p class="back"><a href="${link(address)}">${t('返回公示', 'Back to the notice')}</a></p>
<h1 class="plain">${t('提出异议', 'Object')}</h1>
<p class="note">${neighbourhood.name}${until && t(` · ${until} 24:00 前都可以提`, ` · until ${until} 24:00`)}${t('。您的户码和内容只有业委会、街道能看到，不公开。', '. Only the owners’ body and the street office see your code and your words.')}</p>
${mistakes.length > 0 ? summaryOf(mistakes, reader) : undefined}
<form method="post" action="${link(`${address}/objection`)}" novalidate>
<input type="hidden" name="sheet" value="${draft.sheet}">
<label for="unit-code">${t('户码', 'Code of the unit')}</label>
<p class="hint" id="unit-code-hint">${t('8 位，在放进您家信箱的户码条上', 'Eight characters, on the slip in your letter box')}</p>
<div class="field"><input id="unit-code" class="code" name="unitCode" value="${draft.unitCode}" required maxlength="12" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="unit-code-hint"${invalid(at('unit-code'))}></div>
<p class="hint">${lostSlip(street, reader)}${numberOf(street)}</p>
<fieldset${invalid(at('topic'))}><legend>${t('对什么有异议', 'What it is about')}</legend>
${Object.entries(TOPICS).map(
  ([topic, title], index) =>
    html`<label class="choice" for="topic-${index}"><input type="radio" name="topic" id="topic-${index}" value="${topic}"${draft.topic === topic ? html` checked` : undefined}> ${say(title)}</label>`,
)}</fieldset>
<label for="words">${t('说明（可不填）', 'In your words (may stay empty)')}</label>
<p class="hint" id="words-hint">${t(`请不要写姓名、身份证号、电话、银行卡号；最多 ${MOST_WORDS} 字`, `No names, id numbers, telephone numbers or bank cards; up to ${MOST_WORDS} characters`)}</p>
<textarea id="words" name="words" rows="4" maxlength="${MOST_WORDS}" aria-describedby="words-hint"${invalid(at('words'))}>${draft.words}</textarea>
<label class="choice" for="tenant"><input type="checkbox" name="tenant" id="tenant" value="yes"${draft.owner ? undefined : html` checked`}> ${t('我不是业主（租户、家属等）', 'I am not the owner (tenant, family)')}</label>
<p><button class="act wide">${t('提交异议', 'Send the objection')}</button></p>
<p class="note">${t('记入台账，不能删改；由业委会（自治小组）牵头调解，结果写在公示页上。', 'It goes into the ledger for good. The owners’ body leads the mediation; its outcome stands on the page of the notice.')}</p>
</form>`,
  };
}

const lostSlip = ({ title, number }: Contact, { t, say }: Reader): string =>
  number === undefined
    ? t(
        `丢了可到社区补打；不清楚的，问${say(title)}。`,
        `Lost? The community prints it again; or ask the ${say(title)}.`,
      )
    : t(
        `丢了可到社区补打；不清楚的，打电话问${say(title)}：`,
        `Lost? The community prints it again; or call the ${say(title)}:`,
      );

const invalid = (mistake: Mistake | undefined): Markup | undefined =>
  mistake === undefined ? undefined : html` aria-invalid="true"`;

function summaryOf(mistakes: readonly Mistake[], { t, say }: Reader): Markup {
  return html`<div class="mistakes" role="alert" tabindex="-1"><h2>${t(`有 ${mistakes.length} 处要改`, `To be corrected: ${mistakes.length}`)}</h2>
<ul>${mistakes.map(({ field, says }) => html`<li><a href="#${field === 'topic' ? 'topic-0' : field}">${say(says)}</a></li>`)}</ul></div>`;
}
