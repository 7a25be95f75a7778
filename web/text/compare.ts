// Words of two pages side by side, scanned or issued.
import { both } from './texts.ts';

export const compareText = {
  title: both('两页对看', 'Side by side'),
  open: both('两页对看', 'Look at it side by side'),
  lead: both('两边一起放大、一起移动；看清再定。', 'Both are enlarged and moved together; look, then decide.'),
  this: both('这一页', 'This page'),
  other: both('对照页', 'The other page'),
  choose: both('对照哪一页', 'Beside which page'),
  pick: both('请选一页', 'Choose a page'),
  sameStack: both('本批次的页', 'Pages of this stack'),
  SAME_PLACE: both('已归档的同一页', 'The same page, on file'),
  SAME_PICTURE: both('图像完全相同的页', 'The page with the very same picture'),
  OTHER_VERSION: both('另一版本的同一页', 'The same page of another version'),
  version: both('版本', 'version'),
  nothing: both('没有可对照的页：选本批次的一页来对照。', 'Nothing to compare it with: choose a page of this stack.'),
  picture: both('图像', 'picture'),
  larger: both('放大', 'Larger'),
  smaller: both('缩小', 'Smaller'),
  whole: both('整页', 'Whole page'),
  turn: both('转动对照页', 'Turn the other page'),
  overlay: both('叠看差异', 'Lay over each other'),
  overlayLead: both(
    '叠在一起：相同处变黑，不同处显亮。',
    'Laid over each other: what is the same turns black, what differs shows.',
  ),
  move: both('移动', 'move'),
  swap: both('左右对换', 'Swap sides'),
  back: both('回到批次', 'Back to the stack'),
} as const;
