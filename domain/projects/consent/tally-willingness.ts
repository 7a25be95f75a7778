// The community counts who wants the renovation: two thirds by area and by households, of all (二(三)1, V-01).
import { defineTally } from './tally.ts';

export const tallyWillingness = defineTally({
  name: 'tally-willingness',
  title: { zh: '统计改造意愿', en: 'Tally willingness' },
  step: 1,
  clause: '二(三)1',
  question: 'V-01',
  ballot: 'willingness',
  passed: 'WILLINGNESS_PASSED',
  failed: 'WILLINGNESS_FAILED',
});
