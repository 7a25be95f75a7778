// Refusals and faults as RFC 9457 problem documents: both languages always, the reader's language in title and detail.
import * as z from 'zod';
import { bilingual, findingSchema } from '../../domain/api.ts';
import type { Bilingual } from '../../domain/bilingual.ts';
import { FAULTS, type FaultCode, type FieldProblem, REFUSALS, type Refusal } from '../../domain/errors.ts';
import type { HttpAnswer } from './http-event.ts';

export type Language = 'zh' | 'en';

/** A mistake outside the body: `in` says where; without it the path is a JSON pointer into the body. */
export interface RequestFieldProblem extends FieldProblem {
  readonly in?: 'path' | 'query' | 'header';
}

/** The document as it leaves, and as the API description shows it. */
export const Problem = z
  .object({
    type: z.string().describe('urn:jiugai:problem:<code>'),
    code: z.enum([...keysOf(REFUSALS), ...keysOf(FAULTS)]),
    status: z.int(),
    title: z.string().describe('In the language of Accept-Language, Chinese by default'),
    detail: z.string().describe('What happened, why, and what to do; same language as title'),
    titleZh: z.string(),
    titleEn: z.string(),
    detailZh: z.string(),
    detailEn: z.string(),
    clause: z.string().optional().describe('Clause that the answer rests on, 二(三)3'),
    fields: z
      .array(
        z.object({
          in: z.enum(['path', 'query', 'header']).optional().describe('Absent: the body'),
          path: z.string().describe('JSON pointer'),
          says: bilingual,
        }),
      )
      .optional()
      .describe('One for each field that has a mistake'),
    findings: z.array(findingSchema).optional().describe('Findings that shut the gate'),
    seq: z.int().optional().describe('Of STALE: the entry that the project is at now'),
    instance: z.string().describe('Id of the request, as in the log'),
  })
  .meta({ id: 'Problem' });

export interface Asker {
  readonly requestId: string;
  readonly language: Language;
}

export function refusalAnswer(refusal: Refusal, asker: Asker, headers: Readonly<Record<string, string>> = {}) {
  const { code, says, clause, fields, findings, seq } = refusal;
  // RFC 6750: who is turned away for want of a token is told which kind is wanted.
  const challenge: Record<string, string> = code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer' } : {};
  return problemAnswer(code, REFUSALS[code], says, { clause, fields, findings, seq }, asker, {
    ...challenge,
    ...headers,
  });
}

const TRY_AGAIN: Bilingual = {
  zh: '请用同一 Idempotency-Key 重试；仍然失败时，请把请求编号告知系统管理员。',
  en: 'Try again with the same Idempotency-Key; if it fails again, tell the operator the id of the request.',
};

export function faultAnswer(code: FaultCode, asker: Asker, says: Bilingual = TRY_AGAIN) {
  // The cause is for the log only: it may name tables, paths or people.
  return problemAnswer(code, FAULTS[code], says, {}, asker, {});
}

function problemAnswer(
  code: z.output<typeof Problem>['code'],
  { status, title }: { status: number; title: Bilingual },
  detail: Bilingual,
  more: object,
  { requestId, language }: Asker,
  headers: Readonly<Record<string, string>>,
): HttpAnswer {
  const body = Problem.parse({
    type: `urn:jiugai:problem:${code}`,
    code,
    status,
    title: title[language],
    detail: detail[language],
    titleZh: title.zh,
    titleEn: title.en,
    detailZh: detail.zh,
    detailEn: detail.en,
    ...more,
    instance: requestId,
  });
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      ...headers,
    },
    body: JSON.stringify(body),
    isBase64Encoded: false,
  };
}

/** The language that the reader prefers of the two; Chinese unless English is asked for more. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const weight = (language: Language) =>
    Math.max(
      0,
      ...(acceptLanguage ?? '').split(',').map((range) => {
        const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
        if (tag !== language && !tag.startsWith(`${language}-`)) return 0;
        const q = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
        return q === undefined ? 1 : Number(q.slice(2)) || 0;
      }),
    );
  return weight('en') > weight('zh') ? 'en' : 'zh';
}

function keysOf<T extends object>(table: T): (keyof T & string)[] {
  // Object.keys is typed string[] because values may have more keys than their type; a const table has not.
  return Object.keys(table) as (keyof T & string)[];
}
