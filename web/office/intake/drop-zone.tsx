// Where scans are dropped: a bar for each file while it is sent, its receipt as soon as it is here, and then it files itself.
import { useEffect, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { uploadPaper } from '../../api/upload-paper.ts';
import { intakeText } from '../../text/intake.ts';
import { useSay } from '../../text/language.ts';
import { Icon } from '../icons.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';

/** On a phone the second offers the camera. */
const SCANS = '.pdf,.ofd,image/*';

interface Sending {
  readonly name: string;
  readonly share: number;
}

export function DropZone({ onStored }: { onStored(uploadId: string, name: string): void }) {
  const say = useSay();
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const [problems, setProblems] = useState<readonly { readonly name: string; readonly problem: Problem }[]>([]);
  useLeavingWarning(sending !== undefined);

  const take = async (file: File): Promise<Problem | undefined> => {
    setSending({ name: file.name, share: 0 });
    const uploaded = await uploadPaper(file, (share) => setSending({ name: file.name, share }));
    if (!uploaded.ok) return uploaded.problem;
    const filing = await send(`/api/uploads/${uploaded.uploadId}/file`, {});
    onStored(uploaded.uploadId, file.name);
    return filing.ok ? undefined : filing.problem;
  };
  const takeAll = async (files: FileList | null) => {
    setProblems([]);
    // One after another: a street's line is slow, and the first receipt comes sooner.
    for (const file of files ?? []) {
      const problem = await take(file);
      if (problem) setProblems((before) => [...before, { name: file.name, problem }]);
    }
    setSending(undefined);
  };

  return (
    <>
      <label
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void takeAll(event.dataTransfer.files);
        }}
      >
        <Icon name="scan" size={26} />
        <b>{say(intakeText.drop)}</b>
        <span>{say(intakeText.dropLead)}</span>
        <em>{say(intakeText.chooseFiles)}</em>
        <input
          type="file"
          multiple
          accept={SCANS}
          aria-label={say(intakeText.chooseFiles)}
          onChange={({ target }) => void takeAll(target.files)}
        />
      </label>
      {sending && (
        <p className="fine" role="status">
          {say(intakeText.sending)} {sending.name}
          <progress value={sending.share}>{Math.floor(sending.share * 100)}%</progress>
        </p>
      )}
      {problems.map(({ name, problem }) => (
        <div key={name}>
          <b>{name}</b>
          <ProblemLine problem={problem} />
        </div>
      ))}
    </>
  );
}

function useLeavingWarning(running: boolean): void {
  useEffect(() => {
    if (!running) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [running]);
}
