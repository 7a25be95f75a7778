// One circular: its words, edited until it is issued, and the figures frozen with it, each opening its entries.
import { Button } from 'antd';
import { useState } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { type Draft, filledIn } from '../../acts/draft.ts';
import { type FormSchema, PAPER_PATTERN } from '../../acts/form-schema.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { printExact } from '../../figures/amounts.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { noticesText } from '../../text/programme.ts';
import { yearText } from '../../text/programme-year.ts';
import { Card } from '../parts/card.tsx';
import { type EntryRef, type Figure, OpenFigure } from '../parts/entry-links.tsx';
import { FormFields } from '../parts/form-fields.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import '../acts/form.css';
import '../programme/programme.css';

export interface CircularText {
  readonly no: number;
  readonly month: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly issued?: { readonly reference: string; readonly issuedOn: string };
}

type Figures = Readonly<Record<string, Figure>>;

interface CircularRead {
  readonly circular: CircularText;
  readonly figures: {
    readonly asOf: string;
    readonly district: Figures;
    readonly streets: readonly { readonly street: string; readonly figures: Figures }[];
    readonly stuck: readonly {
      readonly projectId: string;
      readonly project: string;
      readonly step: string;
      readonly responsible: string;
      readonly overdueDays: number;
      readonly entries: readonly EntryRef[];
    }[];
  };
  readonly titles: Readonly<Record<string, Bilingual>>;
}

const OF_STREETS = [
  'projects',
  'planPassed',
  'funded',
  'listed',
  'started',
  'completed',
  'settled',
  'overdue',
] as const;

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
      {({ circular, figures, titles }) => (
        <>
          <Words {...{ circular, path, year, today }} mayChange={isOffice && circular.issued === undefined} />
          <Frozen figures={figures} titles={titles} />
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
  readonly path: string;
  readonly year: string;
  readonly today: string;
  readonly mayChange: boolean;
}

function Words({ circular, path, year, today, mayChange }: WordsProps) {
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
          {mayChange && <Button onClick={() => setEditing(true)}>{say(yearText.edit)}</Button>}
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

/** Money and areas are exact texts, counts are numbers. */
const printed = ({ value, entries }: Figure): Figure => ({
  value: typeof value === 'number' ? value : printExact(value),
  entries,
});

function Frozen({ figures, titles }: Pick<CircularRead, 'figures' | 'titles'>) {
  const say = useSay();
  const titleOf = (code: string): string => say(titles[code] ?? { zh: code, en: code });
  return (
    <>
      <Card title={say(yearText.frozen)} note={figures.asOf}>
        <ul className="figure-grid">
          {Object.entries(figures.district).map(([code, figure]) => (
            <li key={code}>
              <span>{titleOf(code)}</span>
              <b>
                <OpenFigure figure={printed(figure)} label={titleOf(code)} />
              </b>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={say(yearText.street)}>
        <Scroll>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{say(yearText.street)}</th>
                {OF_STREETS.map((code) => (
                  <th scope="col" className="n" key={code}>
                    {titleOf(code)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {figures.streets.map(({ street, figures: of }) => (
                <tr key={street}>
                  <th scope="row">{say(titleOfStreet(street))}</th>
                  {OF_STREETS.map((code) => (
                    <td className="n" key={code}>
                      {of[code] && (
                        <OpenFigure figure={of[code]} label={`${say(titleOfStreet(street))} ${titleOf(code)}`} />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </Card>
      <Card title={say(noticesText.stuck)} note={figures.stuck.length}>
        <Scroll>
          <table className="plain">
            <tbody>
              {figures.stuck.map(({ projectId, project, step, responsible, overdueDays, entries }) => (
                <tr key={projectId}>
                  <td>
                    <Link href={`/projects/${projectId}`}>{project}</Link>
                  </td>
                  <td className="t2">{step}</td>
                  <td className="t2">{responsible}</td>
                  <td className="n">
                    <OpenFigure figure={{ value: overdueDays, entries }} label={project} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </Card>
    </>
  );
}
