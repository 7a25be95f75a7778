// Words of a circular on its way out: one person proposes it, another one issues it.
import { both } from './texts.ts';

export const circularText = {
  propose: both('提请印发', 'Propose to issue'),
  proposeNote: both(
    '定稿后提请印发，由本办另一名经办人复核印发；提请人本人不能印发。改稿后要重新提请。',
    'When the words are ready, propose them: another person of the office looks at them and issues them, never the one who proposed. Other words are proposed anew.',
  ),
  by: both('提请人账号', 'Proposed by the account'),
  mine: both(
    '由您提请，待本办另一名经办人复核印发。',
    'Proposed by you: waiting for another person of the office to issue it.',
  ),
  yours: both(
    '待您复核：看过正文和数据，签发文件后印发；有问题就退回改稿。',
    'Waiting for you: read the words and the figures, set the paper, then issue it; if something is wrong, return it.',
  ),
  others: both('待区旧改办另一名经办人复核印发。', 'Waiting for another person of the district office to issue it.'),
  withdraw: both('撤回', 'Take back'),
  giveBack: both('退回改稿', 'Return to be changed'),
  keep: both('不退回', 'Do not return it'),
  reason: both('退回理由，要改什么', 'Why it is returned, and what is to be changed'),
  reasonNote: both(
    '记入台账，提请人能看到；不要写个人信息。',
    'Kept in the ledger and shown to who proposed; no personal data.',
  ),
  returnedBecause: both('上次退回：', 'Returned last time:'),
  takenBack: both('上次已撤回或退回，没有写理由。', 'Taken back or returned last time, without a reason.'),
  account: both('账号', 'Account'),
  tasks: both('待复核印发的通报', 'Circulars to look at and issue'),
  proposedOn: both('提请日期', 'proposed on'),
  read: both('去复核', 'Read it'),
  look: both('复核印发', 'Look at it and issue it'),
  lookNote: both(
    '先签发文件：取文号、排版、下载核对，然后印发。文件在别处出具的，填文号、附扫描件。',
    'First set the paper: it takes the number and is downloaded to be read; then issue it. If the paper was made elsewhere, type its number and add a scan.',
  ),
  setAgain: both('重新签发文件', 'Set the paper again'),
  paper: both('已签发文件', 'Paper set'),
  download: both('下载', 'Download'),
  issuedBy: both('印发账号', 'Issued by the account'),
  alone: both('两人复核制之前印发', 'Issued before two persons were asked for'),
  waitsForMe: both('待您复核', 'waits for you'),
  waits: both('待第二人复核', 'waits for a second person'),
} as const;
