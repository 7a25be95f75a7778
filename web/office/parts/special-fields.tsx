// Fields that are more than a text: the roll that is frozen for a ballot, its votes, the number of an account.
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { fieldOf } from '../../acts/draft.ts';
import type { Problem } from '../../api/problem.ts';
import { download, send } from '../../api/request.ts';
import { uploadPaper } from '../../api/upload-paper.ts';
import { formText } from '../../text/forms.ts';
import { useSay } from '../../text/language.ts';
import { Icon } from '../icons.tsx';
import { FileButton } from './file-button.tsx';
import type { ControlProps } from './form-fields.tsx';
import { useBeforeSending, useWorkUnderWay } from './form-work.ts';
import { ProblemLine } from './problem-line.tsx';

interface FrozenRoll {
  readonly rollHash: string;
  readonly households: number;
  readonly area: string;
}

export function RollField({ id, value, context: { projectId, ballot }, onChange }: ControlProps) {
  const say = useSay();
  const [roll, setRoll] = useState<FrozenRoll>();
  const [problem, setProblem] = useState<Problem>();
  const begin = useWorkUnderWay();
  const freeze = async (): Promise<boolean> => {
    const answer = await send<FrozenRoll>(`/api/projects/${projectId}/rolls`, { ballot });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) {
      flushSync(() => {
        setRoll(answer.value);
        onChange(answer.value.rollHash);
      });
    }
    return answer.ok;
  };
  return (
    <div className="paper">
      <Button id={id} onClick={() => begin(freeze())}>
        {say(formText.freeze)}
      </Button>
      {typeof value === 'string' && value !== '' && (
        <span className="tag ok">
          <Icon name="check" size={14} weight={2.4} />
          {say(formText.frozen)} {roll && `${roll.households} ${say(formText.households)} · ${roll.area} ㎡`}{' '}
          <code>{value.slice(0, 8)}</code>
        </span>
      )}
      {problem && <ProblemLine problem={problem} />}
    </div>
  );
}

export function VotesField({ id, value, described, context: { projectId, rollHash }, onChange }: ControlProps) {
  const say = useSay();
  const [problem, setProblem] = useState<Problem>();
  const begin = useWorkUnderWay();
  if (rollHash === undefined) return <p className="muted">{say(formText.needRoll)}</p>;
  const take = async (path: string, body: object): Promise<boolean> => {
    const answer = await send<{ votesSha256: string }>(`/api/projects/${projectId}/${path}`, { ...body, rollHash });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) flushSync(() => onChange(answer.value.votesSha256));
    return answer.ok;
  };
  const importVotes = async (file: File): Promise<boolean> => {
    const uploaded = await uploadPaper(file);
    if (uploaded.ok) return take('votes', { sha256: uploaded.sha256 });
    setProblem(uploaded.problem);
    return false;
  };
  return (
    <div className="paper">
      <Button onClick={() => begin(take('sheets/count', {}))}>{say(formText.countSheets)}</Button>
      <Button
        onClick={async () => setProblem(await download(`/api/projects/${projectId}/forms/votes?rollHash=${rollHash}`))}
      >
        {say(formText.votesTemplate)}
      </Button>
      <FileButton
        id={id}
        title={say(formText.uploadVotes)}
        accept=".xlsx"
        aria-describedby={described}
        onChoose={(file) => begin(importVotes(file))}
      />
      {typeof value === 'string' && value !== '' && (
        <span className="tag ok">
          <Icon name="check" size={14} weight={2.4} />
          {say(formText.uploaded)} <code>{value.slice(0, 8)}</code>
        </span>
      )}
      {problem && <ProblemLine problem={problem} />}
    </div>
  );
}

/** The number is made into a keyed digest by the server and kept by nobody; the ledger recognises the account by it. */
export function AccountField({ id, value, described, around, onChange }: ControlProps) {
  const say = useSay();
  const [problem, setProblem] = useState<Problem>();
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef<{ readonly number: string; readonly answer: Promise<boolean> }>(undefined);
  const ask = async (bank: string, number: string): Promise<boolean> => {
    const answer = await send<{ numberHash: string }>('/api/account-references', { bank, number });
    const isLatest = asked.current?.number === number;
    if (isLatest) {
      setProblem(answer.ok ? undefined : answer.problem);
      flushSync(() => onChange(answer.ok ? answer.value.numberHash : undefined));
      if (!answer.ok) asked.current = undefined;
    }
    return answer.ok && isLatest;
  };
  /** When the field is left, so that a mistake is told early; and again before sending, for keys send without leaving it. */
  const refer = (): Promise<boolean> | undefined => {
    const number = input.current?.value.trim() ?? '';
    const bank = fieldOf(around, 'bank');
    if (number === '' || typeof bank !== 'string') return undefined;
    if (asked.current?.number !== number) asked.current = { number, answer: ask(bank, number) };
    return asked.current.answer;
  };
  useBeforeSending(refer);
  return (
    <div className="paper">
      <input
        ref={input}
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={described}
        onBlur={() => void refer()}
      />
      <small className="muted">{say(formText.accountNumber)}</small>
      {typeof value === 'string' && value !== '' && (
        <span className="tag ok">
          <Icon name="check" size={14} weight={2.4} />
          {say(formText.referred)} <code>{value.slice(0, 8)}</code>
        </span>
      )}
      {problem && <ProblemLine problem={problem} />}
    </div>
  );
}
