// The one closed list of error names: the same in code, in HTTP problems and in the ErrorEquals of the machines.
import type { Bilingual } from './bilingual.ts';
import type { Finding } from './policy/finding.ts';

/** Refusals: the request was understood and is not granted; nothing changed. */
export const REFUSALS = {
  MALFORMED: { status: 422, title: { zh: '填报内容有误', en: 'The submission has mistakes' } },
  UNAUTHENTICATED: { status: 401, title: { zh: '请先登录', en: 'Sign in first' } },
  CHOOSE_POST: { status: 403, title: { zh: '请先选定岗位', en: 'Choose a post first' } },
  NOT_YOUR_POST: { status: 403, title: { zh: '您现在不任这个岗位', en: 'Not a post that you hold now' } },
  FORBIDDEN_ROLE: { status: 403, title: { zh: '该事项不由您的单位办理', en: 'Not an act of your party' } },
  FORBIDDEN_UNIT: { status: 403, title: { zh: '不在您的办理范围', en: 'Not within your remit' } },
  NOT_FOUND: { status: 404, title: { zh: '没有找到', en: 'Not found' } },
  METHOD_NOT_ALLOWED: { status: 405, title: { zh: '不支持该操作方式', en: 'Method not allowed' } },
  STALE: { status: 409, title: { zh: '他人已先行办理，请按最新状态重试', en: 'Somebody acted first' } },
  NOT_NOW: { status: 409, title: { zh: '当前阶段不能办理', en: 'Not in this state' } },
  GATE_SHUT: { status: 409, title: { zh: '条件尚未具备', en: 'A condition is not met yet' } },
  BUDGET_EXHAUSTED: { status: 409, title: { zh: '年度补助预算余额不足', en: 'Annual budget exhausted' } },
  IDEMPOTENCY_MISMATCH: { status: 422, title: { zh: '同一请求编号用于不同内容', en: 'Idempotency key reused' } },
  PRECONDITION_REQUIRED: { status: 428, title: { zh: '请注明依据的序号（If-Match）', en: 'If-Match is required' } },
  TOO_LARGE: { status: 413, title: { zh: '文件过大', en: 'Too large' } },
  UNSUPPORTED_TYPE: { status: 415, title: { zh: '不支持的文件类型', en: 'Unsupported type of file' } },
  UNREADABLE_PAPER: { status: 422, title: { zh: '文件无法读取', en: 'The paper cannot be read' } },
  RATE_LIMITED: { status: 429, title: { zh: '请求过于频繁', en: 'Too many requests' } },
} as const satisfies Record<string, { status: number; title: Bilingual }>;

export type RefusalCode = keyof typeof REFUSALS;

/** Faults: something is broken here, not in the request; thrown, so that Retry and Catch see them. */
export const FAULTS = {
  UNAVAILABLE: { status: 503, title: { zh: '系统暂时不可用，请稍后再试', en: 'Temporarily unavailable' } },
  CONTENTION: { status: 503, title: { zh: '同时办理人数过多，请稍后再试', en: 'Too many at once' } },
  CORRUPT: { status: 500, title: { zh: '存储的数据不一致', en: 'Stored data are inconsistent' } },
  INTERNAL: { status: 500, title: { zh: '系统内部错误', en: 'Internal error' } },
} as const satisfies Record<string, { status: number; title: Bilingual }>;

export type FaultCode = keyof typeof FAULTS;
export type ErrorCode = RefusalCode | FaultCode;

/** What is wrong with one field: a JSON pointer and a sentence that says what to do. */
export interface FieldProblem {
  readonly path: string;
  readonly says: Bilingual;
}

export interface Refusal {
  readonly code: RefusalCode;
  /** What happened, why, and what to do. */
  readonly says: Bilingual;
  readonly clause?: string;
  readonly fields?: readonly FieldProblem[];
  /** Findings that shut the gate. */
  readonly findings?: readonly Finding[];
  /** Of STALE: where the ledger stands now. */
  readonly seq?: number;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const granted = <T>(value: T): Outcome<T> => ({ ok: true, value });

export function refused(
  code: RefusalCode,
  says: Bilingual,
  more: Omit<Refusal, 'code' | 'says'> = {},
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, says, ...more } };
}

/** A gate that findings shut: the sentence lists them all at once, never one after another. */
export function gateShut(findings: readonly Finding[]): { readonly ok: false; readonly refusal: Refusal } {
  const blocking = findings.filter(({ verdict }) => verdict === 'FAIL' || verdict === 'NEEDS_DECISION');
  return refused(
    'GATE_SHUT',
    {
      zh: `尚不能办理：${blocking.map(({ says }) => says.zh).join('；')}`,
      en: `Not yet: ${blocking.map(({ says }) => says.en).join('; ')}`,
    },
    { findings: blocking, clause: blocking.map(({ clause }) => clause).join('、') },
  );
}

/** A fault by its code; the cause keeps what really happened for the log, the message never holds personal data. */
export class Fault extends Error {
  readonly code: FaultCode;
  /** For whoever waits, where more can be said than to try again. */
  readonly says: Bilingual | undefined;

  constructor(code: FaultCode, message: string, options?: { cause?: unknown; says?: Bilingual }) {
    super(message, options);
    this.name = code;
    this.code = code;
    this.says = options?.says;
  }
}
