// 我家: two fields that work without a script. Answers come by POST, so that no room and no code stands in an address or a log.
import { grouped } from '../figures.ts';
import { html, type Markup } from '../markup.ts';
import type { Reader } from '../reader.ts';
import type { Asked } from './notice-page.ts';
import type { OwnUnit } from './own-unit.ts';

export function ownSection(address: string, reader: Reader, { answer, mistake }: Asked): Markup {
  const { t, link } = reader;
  const action = `${link(`${address}/own`)}#own`;
  const wrong = (field: 'room' | 'unitCode') => (mistake?.field === field ? mistake.says : undefined);
  return html`<section aria-labelledby="own"><h2 id="own">${t('我家', 'My unit')}</h2>
${answer && answerOf(answer, reader)}
<form method="post" action="${action}">
<label for="room">${t('我家在同意名单上吗？输入幢和室号', 'Is my unit on the list? Building and room')}</label>
<p class="hint" id="room-hint">${t('如 3-501；名单只列同意改造的房号，不列姓名', 'Like 3-501. The list has rooms that agree, and no names')}</p>
${mistakeAt('room', wrong('room'))}
<div class="field"><input id="room" name="room" required maxlength="20" autocomplete="off" aria-describedby="room-hint${wrong('room') === undefined ? '' : ' room-mistake'}"${invalid(wrong('room'))}><button>${t('查', 'Look up')}</button></div>
</form>
<form method="post" action="${action}">
<label for="unit-code">${t('我家大约出多少钱？输入户码', 'What will it cost me? The code of my unit')}</label>
<p class="hint" id="unit-code-hint">${t('8 位，在放进您家信箱的户码条上；丢了可到社区补打', 'Eight characters, on the slip in your letter box; the community prints it again')}</p>
${mistakeAt('unit-code', wrong('unitCode'))}
<div class="field"><input id="unit-code" class="code" name="unitCode" required minlength="8" maxlength="12" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="unit-code-hint${wrong('unitCode') === undefined ? '' : ' unit-code-mistake'}"${invalid(wrong('unitCode'))}><button>${t('算', 'Work out')}</button></div>
</form></section>`;
}

const mistakeAt = (field: string, says: string | undefined): Markup | undefined =>
  says === undefined ? undefined : html`<p class="mistake" id="${field}-mistake" role="alert">${says}</p>`;
const invalid = (says: string | undefined): Markup | undefined =>
  says === undefined ? undefined : html` aria-invalid="true"`;

function answerOf(own: OwnUnit, { t }: Reader): Markup {
  if (own.asked === 'ROOM')
    return html`<p class="answer ${own.listed ? 'yes' : 'no'}" role="status">${roomAnswer(own, t)}</p>`;
  return html`<div class="answer yes" role="status"><p>${t(
    `${own.unit}，专有面积 ${own.area} ㎡，${own.listed ? '在同意名单上' : '不在同意名单上'}。`,
    `${own.unit}, ${own.area} ㎡, ${own.listed ? 'on the list of those that agree' : 'not on the list of those that agree'}.`,
  )}</p><p class="pay">${t('大约 ', 'About ')}<b>${grouped(own.share)}</b>${t(' 元', ' yuan')}</p>
<p class="note">${t(
    '按方案估算、按专有面积分摊；以审定的竣工决算为准，多退少补。',
    'An estimate by the plan, shared by area; the audited final accounts decide, and differences are paid back or collected.',
  )}</p></div>`;
}

function roomAnswer({ room, onRoll, listed }: Extract<OwnUnit, { asked: 'ROOM' }>, t: Reader['t']): string {
  if (!onRoll)
    return t(`名册上没有 ${room}，请核对幢和室号。`, `There is no ${room} on the roll: check building and room.`);
  return listed
    ? t(`${room} 在同意名单上。`, `${room} is on the list.`)
    : t(
        `${room} 不在公布的同意名单上。如果不对，请提出异议，或问业委会（自治小组）。`,
        `${room} is not on the published list. If that is wrong, object, or ask the owners’ body.`,
      );
}
