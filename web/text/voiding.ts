// Words of papers that wait for a second person to be void.
import { both } from './texts.ts';

export const voidingText = {
  title: both('待第二人确认作废的文件', 'Papers that wait for a second person to be void'),
  answer: both('答复作废：', 'Void or not:'),
  proposed: both('提出', 'proposed'),
  ofDistrict: both('全区文件', 'Paper of the district'),
  read: both('查看并答复', 'Read and answer'),
  close: both('收起', 'Close'),
  gone: both('已经答复，或提出人撤回了。', 'It was answered, or taken back by who proposed it.'),
} as const;
