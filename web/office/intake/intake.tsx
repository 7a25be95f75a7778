// Intake: drop any stack; each file gets its receipt at once, and what became of it.
import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { uploadPaper } from '../../api/upload-paper.ts';
import { intakeSentence } from '../../sentences/intake.ts';
import { intakeText } from '../../text/intake.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { Icon } from '../icons.tsx';
import type { PageProps } from '../office-page.tsx';
import { Card } from '../parts/card.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import './intake.css';

type Sent =
  | { readonly state: 'SENDING'; readonly share: number }
  | { readonly state: 'STORED'; readonly uploadId: string; readonly again: boolean }
  | { readonly state: 'REFUSED'; readonly problem: Problem; readonly uploadId?: string };

interface Stack {
  readonly number: number;
  readonly name: string;
  readonly sent: Sent;
}

export function Intake({ person }: PageProps) {
  const say = useSay();
  const language = useLanguage();
  const [stacks, setStacks] = useState<readonly Stack[]>([]);
  const next = useRef(1);
  const sending = stacks.filter(({ sent }) => sent.state === 'SENDING').length;
  useLeavingWarning(sending > 0);

  const take = async (file: File) => {
    const number = next.current;
    next.current += 1;
    const update = (sent: Sent) =>
      setStacks((before) => [{ number, name: file.name, sent }, ...before.filter((stack) => stack.number !== number)]);
    update({ state: 'SENDING', share: 0 });
    const uploaded = await uploadPaper(file, (share) => update({ state: 'SENDING', share }));
    update(
      uploaded.ok
        ? { state: 'STORED', uploadId: uploaded.uploadId, again: uploaded.again }
        : {
            state: 'REFUSED',
            problem: uploaded.problem,
            ...(uploaded.uploadId !== undefined && { uploadId: uploaded.uploadId }),
          },
    );
  };
  const takeAll = async (files: FileList | null) => {
    // One after another: a street's line is slow, and the first receipt comes sooner.
    for (const file of files ?? []) await take(file);
  };

  const count = (state: Sent['state']) => stacks.filter(({ sent }) => sent.state === state).length;
  const mayDrop = ['STREET', 'COMMUNITY', 'BODY'].includes(person.role);
  return (
    <>
      <PageHead
        sentence={intakeSentence({ sending, stored: count('STORED'), refused: count('REFUSED') }, language)}
        lead={say(mayDrop ? intakeText.original : intakeText.readOnly)}
      />
      <div className="grid intake-grid">
        {mayDrop && <DropZone onDrop={takeAll} />}
        <Card title={say(intakeText.stacks)}>
          {stacks.length === 0 && <p className="muted">{say(intakeText.noStacks)}</p>}
          <ul className="receipts">
            {stacks
              .toSorted((a, b) => b.number - a.number)
              .map(({ number, name, sent }) => (
                <li key={number}>
                  <b>{name}</b>
                  <Receipt sent={sent} />
                </li>
              ))}
          </ul>
        </Card>
      </div>
    </>
  );
}

function DropZone({ onDrop }: { onDrop(files: FileList | null): Promise<void> }) {
  const say = useSay();
  const [over, setOver] = useState(false);
  return (
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
        void onDrop(event.dataTransfer.files);
      }}
    >
      <Icon name="scan" size={26} />
      <b>{say(intakeText.drop)}</b>
      <span>{say(intakeText.dropLead)}</span>
      <span>{say(intakeText.choose)}</span>
      <input type="file" multiple onChange={({ target }) => void onDrop(target.files)} />
    </label>
  );
}

function Receipt({ sent }: { sent: Sent }) {
  const say = useSay();
  switch (sent.state) {
    case 'SENDING':
      return (
        <progress value={sent.share} aria-label={say(intakeText.sending)}>
          {Math.floor(sent.share * 100)}%
        </progress>
      );
    case 'STORED':
      return (
        <span>
          <span className="tag ok">{say(sent.again ? intakeText.again : intakeText.stored)}</span>{' '}
          <small className="muted">
            {say(intakeText.receipt)} <code>{sent.uploadId}</code>
          </small>
        </span>
      );
    case 'REFUSED':
      return <ProblemLine problem={sent.problem} />;
  }
}

function useLeavingWarning(running: boolean): void {
  useEffect(() => {
    if (!running) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [running]);
}
