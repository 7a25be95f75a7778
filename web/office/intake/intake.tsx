// Intake: drop any stack, follow its pages as they file themselves, and settle the ones that need a person.
import { useEffect } from 'react';
import type { ListedStack, ListedStacks } from '../../api/receipt.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { printMoment } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { intakeText } from '../../text/intake.ts';
import { useSay } from '../../text/language.ts';
import type { PageProps } from '../office-page.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Compare } from './compare.tsx';
import { DropZone } from './drop-zone.tsx';
import { pageIdOfSheet } from './sheet-address.ts';
import { SheetPage } from './sheet-page.tsx';
import { Stack } from './stack.tsx';
import { keepStackName, shortNumber, stackNames } from './stack-names.ts';
import { useDroppedFiles } from './use-dropped-files.ts';
import '../acts/form.css';
import './intake.css';

const DROPPERS = ['STREET', 'COMMUNITY', 'BODY'] as const;
const STACKS = '/api/stacks';
/** Milliseconds. */
const LOOK_AGAIN = 1_500;

export function Intake({ parts, person }: PageProps) {
  const [kind, id, number] = parts;
  if (kind === 'sheets' && id !== undefined && number !== undefined) {
    const pageId = pageIdOfSheet(id, number);
    return <SheetPage key={pageId} pageId={pageId} />;
  }
  if (kind === 'pages' && id !== undefined && number !== undefined) {
    const pageId = pageIdOfSheet(id, number);
    return <Compare key={pageId} pageId={pageId} />;
  }
  return <Stacks chosen={kind === 'stacks' ? id : undefined} mayDrop={DROPPERS.some((role) => role === person.role)} />;
}

function Stacks({ chosen, mayDrop }: { chosen: string | undefined; mayDrop: boolean }) {
  const say = useSay();
  const files = useDroppedFiles((uploadId, name) => {
    keepStackName(uploadId, name);
    void refresh(STACKS);
  });
  // Also those that an office scanner dropped into its folder.
  const { value, problem } = useReading<ListedStacks>(STACKS);
  const stacks = value?.stacks ?? [];
  const shown = chosen ?? stacks[0]?.uploadId;
  const running = stacks.some(({ state }) => state !== 'DONE' && state !== 'REFUSED');
  // The stack that is looked at follows itself; the others are followed here until all are read.
  useEffect(() => {
    if (!running) return;
    const looking = setInterval(() => void refresh(STACKS), LOOK_AGAIN);
    return () => clearInterval(looking);
  }, [running]);
  const names = stackNames();
  const side = (
    <section className="card stacks" aria-label={say(intakeText.stacks)}>
      {mayDrop ? <DropZone files={files} /> : <p className="fine">{say(intakeText.readOnly)}</p>}
      <h2 className="sub">{say(intakeText.stacks)}</h2>
      {problem && <ProblemLine problem={problem} />}
      {value && stacks.length === 0 && <p className="fine">{say(intakeText.noStacks)}</p>}
      <ul>
        {stacks.map((stack) => (
          <li key={stack.uploadId} className={stack.uploadId === shown ? 'on' : ''}>
            <Link
              href={`/intake/stacks/${stack.uploadId}`}
              aria-current={stack.uploadId === shown ? 'page' : undefined}
            >
              <b>{names.get(stack.uploadId) ?? shortNumber(stack.uploadId)}</b>
              <small className="muted num">{printMoment(stack.receivedAt)}</small>
              <StackTag stack={stack} />
            </Link>
          </li>
        ))}
      </ul>
      <p className="fine">{say(intakeText.original)}</p>
    </section>
  );
  return <Stack uploadId={shown} side={side} />;
}

function StackTag({ stack: { state, pages, attention } }: { stack: ListedStack }) {
  const say = useSay();
  if (state === 'REFUSED') return <span className="tag bad">{say(intakeText.refused)}</span>;
  if (state !== 'DONE') return <span className="tag">{say(intakeText.reading)}</span>;
  return (
    <span className={attention === 0 ? 'tag ok' : 'tag warn'}>
      {attention === 0 ? `${pages} ${say(intakeText.pagesRead)}` : `${attention} ${say(intakeText.pagesToSettle)}`}
    </span>
  );
}
