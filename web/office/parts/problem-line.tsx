// One problem in one sentence: what happened, why, what to do; the code in small for whoever is asked for help.
import type { ReactNode } from 'react';
import type { Problem } from '../../api/problem.ts';
import { useSay } from '../../text/language.ts';
import { Icon } from '../icons.tsx';
import { Clause } from './clause.tsx';

export function ProblemLine({ problem, children }: { problem: Problem; children?: ReactNode }) {
  const say = useSay();
  return (
    <div className="say bad" role="alert">
      <Icon name="stop" size={16} />
      <span>
        {say(problem.says)} {problem.clause && <Clause clause={problem.clause} />}
        <small className="code">
          {problem.code} {problem.instance}
        </small>
      </span>
      {children}
    </div>
  );
}
