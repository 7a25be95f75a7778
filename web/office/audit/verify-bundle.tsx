// A bundle is dropped and checked here, without sending it anywhere.
import { useState } from 'react';
import { bundleText } from '../../text/bundle.ts';
import { useSay } from '../../text/language.ts';
import { Icon } from '../icons.tsx';
import { FileButton } from '../parts/file-button.tsx';
import type { BundleCheck } from './check-bundle.ts';

type Checked = 'RUNNING' | (BundleCheck & { readonly name: string });

export function VerifyBundle() {
  const say = useSay();
  const [checked, setChecked] = useState<Checked>();
  const check = async (file: File) => {
    setChecked('RUNNING');
    const { checkBundle } = await import('./check-bundle.ts');
    setChecked({ ...(await checkBundle(new Uint8Array(await file.arrayBuffer()))), name: file.name });
  };
  return (
    <>
      <FileButton title={say(bundleText.choose)} accept=".zip" onChoose={(file) => void check(file)} />
      {checked === 'RUNNING' && <p role="status">{say(bundleText.running)}</p>}
      {typeof checked === 'object' && (
        <div role="status" className={checked.problems.length === 0 ? 'say ok' : 'say bad'}>
          <Icon name={checked.problems.length === 0 ? 'check' : 'stop'} size={16} />
          <div>
            <b>{say(checked.problems.length === 0 ? bundleText.sound : bundleText.unsound)}</b> {checked.name}
            {checked.projectId && (
              <p className="num">
                {checked.projectId} · {say(bundleText.entries)} {checked.entries} · {say(bundleText.papers)}{' '}
                {checked.papers} · {say(bundleText.key)} {checked.keyId ?? '—'}
              </p>
            )}
            <ul>
              {checked.problems.map((problem) => (
                <li key={problem.en}>{say(problem)}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  );
}
