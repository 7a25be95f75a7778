// Tells whoever's turn it is once more: asked twice here, sent at most once a day by the server.
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { useSay } from '../../text/language.ts';
import { remindText } from '../../text/remind.ts';
import { ProblemLine } from './problem-line.tsx';

export function Remind({ projectId, name, who }: { projectId: string; name: string; who: string }) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [outcome, setOutcome] = useState<'SENT' | Problem>();
  if (outcome === 'SENT') {
    return (
      <span className="tag ok" role="status">
        {say(remindText.reminded)}
      </span>
    );
  }
  const remind = async () => {
    const answer = await send(`/api/projects/${projectId}/reminders`, {});
    setAsking(false);
    setOutcome(answer.ok ? 'SENT' : answer.problem);
  };
  return (
    <>
      {asking ? (
        <span className="row-of-buttons">
          <button type="button" className="ghost" onClick={() => void remind()}>
            {say(remindText.sure)} {who}
          </button>
          <button type="button" className="ghost" onClick={() => setAsking(false)}>
            {say(remindText.cancel)}
          </button>
        </span>
      ) : (
        <button
          type="button"
          className="ghost"
          aria-label={`${say(remindText.remind)} ${name}`}
          onClick={() => setAsking(true)}
        >
          {say(remindText.remind)}
        </button>
      )}
      {outcome !== undefined && <ProblemLine problem={outcome} />}
    </>
  );
}
