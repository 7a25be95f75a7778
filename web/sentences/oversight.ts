// What the pages of oversight say first.
import { many } from '../../domain/bilingual.ts';
import type { Language } from '../text/language.ts';
import { marked, type Sentence } from './sentence.ts';

export function auditSentence(counts: readonly (number | undefined)[], language: Language): Sentence {
  const zh = language === 'zh';
  const known = counts.filter((count) => count !== undefined);
  const clean = known.filter((count) => count === 0).length;
  const found = known.reduce((sum, count) => sum + count, 0);
  return [
    zh ? `${counts.length} 项检查：` : `${many(counts.length, 'check')}: `,
    marked('good', zh ? `${clean} 项为 0` : `${clean} ${clean === 1 ? 'is' : 'are'} 0`),
    zh ? '，其余共 ' : ', the others have ',
    marked(found > 0 ? 'warn' : 'good', zh ? `${found} 件` : many(found, 'hit')),
    zh ? '。' : '.',
  ];
}

/** `day`: as it is printed. */
export const trendNote = (day: string, language: Language): string =>
  language === 'zh' ? `走势：与 ${day} 的台账相比` : `Trend: against the ledgers as of ${day}`;

/** How many projects more or fewer than on the earlier day, in words: an arrow alone says nothing to a reader of screens. */
export function trendPhrase(now: number, before: number, language: Language): string {
  const zh = language === 'zh';
  if (now === before) return zh ? '持平' : 'unchanged';
  const by = Math.abs(now - before);
  if (now > before) return zh ? `▲ 多 ${by} 件` : `▲ ${by} more`;
  return zh ? `▼ 少 ${by} 件` : `▼ ${by} fewer`;
}

export function replaySentence(
  facts: { readonly decisions: number; readonly differing: number; readonly broken: boolean },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  const { decisions, differing, broken } = facts;
  if (broken)
    return [
      marked('bad', zh ? '台账的链断了' : 'The chain of the ledger is broken'),
      zh ? '，没有重算。' : '; nothing was made again.',
    ];
  return [
    zh ? `${decisions} 条决定，` : `${many(decisions, 'decision')}, `,
    marked(
      differing === 0 ? 'good' : 'bad',
      zh ? `${differing} 处不同` : `${differing} ${differing === 1 ? 'differs' : 'differ'}`,
    ),
    zh ? '。' : '.',
  ];
}

/** `failed`: of today, and not sent by another channel since. */
export function noticesSentence(undelivered: number, failed: number, language: Language): Sentence {
  const zh = language === 'zh';
  if (failed > 0) {
    const onTheirWay = zh
      ? `，${undelivered} 条在路上`
      : `, ${undelivered} on ${undelivered === 1 ? 'its' : 'their'} way`;
    return [
      zh ? '今天有 ' : 'Today ',
      marked('bad', zh ? `${failed} 条没有送到` : `${failed} did not arrive`),
      `${undelivered > 0 ? onTheirWay : ''}${zh ? '：可以重发或换渠道。' : ': send again, or by another channel.'}`,
    ];
  }
  if (undelivered === 0) return [marked('good', zh ? '通知全部送达' : 'Every notice is delivered'), zh ? '。' : '.'];
  return [
    zh ? '还有 ' : '',
    marked('warn', zh ? `${undelivered} 条` : many(undelivered, 'notice')),
    zh ? '通知在路上。' : undelivered === 1 ? ' is on its way.' : ' are on their way.',
  ];
}

/** What one's own unit was told today; `hasMore`: these are the latest of a longer list. */
export function ownNoticesSentence(
  states: readonly ('DELIVERED' | 'PENDING' | 'FAILED')[],
  { hasMore, maySend }: { readonly hasMore: boolean; readonly maySend: boolean },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  if (states.length === 0) {
    return [zh ? '今天没有发给本单位的通知。' : 'Nothing was sent to your unit today.'];
  }
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  const [arrived, pending, failed] = [count('DELIVERED'), count('PENDING'), count('FAILED')];
  const all = hasMore ? `${states.length}+` : `${states.length}`;
  const parts = [
    ...(arrived > 0 ? [marked('good', zh ? `${arrived} 条已送达` : `${arrived} arrived`)] : []),
    ...(pending > 0 ? [marked('warn', zh ? `${pending} 条在重试` : `${pending} tried again`)] : []),
    ...(failed > 0 ? [marked('bad', zh ? `${failed} 条没有送到` : `${failed} did not arrive`)] : []),
  ];
  const again = zh ? '；可以重发或换渠道' : '; send again, or by another channel';
  return [
    zh ? `今天发给本单位 ${all} 条：` : `${all} sent to your unit today: `,
    ...parts.flatMap((part, index) => (index === 0 ? [part] : [zh ? '，' : ', ', part])),
    `${failed > 0 && maySend ? again : ''}${zh ? '。' : '.'}`,
  ];
}

/** Of one notice: at how many desks it arrived, where it is tried again, and where it failed. */
export function noticeSentence(states: readonly ('DELIVERED' | 'PENDING' | 'FAILED')[], language: Language): Sentence {
  const zh = language === 'zh';
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  const [failed, pending] = [count('FAILED'), count('PENDING')];
  return [
    zh ? `发给 ${states.length} 个收件处：` : `To ${states.length} ${states.length === 1 ? 'desk' : 'desks'}: `,
    marked('good', zh ? `${count('DELIVERED')} 个已送达` : `${count('DELIVERED')} reached`),
    ...(pending > 0 ? [zh ? '，' : ', ', marked('warn', zh ? `${pending} 个在重试` : `${pending} tried again`)] : []),
    ...(failed > 0 ? [zh ? '，' : ', ', marked('bad', zh ? `${failed} 个失败` : `${failed} failed`)] : []),
    zh ? '。' : '.',
  ];
}

export function operationsSentence(
  facts: { readonly stuck: number; readonly repairs: number; readonly reconciled: boolean },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  if (!facts.reconciled)
    return [zh ? '还没有对过账，每 15 分钟自动一次。' : 'Not reconciled yet; it runs every 15 minutes.'];
  return [
    facts.stuck === 0
      ? marked('good', zh ? '没有卡住的' : 'Nothing is stuck')
      : marked('bad', zh ? `${facts.stuck} 个卡住` : `${facts.stuck} stuck`),
    zh ? `；最近一次对账自动修复 ${facts.repairs} 处。` : `; the last reconciliation repaired ${facts.repairs}.`,
  ];
}
