// What went wrong, as the API tells it (RFC 9457), or as the browser finds it when nobody answers.
import type { Bilingual } from '../../domain/bilingual.ts';
import type { ErrorCode, FieldProblem } from '../../domain/errors.ts';
import type { Finding } from '../../domain/policy/finding.ts';
import { both } from '../text/texts.ts';

export interface Problem {
  readonly code: ErrorCode | 'OFFLINE' | 'SIGNED_OUT';
  readonly says: Bilingual;
  readonly clause?: string;
  readonly fields?: readonly FieldProblem[];
  readonly findings?: readonly Finding[];
  /** Id of the request, for whoever is asked for help. */
  readonly instance?: string;
}

interface Document {
  readonly code: ErrorCode;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly detailZh: string;
  readonly detailEn: string;
  readonly clause?: string;
  readonly fields?: readonly FieldProblem[];
  readonly findings?: readonly Finding[];
  readonly instance: string;
}

export const OFFLINE: Problem = {
  code: 'OFFLINE',
  says: both(
    '连不上服务器：已显示的内容保留，填写的内容不会丢，恢复后可再办。',
    'The server cannot be reached: what is shown stays, what was typed is kept, try again when it is back.',
  ),
};

/** A part of the page is no longer on the server. */
export const REPLACED: Problem = {
  code: 'UNAVAILABLE',
  says: both(
    '系统已经更新，请重新打开页面；填写的内容不会丢。',
    'The system was updated: open the page again; what was typed is kept.',
  ),
};

export const SIGNED_OUT: Problem = {
  code: 'SIGNED_OUT',
  says: both(
    '登录已到期，请重新登录；填写的内容已保留。',
    'Your session is over: sign in again; what was typed is kept.',
  ),
};

const UNKNOWN = both('服务器没有给出说明，请稍后再试。', 'The server gave no explanation; try again later.');

export async function problemOf(response: Response): Promise<Problem> {
  if (response.status === 401) return SIGNED_OUT;
  if (!response.headers.get('content-type')?.includes('json')) return { code: 'UNAVAILABLE', says: UNKNOWN };
  // The API answers every failure with this document; anything in between (a proxy) was caught by its media type.
  const { code, titleZh, titleEn, detailZh, detailEn, clause, fields, findings, instance } =
    (await response.json()) as Document;
  return {
    code,
    says: both(`${titleZh}：${detailZh}`, `${titleEn}: ${detailEn}`),
    instance,
    ...(clause !== undefined && { clause }),
    ...(fields && { fields }),
    ...(findings && { findings }),
  };
}
