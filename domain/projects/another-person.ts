// What whoever would decide on, or take back, what is their own is told: by the refusal, and by the page before they try.
import type { Bilingual } from '../bilingual.ts';

export const ANOTHER_DECIDES: Bilingual = {
  zh: '申报的人不得自己决定，换一个岗位也不行，请由他人办理。',
  en: 'Whoever has filed this does not decide on it, under another post neither: somebody else has to.',
};

export const ANOTHER_TAKES_BACK: Bilingual = {
  zh: '本人登记的事项须由本单位另一名经办人冲销或更正。',
  en: 'What you have recorded yourself is taken back by another person of your party.',
};

export const ANOTHER_DECIDES_CHANGE: Bilingual = {
  zh: '申请变更的人不得自己决定，请由他人办理。',
  en: 'Whoever asked for a change does not decide on it; somebody else has to.',
};
