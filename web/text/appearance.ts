// Words of how the office is drawn for one reader.
import { both } from './texts.ts';

export const appearanceText = {
  title: both('我的显示', 'My view'),
  lead: both('只记在这个浏览器里，不影响别人。', 'Kept in this browser only; nobody else is affected.'),
  language: both('语言', 'Language'),
  zh: both('中文', 'Chinese'),
  en: both('英文', 'English'),
  text: both('大字', 'Large text'),
  textNote: both('全部放大到 1.2 倍。', 'Everything is drawn 1.2 times as large.'),
  contrast: both('高对比', 'Strong contrast'),
  contrastNote: both('文字和线条更深，背景全白。', 'Darker text and lines on plain white.'),
} as const;
