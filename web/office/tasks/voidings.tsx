// Papers that a colleague proposed to void: the second person reads the paper and the reason under the row, then answers.
import { Button } from 'antd';
import { useState } from 'react';
import { versionName } from '../../../domain/paper/version-name.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import type { IssuedPaper } from '../../api/issued-paper.ts';
import type { Problem } from '../../api/problem.ts';
import { download, send } from '../../api/request.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { printDay, printDue, toneOfDue } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { useLanguage, useSay } from '../../text/language.ts';
import { paperText } from '../../text/papers/page.ts';
import { voidingText } from '../../text/voiding.ts';
import { type PapersPlace, papersOfProject, papersOfYear } from '../papers/papers-place.ts';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import type { VoidingTask } from './task.ts';

const TASKS = '/api/tasks';

interface VoidingsProps {
  readonly voidings: readonly VoidingTask[];
  readonly today: string;
}

export function Voidings({ voidings, today }: VoidingsProps) {
  const say = useSay();
  if (voidings.length === 0) return null;
  return (
    <Card title={say(voidingText.title)} note={voidings.length} id="voidings">
      <ul className="task-list">
        {voidings.map((voiding) => (
          <Row key={`${voiding.sha256}-${voiding.proposal}`} {...{ voiding, today }} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ voiding, today }: { voiding: VoidingTask; today: string }) {
  const say = useSay();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const { projectNo, projectId, name, street, title, number, dueOn, proposedOn } = voiding;
  const what = `${say(title)} · ${say(paperText.versionShort)} ${versionName(voiding)}`;
  return (
    <li>
      <span className={`tag ${toneOfDue(dueOn, today)}`} title={printDay(dueOn, language)}>
        {printDue(dueOn, today, language)}
      </span>
      <div>
        <b>
          {say(voidingText.answer)} {what}
        </b>{' '}
        <Link href={placeOf(voiding).address}>{name ?? projectId ?? say(voidingText.ofDistrict)}</Link>
        <small>
          {number && `${number} · `}
          {street === undefined ? projectNo : say(titleOfStreet(street))} · {say(voidingText.proposed)}{' '}
          {printDay(proposedOn, language)}
        </small>
      </div>
      <div className="task-acts">
        <Button
          className="do-task"
          type={open ? 'default' : 'primary'}
          aria-expanded={open}
          aria-label={`${say(open ? voidingText.close : voidingText.read)} ${what}`}
          onClick={() => setOpen(!open)}
        >
          {say(open ? voidingText.close : voidingText.read)}
        </Button>
      </div>
      {open && <Paper voiding={voiding} />}
    </li>
  );
}

/** Papers of the district stand under their year. */
const placeOf = ({ projectId, projectNo }: VoidingTask): PapersPlace =>
  projectId === undefined ? papersOfYear(projectNo.split('-')[1] ?? '') : papersOfProject(projectId);

function Paper({ voiding }: { voiding: VoidingTask }) {
  const say = useSay();
  const { path } = placeOf(voiding);
  const reading = useReading<{ papers: readonly IssuedPaper[] }>(path);
  return (
    <div className="task-paper">
      <Region reading={reading} path={path} height={120}>
        {({ papers }) => {
          const found = papers.find(({ sha256 }) => sha256 === voiding.sha256);
          return found?.voiding === undefined || found.voidedOn !== undefined ? (
            <p className="muted">{say(voidingText.gone)}</p>
          ) : (
            <Answer voiding={found.voiding} may={found.may ?? []} path={`${path}/${voiding.sha256}`} />
          );
        }}
      </Region>
    </div>
  );
}

interface AnswerProps {
  readonly voiding: NonNullable<IssuedPaper['voiding']>;
  readonly may: NonNullable<IssuedPaper['may']>;
  /** Of the paper. */
  readonly path: string;
}

function Answer({ voiding: { proposal, reason, namedBy }, may, path }: AnswerProps) {
  const say = useSay();
  const [problem, setProblem] = useState<Problem>();
  const answer = async (decision: 'CONFIRM' | 'DECLINE') => {
    const given = await send(`${path}/voiding/decision`, { decision, proposal });
    setProblem(given.ok ? undefined : given.problem);
    await refresh(TASKS);
  };
  return (
    <>
      <p>
        <b>{say(paperText.proposedBy)}</b> {reason}{' '}
        <button type="button" className="ghost" onClick={async () => setProblem(await download(path))}>
          {say(paperText.print)}
        </button>
      </p>
      {namedBy.length > 0 && (
        <p>
          {say(paperText.namedBy)} {namedBy.join('、')} {say(paperText.namedByEnd)}
        </p>
      )}
      {may.includes('CONFIRM') && <p className="fine">{say(paperText.confirmNote)}</p>}
      {problem && <ProblemLine problem={problem} />}
      <p className="row-of-buttons">
        {may.includes('CONFIRM') && (
          <Button type="primary" danger onClick={() => void answer('CONFIRM')}>
            {say(paperText.confirm)}
          </Button>
        )}
        {may.includes('DECLINE') && <Button onClick={() => void answer('DECLINE')}>{say(paperText.decline)}</Button>}
      </p>
    </>
  );
}
