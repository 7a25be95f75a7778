// The search field: what is typed is looked for at the server, among names, numbers, paper codes and document numbers; a door
// is sent in the body of a request, never in an address, and not before it is written whole.
import { useEffect, useRef, useState } from 'react';
import type { Found } from '../../domain/dashboard.ts';
import { STEPS, titleOfState } from '../../domain/projects/states.ts';
import { typedDoor } from '../../domain/roster/typed-door.ts';
import { titleOfStreet } from '../../domain/streets.ts';
import { read, send } from '../api/request.ts';
import { go } from '../navigation/address.tsx';
import { useKeys } from '../navigation/keys.ts';
import { useSay } from '../text/language.ts';
import { shellText } from '../text/shell.ts';
import { Icon } from './icons.tsx';
import './find-project.css';

const TYPED_OUT = 150;

async function look(text: string): Promise<Found['projects'] | undefined> {
  const door = typedDoor(text);
  if (door === 'UNFINISHED') return undefined;
  const answer =
    door === undefined
      ? await read<Found>(`/api/dashboard/find?text=${encodeURIComponent(text)}`)
      : await send<Found>('/api/rooms/find', { door: text });
  return answer !== 'UNCHANGED' && answer.ok ? answer.value.projects : undefined;
}

/** `byNumber`: of whoever is shown no names, and no papers. */
export function FindProject({ byNumber }: { byNumber: boolean }) {
  const say = useSay();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found['projects']>();
  const field = useRef<HTMLInputElement>(null);

  useKeys({ '/': () => field.current?.focus() });

  useEffect(() => {
    if (text.trim() === '') return setFound(undefined);
    const asking = setTimeout(async () => setFound(await look(text.trim())), TYPED_OUT);
    return () => clearTimeout(asking);
  }, [text]);

  const open = (projectId: string) => {
    setText('');
    go(`/projects/${projectId}`);
  };

  return (
    <search className="finder">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = found ?? [];
          if (first) open(first.projectId);
        }}
      >
        <label className="find">
          <Icon name="search" size={16} />
          <span className="sr">{say(shellText.find)}</span>
          <input
            ref={field}
            value={text}
            placeholder={say(byNumber ? shellText.findNumber : shellText.findHint)}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={({ key }) => key === 'Escape' && setText('')}
          />
          <kbd>/</kbd>
        </label>
        {found && (
          <ul className="found">
            {found.length === 0 && (
              <li className="muted">{say(byNumber ? shellText.noSuchNumber : shellText.nothingFound)}</li>
            )}
            {found.map(({ projectId, name, street, step, state }) => (
              <li key={projectId}>
                <button type="button" onClick={() => open(projectId)}>
                  <b>{name}</b>
                  {name !== projectId && <span className="num">{projectId}</span>}
                  <small>
                    {say(titleOfStreet(street))} · {step} {say(STEPS[step as keyof typeof STEPS])} ·{' '}
                    {say(titleOfState(state))}
                  </small>
                </button>
              </li>
            ))}
          </ul>
        )}
      </form>
    </search>
  );
}
