// Who reads a public page, as far as the page needs to know: language and size of type, both in the address, never in a cookie.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { dayOfWeek, type Instant, inShanghai, type PlainDate } from '../../../domain/calendar/plain-date.ts';
import type { Language } from '../../runtime/problems.ts';

export interface Reader {
  readonly language: Language;
  readonly large: boolean;
  readonly t: (zh: string, en: string) => string;
  readonly say: (text: Bilingual) => string;
  /** The address with the reader's choices kept. */
  readonly link: (path: string, change?: { readonly language?: Language; readonly large?: boolean }) => string;
  /** `10月13日` · `13 October` */
  readonly day: (date: PlainDate) => string;
  /** `2026年10月13日` · `13 October 2026` */
  readonly date: (date: PlainDate) => string;
  readonly weekday: (date: PlainDate) => string;
  /** `10月12日 09:41` */
  readonly moment: (at: Instant) => string;
}

const WEEKDAYS_ZH = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const WEEKDAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS_EN = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `chosen` is what the address says; without it the browser's language decides and the address stays clean. */
export function readerOf(preferred: Language, chosen: { language?: Language; large: boolean }): Reader {
  const language = chosen.language ?? preferred;
  const t = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const day = (date: PlainDate) => {
    const [month, dayOfMonth] = [Number(date.slice(5, 7)), Number(date.slice(8))];
    return t(`${month}月${dayOfMonth}日`, `${dayOfMonth} ${MONTHS_EN[month - 1]}`);
  };
  return {
    language,
    large: chosen.large,
    t,
    say: (text) => text[language],
    link(path, change = {}) {
      const lang = change.language ?? chosen.language;
      const query = new URLSearchParams({
        ...(lang && { lang }),
        ...((change.large ?? chosen.large) && { size: 'large' }),
      });
      return query.size === 0 ? path : `${path}?${query}`;
    },
    day,
    date: (date) => t(`${date.slice(0, 4)}年${day(date)}`, `${day(date)} ${date.slice(0, 4)}`),
    weekday: (date) => t(WEEKDAYS_ZH[dayOfWeek(date) - 1] ?? '', WEEKDAYS_EN[dayOfWeek(date) - 1] ?? ''),
    moment(at) {
      const local = inShanghai(at);
      return `${day(local.slice(0, 10) as PlainDate)} ${local.slice(11, 16)}`;
    },
  };
}
