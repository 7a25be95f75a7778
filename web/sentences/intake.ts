// What intake says first: what became of a stack, and how many rows of a sheet are left.
import { many } from '../../domain/bilingual.ts';
import type { Language } from '../text/language.ts';
import { marked, type Piece, type Sentence } from './sentence.ts';

export interface StackCounts {
  readonly pages: number;
  readonly filed: number;
  readonly attention: number;
  readonly refused: number;
  readonly checking: number;
}

export function stackSentence(counts: StackCounts | undefined, language: Language): Sentence {
  const zh = language === 'zh';
  if (counts === undefined) {
    return [zh ? '把一摞扫描件放进来，每一页都会有去向。' : 'Drop a stack of scans: every page gets an answer.'];
  }
  const { pages, filed, attention, refused, checking } = counts;
  const parts: Piece[] = [marked('good', zh ? `${filed} 页已归档` : `${filed} filed`)];
  const add = (piece: Piece) => parts.push(zh ? '，' : ', ', piece);
  if (attention > 0) add(marked('warn', zh ? `${attention} 页要您看` : `${attention} to look at`));
  if (refused > 0) add(marked('bad', zh ? `${refused} 页拒收` : `${refused} refused`));
  if (checking > 0) add(zh ? `${checking} 页检查中` : `${checking} being checked`);
  return [zh ? `这一摞 ${pages} 页：` : `${many(pages, 'page')}: `, ...parts, zh ? '。' : '.'];
}

/** `why`: how the page beside it is like it; undefined while there is none. */
export function compareSentence(
  {
    number,
    findings,
    state,
  }: { readonly number: number; readonly findings: readonly { readonly code: string }[]; readonly state: string },
  why: 'SAME_PLACE' | 'SAME_PICTURE' | 'OTHER_VERSION' | undefined,
  language: Language,
): Sentence {
  const zh = language === 'zh';
  const page = zh ? `第 ${number} 页` : `Page ${number}`;
  const isOpen = state === 'NEEDS_ATTENTION' && findings.some(({ code }) => code === 'SAME_PAGE_AGAIN');
  switch (why) {
    case 'SAME_PLACE':
      return isOpen
        ? [
            page,
            zh ? '与已归档的同一页不同，' : ' differs from the one on file: ',
            marked('warn', zh ? '要定留哪一页' : 'one of them stays'),
            zh ? '。' : '.',
          ]
        : [page, zh ? '与已归档的同一页对看。' : ' beside the same page on file.'];
    case 'SAME_PICTURE':
      return [
        page,
        zh ? '与已归档的图像' : ' shows ',
        marked('good', zh ? '完全相同' : 'the very same picture'),
        zh ? '，不用再归档。' : ' as a page on file: it need not be filed.',
      ];
    case 'OTHER_VERSION':
      return [page, zh ? '与另一版本的同一页对看。' : ' beside the same page of another version.'];
    case undefined:
      return [page, zh ? '：选一页来对照。' : ': choose a page to compare it with.'];
  }
}

/** `unsent`: rows that are decided here and that the server does not know yet. */
export interface SheetCounts {
  readonly all: number;
  /** That the reader has not decided. */
  readonly left: number;
  readonly unsent: number;
  /** Confirmed by the reader, and waiting for somebody else. */
  readonly second: number;
}

export function sheetSentence({ all, left, unsent, second }: SheetCounts, language: Language): Sentence {
  const zh = language === 'zh';
  if (all === 0) return [zh ? '这一页没有可确认的行。' : 'This page has no rows to confirm.'];
  if (left === 0 && unsent > 0) {
    return [
      zh ? '逐格确认：' : 'Rows: ',
      marked('warn', zh ? `${unsent} 行都已选定，还没有提交` : `${unsent} decided, not sent yet`),
      zh ? '。' : '.',
    ];
  }
  if (left === 0 && second > 0) {
    return [
      zh ? '逐格确认：您本页都已确认，' : 'Rows: you have confirmed all, ',
      marked(
        'warn',
        zh ? `${second} 行待第二人看` : `${second} ${second === 1 ? 'waits' : 'wait'} for a second person`,
      ),
      zh ? '，同一人不算两次。' : '; nobody counts twice.',
    ];
  }
  if (left === 0)
    return [zh ? '逐格确认：' : 'Rows: ', marked('good', zh ? '本页都已确认' : 'all confirmed'), zh ? '。' : '.'];
  return [
    zh ? `逐格确认：共 ${all} 行，还剩 ` : `Rows: ${all} in all, `,
    marked('warn', zh ? `${left} 行` : `${left} left`),
    zh ? '。' : '.',
  ];
}
