// Sends a notice that did not arrive once more: by the same channel, or by another one of that desk.
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { refresh } from '../../api/use-reading.ts';
import { useSay } from '../../text/language.ts';
import { deliveryText, titleOfKind } from '../../text/notices.ts';
import { ProblemLine } from '../parts/problem-line.tsx';
import type { Delivery } from './deliveries.ts';

/** `path`: what is read again when the server has taken it. */
export function SendAgain({ delivery, path }: { delivery: Delivery; path: string }) {
  const say = useSay();
  const [choosing, setChoosing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const { noticeId, recipient, channel, state, sendBy } = delivery;
  if (sendBy === undefined || channel === undefined) return null;
  const others = sendBy.filter(({ name }) => name !== channel);
  const by = async (name: string) => {
    setBusy(true);
    const answer = await send(`/api/notices/${encodeURIComponent(noticeId)}/deliveries`, { recipient, channel: name });
    setBusy(false);
    setChoosing(false);
    setProblem(answer.ok ? undefined : answer.problem);
    await refresh(path);
  };
  return (
    <>
      <span className="send-again">
        {sendBy.length > others.length && (
          <button
            type="button"
            className="ghost"
            disabled={busy}
            aria-label={`${say(deliveryText.again)} ${recipient}`}
            onClick={() => void by(channel)}
          >
            {say(deliveryText.again)}
          </button>
        )}
        {others.length > 0 && (
          <button
            type="button"
            className="ghost"
            disabled={busy}
            aria-expanded={choosing}
            aria-label={`${say(deliveryText.switch)} ${recipient}`}
            onClick={() => setChoosing(!choosing)}
          >
            {say(deliveryText.switch)}
          </button>
        )}
        {others.length === 0 && state === 'FAILED' && <small className="muted">{say(deliveryText.noOther)}</small>}
      </span>
      {choosing && (
        <span className="send-again">
          {others.map(({ name, kind }) => (
            <button key={name} type="button" className="ghost" disabled={busy} onClick={() => void by(name)}>
              {say(deliveryText.use)} {say(titleOfKind(kind))} <small>{name}</small>
            </button>
          ))}
        </span>
      )}
      {problem && <ProblemLine problem={problem} />}
    </>
  );
}
