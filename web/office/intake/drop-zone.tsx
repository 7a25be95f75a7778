// Where scans are dropped: a bar for each file while it is sent, its receipt as soon as it is here, and then it files itself.
import { useEffect, useState } from 'react';
import type * as z from 'zod';
import type { healthSchema } from '../../../domain/api.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { uploadPaper } from '../../api/upload-paper.ts';
import { useReading } from '../../api/use-reading.ts';
import { printMoment } from '../../figures/dates.ts';
import { intakeText } from '../../text/intake.ts';
import { useSay } from '../../text/language.ts';
import { Icon } from '../icons.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import type { KeptStack } from './kept-stacks.ts';

interface Sending {
  readonly name: string;
  readonly share: number;
}

export function DropZone({ onStored }: { onStored(stack: KeptStack): void }) {
  const say = useSay();
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<Sending>();
  const [problems, setProblems] = useState<readonly { readonly name: string; readonly problem: Problem }[]>([]);
  const now = useReading<z.output<typeof healthSchema>>('/api/health').value?.clock.now;
  useLeavingWarning(sending !== undefined);

  const take = async (file: File): Promise<Problem | undefined> => {
    setSending({ name: file.name, share: 0 });
    const uploaded = await uploadPaper(file, (share) => setSending({ name: file.name, share }));
    if (!uploaded.ok) return uploaded.problem;
    onStored({ uploadId: uploaded.uploadId, name: file.name, at: now ? printMoment(now) : '' });
    const filing = await send(`/api/uploads/${uploaded.uploadId}/file`, {});
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
        <input type="file" multiple onChange={({ target }) => void takeAll(target.files)} />
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
