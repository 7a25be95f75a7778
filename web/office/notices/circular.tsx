// One circular: its words, edited until it is issued, who lets it out, and the figures frozen with it, each opening its entries.
import { Button } from 'antd';
import { useState } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { useSay } from '../../text/language.ts';
import { yearText } from '../../text/programme-year.ts';
import { Card } from '../parts/card.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import { CircularFigures, type FrozenFigures } from './circular-figures.tsx';
import { IssueCircular, TwoPersons } from './issue-circular.tsx';
import { Returned } from './return-circular.tsx';

export interface CircularText {
  readonly no: number;
  readonly month: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly proposed?: { readonly proposal: number; readonly on: string; readonly by: string; readonly mine: boolean };
  readonly returned?: { readonly on: string; readonly by: string; readonly reason?: string };
  readonly issued?: { readonly reference: string; readonly issuedOn: string; readonly by: string };
  readonly may: readonly ('EDIT' | 'PROPOSE' | 'RETURN' | 'ISSUE')[];
}

interface CircularRead {
  readonly circular: CircularText;
  readonly figures: FrozenFigures;
  readonly titles: Readonly<Record<string, Bilingual>>;
  /** What the paper C1 says. */
  readonly contents: Readonly<Record<string, unknown>>;
}

interface CircularProps {
  readonly year: string;
  readonly no: string;
  readonly today: string;
}

export function Circular({ year, no, today }: CircularProps) {
  const path = `/api/programme/${year}/circulars/${no}`;
  const reading = useReading<CircularRead>(path);
  return (
    <Region reading={reading} path={path} height={300}>
      {({ circular, figures, titles, contents }) => (
        <>
          <Words {...{ circular, contents, path, year, today }} />
          <CircularFigures figures={figures} titles={titles} />
        </>
      )}
    </Region>
  );
}

interface WordsProps {
  readonly circular: CircularText;
  readonly contents: CircularRead['contents'];
  readonly path: string;
  readonly year: string;
  readonly today: string;
}

function Words({ circular, contents, path, year, today }: WordsProps) {
  const say = useSay();
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { may, issued, returned, title, paragraphs } = circular;
  const readAgain = () => Promise.all([refresh(path), refresh(`/api/programme/${year}`)]);
  const act = async (what: string, body: object) => {
    const answer = await send(`${path}/${what}`, body);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setEditing(false);
    // Of two persons one was faster: the page shows how things stand now.
    if (answer.ok || answer.problem.code !== 'OFFLINE') await readAgain();
  };
  return (
    <Card title={say(yearText.text)} note={issued?.reference}>
      <TwoPersons circular={circular} onAct={act} />
      {returned && issued === undefined && <Returned returned={returned} />}
      {problem && <ProblemLine problem={problem} />}
      {editing && may.includes('EDIT') ? (
        <EditWords circular={circular} onSave={(body) => void act('edits', body)} />
      ) : (
        <article className="circular">
          <h3>{title}</h3>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {may.includes('EDIT') && (
            <p className="row-of-buttons">
              <Button onClick={() => setEditing(true)}>{say(yearText.edit)}</Button>
            </p>
          )}
        </article>
      )}
      {may.includes('ISSUE') && !editing && (
        <IssueCircular {...{ circular, contents, path, year, today }} onAnswer={readAgain} />
      )}
    </Card>
  );
}

function EditWords({ circular, onSave }: { circular: CircularText; onSave: (body: object) => void }) {
  const say = useSay();
  const [title, setTitle] = useState(circular.title);
  const [words, setWords] = useState(circular.paragraphs.join('\n\n'));
  return (
    <form
      className="edit-words"
      onSubmit={(event) => {
        event.preventDefault();
        const paragraphs = words
          .split(/\n\s*\n/)
          .map((paragraph) => paragraph.trim())
          .filter((paragraph) => paragraph !== '');
        onSave({ title, paragraphs });
      }}
    >
      <label>
        {say(yearText.title)}
        <input value={title} required maxLength={80} onChange={({ target }) => setTitle(target.value)} />
      </label>
      <label>
        {say(yearText.paragraphs)}
        <textarea value={words} required rows={14} onChange={({ target }) => setWords(target.value)} />
      </label>
      <Button type="primary" htmlType="submit">
        {say(yearText.save)}
      </Button>
    </form>
  );
}
