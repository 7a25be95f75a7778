// One circular: its words, edited until it is issued, and the figures frozen with it, each opening its entries.
import { Button } from 'antd';
import { useState } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import { type Draft, filledIn } from '../../acts/draft.ts';
import { type FormSchema, PAPER_PATTERN } from '../../acts/form-schema.ts';
import type { Problem } from '../../api/problem.ts';
import { download, send } from '../../api/request.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { useSay } from '../../text/language.ts';
import { noticesText } from '../../text/programme.ts';
import { yearText } from '../../text/programme-year.ts';
import { Card } from '../parts/card.tsx';
import { FormFields } from '../parts/form-fields.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import { CircularFigures, type FrozenFigures } from './circular-figures.tsx';
import '../acts/form.css';

export interface CircularText {
  readonly no: number;
  readonly month: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly issued?: { readonly reference: string; readonly issuedOn: string };
}

interface CircularRead {
  readonly circular: CircularText;
  readonly figures: FrozenFigures;
  readonly titles: Readonly<Record<string, Bilingual>>;
  /** What the paper C1 says. */
  readonly contents: Readonly<Record<string, unknown>>;
}

interface IssuedPaper {
  readonly sha256: string;
  readonly number?: string;
}

interface CircularProps {
  readonly year: string;
  readonly no: string;
  readonly today: string;
  readonly isOffice: boolean;
}

export function Circular({ year, no, today, isOffice }: CircularProps) {
  const path = `/api/programme/${year}/circulars/${no}`;
  const reading = useReading<CircularRead>(path);
  return (
    <Region reading={reading} path={path} height={300}>
      {({ circular, figures, titles, contents }) => (
        <>
          <Words {...{ circular, contents, path, year, today }} mayChange={isOffice && circular.issued === undefined} />
          <CircularFigures figures={figures} titles={titles} />
        </>
      )}
    </Region>
  );
}

const ISSUE: FormSchema = {
  type: 'object',
  properties: {
    reference: { type: 'string', maxLength: 60 },
    issuedOn: { type: 'string', format: 'date' },
    document: { type: 'string', pattern: PAPER_PATTERN },
  },
  required: ['reference', 'issuedOn'],
};

interface WordsProps {
  readonly circular: CircularText;
  readonly contents: CircularRead['contents'];
  readonly path: string;
  readonly year: string;
  readonly today: string;
  readonly mayChange: boolean;
}

function Words({ circular, contents, path, year, today, mayChange }: WordsProps) {
  const say = useSay();
  const [editing, setEditing] = useState(false);
  const [draft, setDraft] = useState<Draft>({ issuedOn: today });
  const [problem, setProblem] = useState<Problem>();
  const change = async (what: 'edits' | 'issue', body: unknown) => {
    const answer = await send(`${path}/${what}`, body);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setEditing(false);
    await Promise.all([refresh(path), refresh(`/api/programme/${year}`)]);
  };
  /** The paper takes the next number of the office; that is the one under which the circular is issued. */
  const setAsPaper = async () => {
    const asked = { kind: 'C1', contents, serial: circular.no };
    const answer = await send<IssuedPaper>(`/api/programme/${year}/papers`, asked);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    const { sha256, number } = answer.value;
    setDraft({ issuedOn: today, document: sha256, ...(number !== undefined && { reference: number }) });
    setProblem(await download(`/api/programme/${year}/papers/${sha256}`));
  };
  return (
    <Card title={say(yearText.text)} note={circular.issued?.reference}>
      {problem && <ProblemLine problem={problem} />}
      {editing ? (
        <EditWords circular={circular} onSave={(body) => void change('edits', body)} />
      ) : (
        <article className="circular">
          <h3>{circular.title}</h3>
          {circular.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {mayChange && (
            <p className="row-of-buttons">
              <Button onClick={() => setEditing(true)}>{say(yearText.edit)}</Button>
              <Button onClick={() => void setAsPaper()}>{say(yearText.setAsPaper)}</Button>
            </p>
          )}
        </article>
      )}
      {mayChange && !editing && (
        <form
          className="act-form narrow"
          onSubmit={(event) => {
            event.preventDefault();
            void change('issue', filledIn(ISSUE, draft));
          }}
        >
          <FormFields
            {...{ schema: ISSUE, value: draft, problems: problem?.fields ?? [] }}
            pointer=""
            context={{}}
            onChange={setDraft}
          />
          <Button type="primary" htmlType="submit">
            {say(noticesText.issue)}
          </Button>
        </form>
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
