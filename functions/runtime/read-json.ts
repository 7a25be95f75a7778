// Request bodies as JSON that means one thing: bounded in size and depth, no name twice, no name that reaches prototypes.
import type { Bilingual } from '../../domain/bilingual.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';

export const MAXIMUM_BODY_BYTES = 1024 * 1024;
const MAXIMUM_DEPTH = 32;

const JSON_TYPE = /^application\/json\s*(?:;\s*charset=(?:utf-8|"utf-8")\s*)?$/i;

/** The value of a JSON body; undefined if there is none. */
export function readJson(contentType: string | undefined, body: Uint8Array | undefined): Outcome<unknown> {
  if (body === undefined || body.byteLength === 0) return granted(undefined);
  if (!JSON_TYPE.test(contentType ?? '')) {
    return refused('UNSUPPORTED_TYPE', {
      zh: '内容须以 application/json（UTF-8）提交',
      en: 'Send the content as application/json in UTF-8',
    });
  }
  if (body.byteLength > MAXIMUM_BODY_BYTES) return tooLarge();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    const value: unknown = JSON.parse(text);
    const objection = findObjection(text);
    return objection ? refused('MALFORMED', objection) : granted(value);
  } catch {
    return refused('MALFORMED', { zh: '内容不是有效的 JSON（UTF-8）', en: 'The body is not valid JSON in UTF-8' });
  }
}

export function tooLarge() {
  return refused('TOO_LARGE', {
    zh: '内容超过 1 MiB；文件请通过上传入口提交',
    en: 'The body is larger than 1 MiB; files go through an upload ticket',
  });
}

/** Strings, and the signs that open, close and part. Quick on valid JSON only: run after JSON.parse. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;

/**
 * JSON.parse lets the last of two equal names win, while a gateway or an auditor may read the first: two readers of one
 * body must not see two ballots.
 */
function findObjection(text: string): Bilingual | undefined {
  const names: (Set<string> | undefined)[] = [];
  let previous = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') {
      names.push(token === '{' ? new Set() : undefined);
      if (names.length > MAXIMUM_DEPTH) {
        return {
          zh: `内容嵌套超过 ${MAXIMUM_DEPTH} 层`,
          en: `The body is nested more than ${MAXIMUM_DEPTH} levels deep`,
        };
      }
    } else if (token === '}' || token === ']') names.pop();
    else if (token.startsWith('"') && (previous === '{' || previous === ',')) {
      const seen = names.at(-1);
      // `"a"` and `"\u0061"` are the same name.
      const name = seen && String(JSON.parse(token));
      if (name === '__proto__') return { zh: '字段名 __proto__ 不可用', en: 'No field may be called __proto__' };
      if (name !== undefined && seen?.has(name)) return { zh: '同一字段出现两次', en: 'A field is there twice' };
      if (name !== undefined) seen?.add(name);
    }
    previous = token;
  }
  return undefined;
}
