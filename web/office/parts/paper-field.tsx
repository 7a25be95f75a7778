// A paper in a form: the file is sent as soon as it is chosen, and the form keeps its hash.
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Problem } from '../../api/problem.ts';
import { uploadPaper } from '../../api/upload-paper.ts';
import { formText } from '../../text/forms.ts';
import { useSay } from '../../text/language.ts';
import { Icon } from '../icons.tsx';
import { FileButton } from './file-button.tsx';
import type { ControlProps } from './form-fields.tsx';
import { useWorkUnderWay } from './form-work.ts';
import { ProblemLine } from './problem-line.tsx';

type Progress =
  | { readonly state: 'SENDING'; readonly share: number }
  | { readonly state: 'STORED'; readonly name: string; readonly again: boolean }
  | { readonly state: 'REFUSED'; readonly problem: Problem };

export function PaperField({ id, value, described, onChange }: ControlProps) {
  const say = useSay();
  const [progress, setProgress] = useState<Progress>();
  const begin = useWorkUnderWay();
  const choose = async (file: File): Promise<boolean> => {
    setProgress({ state: 'SENDING', share: 0 });
    const uploaded = await uploadPaper(file, (share) => setProgress({ state: 'SENDING', share }));
    if (!uploaded.ok) {
      setProgress({ state: 'REFUSED', problem: uploaded.problem });
      return false;
    }
    // At once: the form may be waiting for it, and so may another field that ends in the same moment.
    flushSync(() => {
      setProgress({ state: 'STORED', name: file.name, again: uploaded.again });
      onChange(uploaded.sha256);
    });
    return true;
  };
  return (
    <div className="paper">
      <FileButton
        id={id}
        title={say(formText.chooseFile)}
        aria-describedby={described}
        aria-invalid={described !== undefined}
        onChoose={(file) => begin(choose(file))}
      />
      {progress?.state === 'STORED' && <span className="t2">{progress.name}</span>}
      {progress?.state === 'SENDING' && (
        <progress value={progress.share} aria-label={say(formText.uploading)}>
          {Math.floor(progress.share * 100)}%
        </progress>
      )}
      {typeof value === 'string' && value !== '' && (
        <span className="tag ok">
          <Icon name="check" size={14} weight={2.4} />
          {say(progress?.state === 'STORED' && progress.again ? formText.uploadedAgain : formText.uploaded)}{' '}
          <code>{value.slice(0, 8)}</code>
        </span>
      )}
      {progress?.state === 'REFUSED' && <ProblemLine problem={progress.problem} />}
    </div>
  );
}
