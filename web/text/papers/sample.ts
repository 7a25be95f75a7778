// Words around samples of papers.
import { both } from '../texts.ts';

export const sampleText = {
  sample: both('样例', 'Sample'),
  look: both('看样例', 'See a sample'),
  back: both('文书目录', 'All papers'),
  lead: both(
    '内容是虚构的小区；每页标“样例”，没有文号和编码，不能归档。',
    'The contents are made up; every page is marked as a sample and has neither number nor code, so it cannot be filed.',
  ),
  testPrint: both('试打印（PDF）', 'Test print (PDF)'),
  failed: both('样例没有排出来，请稍后再试。', 'The sample could not be set; try again in a moment.'),
} as const;
