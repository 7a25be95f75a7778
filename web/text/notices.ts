// Words of notices and their delivery.
import type { Bilingual } from '../../domain/bilingual.ts';
import { both } from './texts.ts';

export const deliveryText = {
  title: both('送达情况', 'Delivery'),
  day: both('日期', 'Day'),
  subject: both('事由', 'About'),
  recipient: both('收件单位', 'Recipient'),
  channel: both('渠道', 'Channel'),
  state: both('状态', 'State'),
  attempts: both('次数', 'Attempts'),
  took: both('写下时间、用时', 'Written, took'),
  seconds: both('秒', 's'),
  DELIVERED: both('已送达', 'delivered'),
  PENDING: both('重试中', 'retrying'),
  FAILED: both('失败', 'failed'),
  SWITCHED: both('已改渠道', 'another channel'),
  again: both('重发', 'Send again'),
  switch: both('换渠道', 'Other channel'),
  use: both('改用', 'By'),
  dayOver: both('当天没送到；次日汇总重新列出', 'not on its day: the next digest lists it anew'),
  noOther: both('没有登记其他渠道', 'no other channel'),
  whoseTurn: both('现在该办的单位', 'whoever’s turn it is'),
  none: both('这一天没有通知。', 'No notices on this day.'),
  written: both('写下', 'Written'),
  lastTry: both('末次投递', 'Last attempt'),
  nextTry: both('下次重试', 'next attempt'),
  project: both('项目', 'Project'),
  withoutWords: both(
    '这里只有编号、事由和链接：不显示正文，也不显示收件地址。',
    'Number, subject and link only: no words of the message and no addresses.',
  ),
  back: both('全部通知', 'All notices'),
  more: both('再看 100 条', 'Show 100 more'),
} as const;

export const ownNoticesText = {
  lead: both(
    '这里只有发给本单位的通知：编号、事由和是否送到；没有送到的事项，待办里都有。',
    'What your own unit was told: number, subject, and whether it arrived. Whatever did not is in the task list.',
  ),
} as const;

/** What the number of an answer means to whoever waits for the message; the code itself is for whoever is asked for help. */
export function reasonOf(code: string): Bilingual | undefined {
  const [, answered, class_] = /^(SMTP|HTTP)_([45])\d\d$/.exec(code) ?? [];
  if (answered === 'SMTP')
    return class_ === '5' ? both('收件方拒收', 'refused there') : both('收件方暂不接收', 'not taken for now');
  if (answered === 'HTTP')
    return class_ === '5' ? both('对方服务出错', 'fault there') : both('对方不接受', 'not accepted there');
  return undefined;
}

const KINDS = {
  SMTP: both('邮件', 'E-mail'),
  SNS: both('邮件（SNS）', 'E-mail (SNS)'),
  DINGTALK: both('钉钉', 'DingTalk'),
  WECOM: both('企业微信', 'WeCom'),
  WEBHOOK: both('Webhook', 'Webhook'),
} as const;

export const titleOfKind = (kind: keyof typeof KINDS) => KINDS[kind];
