// Words of the forms: how to fill in, what is written for good, what is refused.
import { both } from './texts.ts';

export const formText = {
  choose: both('请选择', 'Choose'),
  add: both('增加一行', 'Add a row'),
  paste: both('可从电子表格复制多行，粘贴到任一格。', 'Rows copied from a spreadsheet can be pasted into any cell.'),
  remove: both('删去', 'Remove'),
  chooseFile: both('选择文件', 'Choose a file'),
  uploading: both('上传中', 'Uploading'),
  uploaded: both('已收下', 'Received'),
  uploadedAgain: both('此前已收到过同一文件', 'The same file was received before'),
  optional: both('可不填', 'optional'),
  freeze: both('冻结当前名册并填入', 'Freeze the roster in force and use it'),
  frozen: both('已冻结', 'Frozen'),
  households: both('户', 'households'),
  countSheets: both('由已确认的签字表计票', 'Count the confirmed sign sheets'),
  votesTemplate: both('下载表决意见表', 'Download the form for votes'),
  uploadVotes: both('导入填好的表决意见表', 'Import the form filled in'),
  needRoll: both('先冻结名册，才有表决意见表。', 'Freeze a roll first: the form is made from it.'),
  accountNumber: both(
    '账号全文（服务器只换成摘要，不保存）',
    'Full account number (the server makes it into a digest and never stores it)',
  ),
  referred: both('已换成摘要', 'Made into a digest'),
  further: both('其他单位（专业单位写名称）', 'Further unit, by name'),
  forGood: both(
    '办理后进入台账，不能删改；写错只能另行更正。',
    'Goes into the ledger for good; a mistake is corrected by another entry, never removed.',
  ),
  cancel: both('不办了', 'Leave it'),
  sending: both('办理中', 'Sending'),
  mistakes: both('有几处要改：', 'Please correct:'),
  staleKept: both(
    '页面已换成最新，填写的内容已保留，请看后再办。',
    'The page is fresh now and what you typed is kept: look, then decide.',
  ),
  done: both('已办理，进入台账第', 'Done: ledger entry'),
  entry: both('条', ''),
  close: both('关闭', 'Close'),
  draftKept: both('有未办完的草稿，已恢复。', 'A draft was kept and is restored.'),
  noFields: both('这件事不用填写，核对后办理。', 'Nothing to fill in: check, then do it.'),
} as const;
