// What has just been issued: its number, and the way to print it or to issue the next.
import { Button } from 'antd';
import { useState } from 'react';
import type { IssuedPaper } from '../../api/issued-paper.ts';
import type { Problem } from '../../api/problem.ts';
import { download } from '../../api/request.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { paperText } from '../../text/papers/page.ts';
import { Icon } from '../icons.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';

interface IssuedNowProps {
  readonly projectId: string;
  readonly paper: IssuedPaper;
  onAnother(): void;
}

export function IssuedNow({ projectId, paper: { sha256, title, number, pages }, onAnother }: IssuedNowProps) {
  const say = useSay();
  const [problem, setProblem] = useState<Problem>();
  return (
    <section className="card" role="status" aria-label={say(paperText.issued)}>
      <p className="say ok">
        <Icon name="check" size={16} weight={2.4} />
        <span>
          {title} {number} · {pages} {say(paperText.pages)}
        </span>
      </p>
      {problem && <ProblemLine problem={problem} />}
      <p className="issued-acts">
        <Button
          type="primary"
          onClick={async () => setProblem(await download(`/api/projects/${projectId}/papers/${sha256}`))}
        >
          {say(paperText.print)}
        </Button>
        <Button onClick={onAnother}>{say(paperText.another)}</Button>
        <Link href={`/projects/${projectId}/papers`} className="act-link">
          {say(paperText.issued)}
        </Link>
      </p>
    </section>
  );
}
