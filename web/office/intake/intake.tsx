// Intake: drop any stack, follow its pages as they file themselves, and settle the ones that need a person.
import { useEffect, useState } from 'react';
import { Link } from '../../navigation/address.tsx';
import { intakeText } from '../../text/intake.ts';
import { useSay } from '../../text/language.ts';
import type { PageProps } from '../office-page.tsx';
import { DropZone } from './drop-zone.tsx';
import { keepStack, keptStacks } from './kept-stacks.ts';
import { SheetPage } from './sheet-page.tsx';
import { NoStack, Stack } from './stack.tsx';
import './intake.css';

const DROPPERS = ['STREET', 'COMMUNITY', 'BODY'] as const;

export function Intake({ parts, person }: PageProps) {
  const [kind, id] = parts;
  if (kind === 'sheets' && id !== undefined) return <SheetPage pageId={id} />;
  return <Stacks chosen={kind === 'stacks' ? id : undefined} mayDrop={DROPPERS.some((role) => role === person.role)} />;
}

function Stacks({ chosen, mayDrop }: { chosen: string | undefined; mayDrop: boolean }) {
  const say = useSay();
  const [stacks, setStacks] = useState(keptStacks);
  const shown = chosen ?? stacks[0]?.uploadId;
  // Another tab may have dropped something.
  useEffect(() => {
    const follow = () => setStacks(keptStacks());
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, []);
  const side = (
    <section className="card stacks" aria-label={say(intakeText.stacks)}>
      {mayDrop ? (
        <DropZone onStored={(stack) => setStacks(keepStack(stack))} />
      ) : (
        <p className="fine">{say(intakeText.readOnly)}</p>
      )}
      <h2 className="sub">{say(intakeText.stacks)}</h2>
      {stacks.length === 0 && <p className="fine">{say(intakeText.noStacks)}</p>}
      <ul>
        {stacks.map(({ uploadId, name, at }) => (
          <li key={uploadId} className={uploadId === shown ? 'on' : ''}>
            <Link href={`/intake/stacks/${uploadId}`} aria-current={uploadId === shown ? 'page' : undefined}>
              <b>{name}</b>
              <small className="muted num">{at}</small>
            </Link>
          </li>
        ))}
      </ul>
      <p className="fine">{say(intakeText.original)}</p>
    </section>
  );
  return shown === undefined ? <NoStack side={side} /> : <Stack key={shown} uploadId={shown} side={side} />;
}
