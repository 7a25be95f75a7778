// Where scans are dropped: a bar for each file while it is sent, its receipt as soon as it is here, and then it files itself.
import { useState } from 'react';
import { intakeText } from '../../text/intake.ts';
import { useSay } from '../../text/language.ts';
import { Icon } from '../icons.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import type { DroppedFiles } from './use-dropped-files.ts';
import './drop-zone.css';

/** On a phone the second offers the camera. */
const SCANS = '.pdf,.ofd,image/*';

export function DropZone({ files: { sending, problems, takeAll } }: { files: DroppedFiles }) {
  const say = useSay();
  const [over, setOver] = useState(false);
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
