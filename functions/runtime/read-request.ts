// A request read through the schemas of its route: all mistakes of all parts at once.
import type * as z from 'zod';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { fieldProblems } from '../../domain/field-problems.ts';
import type { HttpEvent } from './http-event.ts';
import type { RequestFieldProblem } from './problems.ts';
import { readJson } from './read-json.ts';

export interface InputSchemas {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly headers?: z.ZodType;
  readonly body?: z.ZodType;
}

export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
}

export function readInput(event: HttpEvent, schemas: InputSchemas): Outcome<Input> {
  const json = schemas.body ? readJson(event.headers['content-type'], bodyOf(event)) : granted(undefined);
  if (!json.ok) return json;
  const problems: RequestFieldProblem[] = [];
  const parse = (schema: z.ZodType | undefined, value: unknown, where: RequestFieldProblem['in']): unknown => {
    const parsed = schema?.safeParse(value, { reportInput: true });
    if (parsed?.error)
      problems.push(...fieldProblems(parsed.error).map((problem) => ({ ...(where && { in: where }), ...problem })));
    return parsed?.data;
  };
  const input: Input = {
    params: parse(schemas.params, event.pathParameters ?? {}, 'path'),
    query: parse(schemas.query, event.queryStringParameters ?? {}, 'query'),
    headers: parse(schemas.headers, event.headers, 'header'),
    body: parse(schemas.body, json.value, undefined),
  };
  if (problems.length === 0) return granted(input);
  return refused(
    'MALFORMED',
    {
      zh: `有 ${problems.length} 处填报有误，请逐项更正后重新提交。`,
      en: `Fields with mistakes: ${problems.length}. Correct them and send again.`,
    },
    { fields: problems.slice(0, MAXIMUM_PROBLEMS) },
  );
}

/** A list of half a million wrong rows must not become an answer of fifty megabytes. */
const MAXIMUM_PROBLEMS = 500;

export function bodyOf({ body, isBase64Encoded }: HttpEvent): Uint8Array | undefined {
  return body === undefined ? undefined : Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
}

/** `"17"` as RFC 9110 writes an entity tag, or 17 as people type it. */
const SEQ = /^(?:"(\d{1,9})"|(\d{1,9}))$/;

/** The seq in If-Match; undefined if there is none and none is needed. */
export function readExpectedSeq(ifMatch: string | undefined, required: boolean): Outcome<number | undefined> {
  if (ifMatch === undefined) {
    if (!required) return granted(undefined);
    return refused('PRECONDITION_REQUIRED', {
      zh: '请在 If-Match 中注明您所看到的项目序号，以免覆盖他人刚办理的事项。',
      en: 'Say in If-Match which seq of the project you have seen, so that nobody is overruled unseen.',
    });
  }
  const [, quoted, bare] = SEQ.exec(ifMatch.trim()) ?? [];
  const seq = quoted ?? bare;
  if (seq !== undefined) return granted(Number(seq));
  const says = { zh: 'If-Match 应为序号，例如 "17"', en: 'If-Match must be a seq, like "17"' };
  const field: RequestFieldProblem = { in: 'header', path: '/if-match', says };
  return refused('MALFORMED', says, { fields: [field] });
}
