// Figures as residents read them: thousands apart, and bars that are never fuller than the truth.
import { decimalOf } from '../../../domain/money/money.ts';
import { html, type Markup } from './markup.ts';

/** `18402.10` → `18,402.10`; counts and amounts as they were printed, only grouped. */
export function grouped(printed: string | number): string {
  const [whole = '', fraction] = String(printed).split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}

/** A meter with a tick where it has to come to; `label` says the same in words. SVG, because the policy of the page allows no inline style. */
export function meter(of: { part: string; required: string; whole: string }, label: string): Markup {
  const share = (value: string) => {
    const whole = decimalOf(of.whole);
    return whole.isZero() ? '0' : decimalOf(value).times(100).div(whole).toDecimalPlaces(2, 1).toString();
  };
  return html`<svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="${label}">
<rect class="whole" width="100" height="8"/><rect class="part" width="${share(of.part)}" height="8"/><rect class="tick" x="${share(of.required)}" width=".8" height="8"/></svg>`;
}
