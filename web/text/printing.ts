// Words of paper out: forms, packs, issued papers.
import { both } from './texts.ts';

export const printingText = {
  title: both('打印', 'Print'),
  setting: both('正在排版', 'typesetting'),
  pack: both('表决材料（按户排好）', 'Ballot pack, in the order of the doors'),
  version: both('方案第', 'plan version'),
  pages: both('页', 'p.'),
  voided: both('已作废', 'void'),
  showAll: both('展开全部', 'Show all'),
  forms: both('空白表（已带编码，扫回自动归档）', 'Blank forms, coded: their scans file themselves'),
  formsLead: both(
    '每打印一次编一个号；填好后整摞放进扫描收件箱即可。',
    'Each print has a number of its own; drop the filled-in stack into intake.',
  ),
} as const;
