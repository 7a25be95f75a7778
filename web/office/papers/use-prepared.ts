// What the server knows of a paper and what it misses, asked again after every change of what was typed.
import { useEffect, useRef, useState } from 'react';
import type { FieldProblem } from '../../../domain/errors.ts';
import type { Draft, DraftObject } from '../../acts/draft.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';

export interface Prepared {
  readonly contents: DraftObject;
  /** Pointers begin with `/contents`. */
  readonly missing: readonly FieldProblem[];
  readonly onRecord: readonly string[];
  readonly version: number;
  /** What was issued of this version is void. */
  readonly printing?: number;
  readonly pages?: number;
}

export interface PaperOrder {
  readonly kind: string;
  readonly contents: Draft;
  readonly version?: number;
  readonly serial?: number;
  readonly date?: string;
  readonly disclosure?: string;
}

/** Milliseconds without typing after which it is asked again. */
const REST = 400;

export interface Preparing {
  readonly prepared?: Prepared;
  /** What was asked last is still what is typed. */
  readonly settled: boolean;
  readonly problem?: Problem;
  retry(): void;
}

export function usePrepared(projectId: string, order: PaperOrder): Preparing {
  const asked = JSON.stringify(order);
  const [answer, setAnswer] = useState<{ asked: string; prepared?: Prepared; problem?: Problem }>({ asked: '' });
  const isFirst = useRef(true);
  const [attempts, setAttempts] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answered = await send<Prepared>(`/api/projects/${projectId}/papers/prepare`, JSON.parse(asked));
      if (!current) return;
      setAnswer((before) =>
        answered.ok
          ? { asked, prepared: answered.value }
          : // What was read before stays in view.
            { ...before, asked, problem: answered.problem },
      );
    };
    const timer = setTimeout(() => void ask(), isFirst.current ? 0 : REST);
    isFirst.current = false;
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [projectId, asked, attempts]);
  const { prepared, problem } = answer;
  return {
    settled: answer.asked === asked,
    ...(prepared && { prepared }),
    ...(problem && { problem }),
    retry: () => setAttempts(attempts + 1),
  };
}
