// One project under audit: by its number to replay, evidence bundle and ledger.
import { Button } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { download } from '../../api/request.ts';
import { useReading } from '../../api/use-reading.ts';
import { go } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { oneProjectText } from '../../text/replay.ts';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';

/** `chosen`: the number in the address, `/audit/bundles/330302-2026-0017`. */
export function OneProject({ chosen }: { chosen: string | undefined }) {
  const say = useSay();
  const [typed, setTyped] = useState(chosen ?? '');
  return (
    <Card title={say(oneProjectText.title)} note={say(oneProjectText.lead)}>
      <form
        className="what-if one-project"
        onSubmit={(event) => {
          event.preventDefault();
          go(`/audit/bundles/${typed.trim()}`);
        }}
      >
        <label>
          {say(oneProjectText.number)}{' '}
          <input
            value={typed}
            required
            size={18}
            pattern="\s*\d{6}-\d{4}-\d{4}\s*"
            title={say(oneProjectText.hint)}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <Button htmlType="submit">{say(oneProjectText.look)}</Button>
      </form>
      {chosen !== undefined && <Found key={chosen} projectId={chosen} />}
    </Card>
  );
}

function Found({ projectId }: { projectId: string }) {
  const say = useSay();
  const [problem, setProblem] = useState<Problem>();
  const path = `/api/projects/${encodeURIComponent(projectId)}`;
  const reading = useReading<ProjectView>(path);
  return (
    <Region reading={reading} path={path}>
      {({ neighbourhood, stateTitle, seq }) => (
        <>
          <p>
            <b>{neighbourhood.name}</b> <span className="num muted">{projectId}</span> {say(stateTitle)} ·{' '}
            {say(oneProjectText.length)} <span className="num">{seq}</span>
          </p>
          {problem && <ProblemLine problem={problem} />}
          <p className="row-of-buttons">
            <Button type="primary" onClick={() => go(`/projects/${projectId}/replay`)}>
              {say(oneProjectText.replay)}
            </Button>
            <Button onClick={async () => setProblem(await download(`${path}/evidence`))}>
              {say(oneProjectText.bundle)}
            </Button>
            <Button onClick={() => go(`/projects/${projectId}#ledger`)}>{say(oneProjectText.ledger)}</Button>
          </p>
        </>
      )}
    </Region>
  );
}
