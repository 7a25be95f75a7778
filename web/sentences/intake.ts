// What intake says first: what became of what was dropped.
import type { Language } from '../text/language.ts';
import { marked, type Sentence } from './sentence.ts';

export interface Dropped {
  readonly sending: number;
  readonly stored: number;
  readonly refused: number;
}

export function intakeSentence({ sending, stored, refused }: Dropped, language: Language): Sentence {
  const zh = language === 'zh';
  if (sending + stored + refused === 0) {
    return [zh ? '把一摞扫描件放进来，每一页都会有去向。' : 'Drop a stack of scans: every page gets an answer.'];
  }
  const pieces = [
    marked('good', zh ? `${stored} 份已收下` : `${stored} received`),
    ...(sending > 0 ? [zh ? '，' : ', ', marked('warn', zh ? `${sending} 份上传中` : `${sending} on their way`)] : []),
    ...(refused > 0 ? [zh ? '，' : ', ', marked('bad', zh ? `${refused} 份拒收` : `${refused} refused`)] : []),
  ];
  return [...pieces, zh ? '。' : '.'];
}
