// Words of the pages of papers: issuing one, and voiding one.
import { both } from '../texts.ts';

export const paperText = {
  title: both('出文', 'Papers'),
  open: both('出具文件、作废文件', 'Issue or void a paper'),
  kinds: both('可以出具的文件', 'Papers to issue'),
  toType: both('要填的内容', 'What is to be typed'),
  missing: both('还差', 'missing'),
  complete: both('已填齐', 'complete'),
  missingLead: both(
    '台账里没有的才在这里填；每次改动后自动核对。',
    'Only what the ledger does not know is typed here; it is checked after every change.',
  ),
  optional: both('可不填的内容', 'What may be left out'),
  known: both('台账已有的内容', 'What the ledger knows'),
  knownLead: both(
    '照印在纸上；有锁的与台账一致，不能另填。',
    'Printed as it is; what has a lock is on record and is not typed again.',
  ),
  change: both('改', 'Change'),
  onRecord: both('台账数据', 'On record'),
  rows: both('行', 'rows'),
  edition: both('版本、日期', 'Version and date'),
  version: both('版本', 'Version'),
  again: both(
    '这一版的原件已作废；这次按同一版本改正后重新印发，编码另编，印作',
    'What was issued of this version is void: it is issued again, corrected, under the same version, with new codes that say',
  ),
  serialShort: both('序号', 'no.'),
  serial: both('流水号（同一种文件有多份时）', 'Serial (of several papers of one kind)'),
  date: both('成文日期', 'Date of the paper'),
  today: both('不填为今天', 'today, if left empty'),
  disclosure: both('公开属性', 'Disclosure'),
  notSaid: both('不印', 'Not printed'),
  preview: both('预览', 'Preview'),
  previewAgain: both('重新预览', 'Preview again'),
  previewing: both('正在排版', 'Typesetting'),
  previewOf: both('送审稿', 'Draft'),
  previewLead: both(
    '补齐内容后按“预览”，这里显示排好的版面。',
    'When nothing is missing, preview shows the paper here.',
  ),
  outdated: both(
    '内容改过了：这是改之前的样子，请重新预览。',
    'Something has changed since: this is how it was; preview it again.',
  ),
  page: both('第', 'Page'),
  pageEnd: both('页', ''),
  before: both('上一页', 'Page before'),
  after: both('下一页', 'Next page'),
  zoom: both('放大', 'Zoom'),
  draft: both('下载送审稿', 'Download the draft'),
  issue: both('签发', 'Issue'),
  issuing: both('正在签发', 'Issuing'),
  issueNote: both(
    '签发即取号、生成编码，进入台账，不能删改；写错只能由两人作废后重出。',
    'Issuing takes a number and makes the codes; it goes into the ledger for good. A mistake is voided by two persons, then issued anew.',
  ),
  print: both('下载打印', 'Download to print'),
  another: both('再出一份', 'Issue another'),
  ofStep: both('本步骤常用', 'Of this step'),
  step: both('第', 'Step'),
  stepEnd: both('步', ''),
  anyStep: both('各步骤', 'Of any step'),
  issued: both('已签发的文件', 'Papers issued'),
  noneIssued: both('还没有签发过文件。', 'No paper has been issued yet.'),
  noKinds: both(
    '您的单位不出具文件；可在下面查看、打印。',
    'Your party issues no papers; they can be looked at and printed below.',
  ),
  versionShort: both('版', 'version'),
  pages: both('页', 'p.'),
  valid: both('有效', 'In force'),
  void: both('已作废', 'Void'),
  waiting: both('待第二人确认作废', 'Waiting for a second person'),
  propose: both('提出作废', 'Propose to void'),
  proposeTitle: both('作废', 'Void'),
  reason: both('作废理由（不写姓名、电话、房号）', 'Reason (no names, telephones or rooms)'),
  proposeNote: both(
    '提出后由本单位另一名经办人确认才作废；业委会、社区的文件也可由街道确认。确认前文件仍有效。',
    'It is void only when another person of the office confirms; papers of a body or a community may also be confirmed by their street. Until then it holds.',
  ),
  cancel: both('不作废了', 'Leave it'),
  proposedBy: both('提出作废，理由：', 'Proposed to be voided, because:'),
  mine: both('由您提出，请本单位另一名经办人确认。', 'Proposed by you: another person of your office confirms.'),
  namedBy: both('台账用到本件的记录：第', 'Entries that rest on this paper:'),
  namedByEnd: both('条；作废不改变已作的决定。', '; voiding changes no decision.'),
  confirm: both('确认作废', 'Confirm: void'),
  confirmNote: both(
    '确认后扫码即显示“已撤销”，编号不再使用，不能恢复。',
    'From then on its code says that it is withdrawn; its number stays taken; this cannot be undone.',
  ),
  decline: both('不同意作废', 'Decline'),
  withdraw: both('撤回', 'Withdraw'),
  voidedOn: both('作废日期', 'Voided on'),
} as const;

/** In Chinese, the words that stand on the paper. */
export const DISCLOSURES = [
  both('此件主动公开', 'Disclosed'),
  both('此件依申请公开', 'Disclosed on request'),
  both('此件不予公开', 'Not disclosed'),
] as const;

/** Titles of the source have ××× where the name of the neighbourhood stands on the paper. */
export const withName = (title: string, neighbourhood: string): string => title.replace(/×××(?:小区)?/u, neighbourhood);
