// What the pages of papers say first: what is missing of one, and how the papers of a project stand.
import { many } from '../../domain/bilingual.ts';
import type { Version } from '../../domain/paper/version-name.ts';
import { printDate } from '../figures/dates.ts';
import type { Language } from '../text/language.ts';
import { marked, type Sentence } from './sentence.ts';

export interface PaperStanding {
  readonly title: string;
  /** Undefined until the server has said what is known. */
  readonly missing: number | undefined;
  /** What is seen beside it is what would be issued. */
  readonly previewed: boolean;
  readonly issued: { readonly number?: string | undefined; readonly pages: number } | undefined;
}

export function issueSentence({ title, missing, previewed, issued }: PaperStanding, language: Language): Sentence {
  const zh = language === 'zh';
  const name = zh ? `${title}：` : `${title}: `;
  if (issued) {
    const number = issued.number ?? '';
    return [
      name,
      marked('good', zh ? '已签发' : 'issued'),
      zh
        ? `${number && `，${number}`}，共 ${issued.pages} 页。`
        : `${number && `, ${number}`}, ${many(issued.pages, 'page')}.`,
    ];
  }
  if (missing === undefined) return [name, zh ? '正在核对台账。' : 'looking into the ledger.'];
  if (missing > 0) {
    return [
      name,
      zh ? '还差 ' : 'missing ',
      marked('warn', zh ? `${missing} 项内容` : many(missing, 'field')),
      zh ? '，补齐就能预览、签发。' : '; fill in to look at it and issue it.',
    ];
  }
  if (!previewed)
    return [
      name,
      marked('good', zh ? '内容齐了' : 'complete'),
      zh ? '，先看预览再签发。' : '; look at it, then issue it.',
    ];
  return [name, marked('good', zh ? '可以签发' : 'ready'), zh ? '，请再看一遍预览。' : '; look at it once more.'];
}

export interface PapersStanding {
  readonly kinds: number;
  readonly issued: number;
  readonly waiting: number;
}

export function papersSentence({ kinds, issued, waiting }: PapersStanding, language: Language): Sentence {
  const zh = language === 'zh';
  return [
    zh ? `可以出具 ${kinds} 种文件，` : `You may issue ${many(kinds, 'kind')} of papers; `,
    zh ? `本项目已签发 ${issued} 份` : `${issued} issued for this project`,
    ...waitingFor(waiting, zh),
    zh ? '。' : '.',
  ];
}

export interface DistrictStanding extends Omit<PapersStanding, 'kinds'> {
  readonly year: string;
}

export function districtPapersSentence({ year, issued, waiting }: DistrictStanding, language: Language): Sentence {
  const zh = language === 'zh';
  return [
    zh ? `${year} 年全区文件已签发 ${issued} 份` : `${many(issued, 'paper')} of the district issued in ${year}`,
    ...waitingFor(waiting, zh),
    zh ? '。' : '.',
  ];
}

/** Nothing where none waits. */
const waitingFor = (waiting: number, zh: boolean): Sentence =>
  waiting === 0
    ? []
    : [
        zh ? '，' : ', ',
        marked('warn', zh ? `${waiting} 份待第二人确认作废` : `${waiting} waiting for a second person to void them`),
      ];

export interface VersionsStanding {
  readonly title: string;
  /** As people call them. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Undefined while they are being read. */
  readonly changes: number | 'NOT_KEPT' | undefined;
}

export function versionsSentence({ title, before, after, changes }: VersionsStanding, language: Language): Sentence {
  const zh = language === 'zh';
  if (before === undefined || after === undefined) {
    return [zh ? `${title}没有签发过两版，还不能对看。` : `${title} was not issued in two versions yet.`];
  }
  const pair = zh ? `${title}${before}与${after}` : `${title}, ${before} and ${after}`;
  if (changes === undefined) return [pair, zh ? '对看。' : ' side by side.'];
  if (changes === 'NOT_KEPT') {
    return [
      pair,
      zh ? '：' : ': ',
      marked('warn', zh ? '内容当时没有留存' : 'the contents were not kept'),
      zh ? '，请对看原件。' : '; compare the papers.',
    ];
  }
  return [
    pair,
    zh ? '：' : ': ',
    changes === 0
      ? marked('good', zh ? '内容相同' : 'the same contents')
      : marked('warn', zh ? `${changes} 处内容不同` : `${many(changes, 'field')} differ${changes === 1 ? 's' : ''}`),
    zh ? '。' : '.',
  ];
}

/** Said of a version that was issued before the contents of papers were kept. */
export function notKeptSentence(paper: Version & { readonly issuedOn: string }, language: Language): string {
  const day = printDate(paper.issuedOn, language);
  return language === 'zh'
    ? `${calledVersion(paper, language)}签发于${day}，那时系统还不留存文件内容。`
    : `V${calledVersion(paper, language).slice(1)} was issued on ${day}, when the contents of papers were not kept yet.`;
}

/** `第 2 版`, `第 2 版第 2 次印发`. */
export function calledVersion({ version, printing }: Version, language: Language): string {
  if (language === 'zh') return `第 ${version} 版${printing === undefined ? '' : `第 ${printing} 次印发`}`;
  return `version ${version}${printing === undefined ? '' : `, printing ${printing}`}`;
}
