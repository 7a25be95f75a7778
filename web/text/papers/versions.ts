// Words of two versions of an issued paper side by side.
import { both } from '../texts.ts';

export const versionsText = {
  title: both('两版对看', 'Two versions'),
  beside: both('与上一版对看', 'Beside the one before'),
  lead: both(
    '上面是内容的不同，下面是两版的原件；网址可以直接发给同事。',
    'First what the contents say otherwise, then both papers as they were issued. The address can be sent.',
  ),
  choose: both('选择版本', 'Choose versions'),
  older: both('对照版', 'Compared with'),
  newer: both('本版', 'This one'),
  page: both('页', 'Page'),
  before: both('上一页', 'Page before'),
  after: both('下一页', 'Next page'),
  noSuchPage: both('这一版没有这一页。', 'This version has no such page.'),
  changes: both('内容有何不同', 'What the contents say otherwise'),
  was: both('原来', 'Was'),
  is: both('现在', 'Is'),
  added: both('（原来没有）', '(was not there)'),
  gone: both('（现在没有）', '(is gone)'),
  row: both('第', 'row'),
  rowEnd: both('行', ''),
  showAll: both('全部显示', 'Show all'),
  same: both(
    '内容逐项相同；只看版面、日期和编号有没有不同。',
    'The contents are the same throughout; only layout, dates and numbers may differ.',
  ),
  notKept: both(
    '所以列不出逐项的不同；两版原件都在，请在下面逐页对看，可放大、可重叠。',
    'So the differences cannot be listed. Both papers are on file: compare them page by page below, enlarged or one over the other.',
  ),
  besideLater: both('与后一版对看', 'Beside the one after'),
  unkept: both('只印在纸上、系统不保存的内容请看原件：', 'Printed and never stored, so look at the papers: '),
  replaced: both('已被替代', 'Replaced'),
} as const;
