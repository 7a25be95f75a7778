// Fields that are more than a text: the roll that is frozen for a ballot, its votes, the number of an account.
import { Button } from 'antd';
import { useState } from 'react';
import { fieldOf } from '../../acts/draft.ts';
import type { Problem } from '../../api/problem.ts';
import { download, send } from '../../api/request.ts';
import { uploadPaper } from '../../api/upload-paper.ts';
import { formText } from '../../text/forms.ts';
import { useSay } from '../../text/language.ts';
import { Icon } from '../icons.tsx';
import { FileButton } from './file-button.tsx';
import type { ControlProps } from './form-fields.tsx';
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
  const freeze = async () => {
    const answer = await send<FrozenRoll>(`/api/projects/${projectId}/rolls`, { ballot });
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setRoll(answer.value);
    onChange(answer.value.rollHash);
  };
  return (
    <div className="paper">
      <Button id={id} onClick={() => void freeze()}>
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
  if (rollHash === undefined) return <p className="muted">{say(formText.needRoll)}</p>;
  const importVotes = async (file: File) => {
    const uploaded = await uploadPaper(file);
    if (!uploaded.ok) return setProblem(uploaded.problem);
    const answer = await send<{ votesSha256: string }>(`/api/projects/${projectId}/votes`, {
      sha256: uploaded.sha256,
      rollHash,
    });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onChange(answer.value.votesSha256);
  };
  const count = async () => {
    const answer = await send<{ votesSha256: string }>(`/api/projects/${projectId}/sheets/count`, { rollHash });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onChange(answer.value.votesSha256);
  };
  return (
    <div className="paper">
      <Button onClick={() => void count()}>{say(formText.countSheets)}</Button>
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
        onChoose={(file) => void importVotes(file)}
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
export function AccountField({ id, described, around, onChange }: ControlProps) {
  const say = useSay();
  const [problem, setProblem] = useState<Problem>();
  const refer = async (number: string) => {
    const bank = fieldOf(around, 'bank');
    const answer = await send<{ numberHash: string }>('/api/account-references', { bank, number });
    setProblem(answer.ok ? undefined : answer.problem);
    onChange(answer.ok ? answer.value.numberHash : undefined);
  };
  return (
    <>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={described}
        onBlur={({ target }) => void refer(target.value)}
      />
      <small className="muted">{say(formText.accountNumber)}</small>
      {problem && <ProblemLine problem={problem} />}
    </>
  );
}
