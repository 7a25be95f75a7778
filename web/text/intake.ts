// Words of intake.
import { both } from './texts.ts';

export const intakeText = {
  drop: both('把扫描件拖到这里', 'Drop the scans here'),
  dropLead: both(
    'PDF、JPEG、PNG、TIFF、OFD；不用先分小区，不用摆正',
    'PDF, JPEG, PNG, TIFF, OFD; any order, any way up',
  ),
  choose: both('或选择文件', 'or choose files'),
  stacks: both('本次放入', 'Dropped now'),
  noStacks: both(
    '还没有放入扫描件。放入后这里立即给出收件编号。',
    'Nothing dropped yet. A receipt appears here at once.',
  ),
  receipt: both('收件编号', 'Receipt'),
  sending: both('上传中', 'sending'),
  stored: both('已收下', 'received'),
  again: both('此前已收到过同一文件', 'received before'),
  refused: both('拒收', 'refused'),
  pages: both('页', 'pages'),
  attention: both('需处理', 'Needs attention'),
  filed: both('已归档', 'Filed'),
  all: both('全部', 'All'),
  page: both('第', 'Page'),
  noPages: both('这里没有页面。', 'No pages here.'),
  choosePage: both('选一页看图、看原因。', 'Choose a page to see its picture and the reasons.'),
  readOnly: both('只读：扫描件由街道放入和处理。', 'Read only: streets drop and settle scans.'),
  original: both(
    '原件一字节不动地保存，可凭编号查到每一页的去向。',
    'Originals are kept to the byte; the receipt tells what became of every page.',
  ),
  leaving: both('正在上传，离开会中断。', 'An upload is running.'),
} as const;
