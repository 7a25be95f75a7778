// How old what the page shows may be, in a few words and a colour.
import type { Contact } from '../live/live.ts';
import type { Language } from '../text/language.ts';

/** A stream sends a sign of life every few seconds; without one the page asks every 15. */
const AMBER_AFTER = { STREAM: 40_000, POLLING: 40_000, LOST: 0 } as const;
const RED_AFTER = 60_000;

export function stalenessSentence(
  mode: Contact['mode'],
  age: number,
  language: Language,
): { readonly tone: 'ok' | 'warn' | 'bad'; readonly text: string } {
  const zh = language === 'zh';
  const seconds = Math.floor(age / 1000);
  if (mode === 'LOST' || age > AMBER_AFTER[mode]) {
    const since =
      seconds < 60
        ? zh
          ? `${seconds} 秒`
          : `${seconds} s`
        : zh
          ? `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`
          : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    return {
      tone: age > RED_AFTER ? 'bad' : 'warn',
      text: zh ? `连不上服务器，数据落后 ${since}` : `server not reached, data ${since} old`,
    };
  }
  return { tone: 'ok', text: mode === 'STREAM' ? (zh ? '实时' : 'live') : zh ? '每 15 秒更新' : 'every 15 s' };
}
