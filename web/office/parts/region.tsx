// A part of a page that is read by itself: a placeholder of its height, its problem in its place, or what was read.
import type { ReactNode } from 'react';
import type { Problem } from '../../api/problem.ts';
import type { Reading } from '../../api/use-reading.ts';
import { refresh } from '../../api/use-reading.ts';
import { useSay } from '../../text/language.ts';
import { shellText } from '../../text/shell.ts';
import { ProblemLine } from './problem-line.tsx';

/** Asking again brings the same answer. */
const FINAL: readonly Problem['code'][] = ['FORBIDDEN_ROLE', 'FORBIDDEN_UNIT', 'NOT_FOUND'];

export function Region<T>({
  reading: { value, problem },
  path,
  height = 80,
  children,
}: {
  reading: Reading<T>;
  path: string;
  height?: number;
  children: (value: T) => ReactNode;
}) {
  const say = useSay();
  if (value !== undefined) return children(value);
  if (problem) {
    return (
      <ProblemLine problem={problem}>
        {!FINAL.includes(problem.code) && (
          <button type="button" className="ghost" onClick={() => void refresh(path)}>
            {say(shellText.retry)}
          </button>
        )}
      </ProblemLine>
    );
  }
  return <div className="placeholder" style={{ height }} role="status" aria-label={say(shellText.opening)} />;
}
