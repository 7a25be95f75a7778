// The sheet of keys, and the switch that turns single keys off.
import { useEffect, useRef } from 'react';
import { switchKeys, useKeysOn } from '../navigation/keys.ts';
import { keysText } from '../text/keys.ts';
import { useSay } from '../text/language.ts';
import { shellText } from '../text/shell.ts';
import './keys-sheet.css';

const GROUPS = [
  {
    title: keysText.everywhere,
    keys: [
      { keys: ['/'], says: keysText.find },
      { keys: ['g', 'b'], says: shellText.dashboard },
      { keys: ['g', 'p'], says: shellText.projects },
      { keys: ['g', 't'], says: shellText.tasks },
      { keys: ['g', 's'], says: shellText.intake },
      { keys: ['?'], says: keysText.help },
    ],
  },
  {
    title: keysText.lists,
    keys: [
      { keys: ['j', 'k'], says: keysText.walk },
      { keys: ['Enter'], says: keysText.open },
    ],
  },
  {
    title: keysText.forms,
    keys: [
      { keys: ['Ctrl', 'Enter'], says: keysText.submit },
      { keys: ['Esc'], says: keysText.close },
    ],
  },
  {
    title: keysText.scans,
    keys: [
      { keys: ['z', 'r'], says: keysText.look },
      { keys: ['c', 's', 'd'], says: keysText.beside },
      { keys: ['1', '2', '3', '0'], says: keysText.rows },
    ],
  },
] as const;

export function KeysSheet({ onClose }: { onClose(): void }) {
  const say = useSay();
  const on = useKeysOn();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="keys-sheet" aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{say(keysText.title)}</h2>
      <div className="key-groups">
        {GROUPS.map(({ title, keys }) => (
          <section key={title.en}>
            <h3 className="sub">{say(title)}</h3>
            <dl>
              {keys.map(({ keys: each, says }) => (
                <div key={says.en}>
                  <dt>
                    {each.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{say(says)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className="switch">
        <input type="checkbox" checked={on} onChange={({ target }) => switchKeys(target.checked)} /> {say(keysText.on)}
      </label>
      <p className="fine">{say(keysText.off)}</p>
      <button type="button" className="ghost" onClick={() => dialog.current?.close()}>
        {say(keysText.done)}
      </button>
    </dialog>
  );
}
