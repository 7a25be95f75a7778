// What the engine of a project says first: is it stuck, and what does it wait for.
import { type Bilingual, many } from '../../domain/bilingual.ts';
import { dayOf, daysFrom } from '../figures/dates.ts';
import type { Language } from '../text/language.ts';
import { marked, type Sentence } from './sentence.ts';

export interface Engine {
  readonly repairs: readonly string[];
  readonly executions: readonly { readonly execution: string; readonly startedAt: string }[];
  /** The oldest first. */
  readonly waits: readonly { readonly act: string; readonly execution: string; readonly openedAt: string }[];
}

/** `titleOf`: of the act that is waited for; `today`: undefined until the clock of the server is known. */
export function engineSentence(
  { repairs, executions, waits }: Engine,
  titleOf: (act: string) => Bilingual,
  today: string | undefined,
  language: Language,
): Sentence {
  const zh = language === 'zh';
  if (repairs.length > 0) {
    return [
      marked('bad', zh ? `对账要修 ${repairs.length} 处` : `${many(repairs.length, 'repair')} to be made`),
      zh
        ? '，下一轮自动修，或由区旧改办两人确认。'
        : ', by the next round, or by two persons of the renovation office.',
    ];
  }
  const sound = marked('good', zh ? '没有卡住' : 'Not stuck');
  const [oldest] = waits;
  if (executions.length === 0)
    return [sound, zh ? '，项目已了结，没有执行在跑。' : ', the project is over and nothing runs.'];
  if (oldest === undefined) return [sound, zh ? '，不等人，到期自动往下走。' : ', it waits for a day, not for people.'];
  const title = titleOf(oldest.act)[language];
  const days = today === undefined ? 0 : Math.max(0, daysFrom(dayOf(oldest.openedAt), today));
  const more = waits.length - 1;
  return zh
    ? [sound, `，等“${title}”`, days > 0 ? ` ${days} 天` : '（今天起）', more > 0 ? `，另等 ${more} 件。` : '。']
    : [
        sound,
        `, waits for “${title}”`,
        days > 0 ? ` for ${many(days, 'day')}` : ' since today',
        more > 0 ? `, and for ${more} more.` : '.',
      ];
}

/** The next event in one line: what happens, by kind alone. */
export function nextEventSentence(
  { state, next }: { readonly state: string; readonly next?: { readonly title: Bilingual } | undefined },
  language: Language,
): Sentence {
  const zh = language === 'zh';
  if (state === 'SUSPENDED') return [zh ? '已中止，待恢复' : 'Suspended until it is resumed'];
  if (next === undefined) return [zh ? '已了结，没有下一步' : 'Over: nothing comes next'];
  return [next.title[language]];
}
