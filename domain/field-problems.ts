// What a schema found wrong, said to people: one sentence per field in both languages, with a pointer to the field.
import type * as z from 'zod';
import type { Bilingual } from './bilingual.ts';
import type { FieldProblem } from './errors.ts';

type Issue = z.core.$ZodIssue;

/**
 * One problem per field, in the order of the schema; values that were sent are never repeated. Parse with `reportInput`,
 * or what is absent cannot be told from what is wrong.
 */
export function fieldProblems(error: z.core.$ZodError): FieldProblem[] {
  const problems = new Map<string, FieldProblem>();
  for (const issue of error.issues.flatMap(innermost)) {
    for (const path of placesOf(issue)) {
      const pointer = pointerTo(path);
      if (!problems.has(pointer)) problems.set(pointer, { path: pointer, says: sentence(issue) });
    }
  }
  return [...problems.values()];
}

/** Of the alternatives of a union, the one that the sender came closest to is the one meant. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [closest] = [...issue.errors].sort((a, b) => a.length - b.length);
  if (!closest) return [issue];
  return closest.flatMap((inner) => innermost({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** A schema finds all unknown fields of a group at once; people find them one by one. */
const placesOf = (issue: Issue): PropertyKey[][] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

/** RFC 6901; `''` is the whole. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Between the Chinese and the English half of a message that a schema brings itself: `z.string('请填写日期｜Give a date')`. */
const BETWEEN_LANGUAGES = '｜';

function sentence(issue: Issue): Bilingual {
  const [zh, en] = issue.message.split(BETWEEN_LANGUAGES);
  if (zh && en) return { zh, en };
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return { zh: '请填写', en: 'Required' };
      return {
        zh: `应为${TYPES[issue.expected]?.zh ?? '其他类型'}`,
        en: `Must be ${TYPES[issue.expected]?.en ?? issue.expected}`,
      };
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { zh: `应为下列之一：${values}`, en: `Must be one of: ${values}` };
    }
    case 'too_small':
      return { zh: `不得少于 ${issue.minimum}`, en: `Must not be less than ${issue.minimum}` };
    case 'too_big':
      return { zh: `不得超过 ${issue.maximum}`, en: `Must not be more than ${issue.maximum}` };
    case 'unrecognized_keys':
      return { zh: '没有这个字段', en: 'There is no such field' };
    case 'not_multiple_of':
      return { zh: `应为 ${issue.divisor} 的倍数`, en: `Must be a multiple of ${issue.divisor}` };
    case 'invalid_format':
      return { zh: '格式不正确', en: 'Has the wrong format' };
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_union':
    case 'custom':
      return { zh: '填写有误', en: 'Is not valid' };
  }
}

const TYPES: Readonly<Partial<Record<string, Bilingual>>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组字段', en: 'a group of fields' },
  record: { zh: '一组字段', en: 'a group of fields' },
  null: { zh: '空', en: 'null' },
};
