// The progress circulars of the year: drafted from the ledgers, read with their figures, issued under a number.
import { Button } from 'antd';
import { useState } from 'react';
import { type Draft, filledIn } from '../../acts/draft.ts';
import { type FormSchema, PAPER_PATTERN } from '../../acts/form-schema.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import type { Person } from '../../sign-in/session.ts';
import { useSay } from '../../text/language.ts';
import { noticesText } from '../../text/programme.ts';
import { Card } from '../parts/card.tsx';
import { FormFields } from '../parts/form-fields.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import '../acts/form.css';

interface Circular {
  readonly no: number;
  readonly month: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly issued?: { readonly reference: string; readonly issuedOn: string };
}

interface CircularsProps {
  readonly today: string;
  readonly person: Person;
  /** `2026-3`: year and number. */
  readonly chosen: string | undefined;
}

export function Circulars({ today, person, chosen }: CircularsProps) {
  const say = useSay();
  const [chosenYear, chosenNo] = chosen?.split('-') ?? [];
  const year = chosenYear ?? today.slice(0, 4);
  const path = `/api/programme/${year}`;
  const { value } = useReading<{ circulars: readonly Circular[] }>(path);
  const [problem, setProblem] = useState<Problem>();
  const office = person.role === 'RENOVATION_OFFICE';
  const open = value?.circulars.find(({ no }) => String(no) === chosenNo);
  const draft = async () => {
    const answer = await send(`${path}/circulars`, { month: today.slice(0, 7) });
    setProblem(answer.ok ? undefined : answer.problem);
    await refresh(path);
  };
  return (
    <Card
      title={say(noticesText.circulars)}
      aside={
        office && (
          <Button size="small" onClick={() => void draft()}>
            {say(noticesText.draft)}
          </Button>
        )
      }
    >
      {problem && <ProblemLine problem={problem} />}
      {value?.circulars.length === 0 && <p className="muted">{say(noticesText.noCirculars)}</p>}
      <ul>
        {value?.circulars.map(({ no, month, title, issued }) => (
          <li key={no}>
            <Link href={`/notices/circulars/${year}-${no}`}>{title}</Link> <span className="muted num">{month}</span>{' '}
            <span className={issued ? 'tag ok' : 'tag'}>
              {say(issued ? noticesText.issued : noticesText.isDraft)} {issued?.reference}
            </span>
          </li>
        ))}
      </ul>
      {open && (
        <article className="circular">
          <h3>{open.title}</h3>
          {open.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {office && open.issued === undefined && <Issue path={path} no={open.no} today={today} />}
        </article>
      )}
    </Card>
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

function Issue({ path, no, today }: { path: string; no: number; today: string }) {
  const say = useSay();
  const [draft, setDraft] = useState<Draft>({ issuedOn: today });
  const [problem, setProblem] = useState<Problem>();
  const issue = async () => {
    const answer = await send(`${path}/circulars/${no}/issue`, filledIn(ISSUE, draft));
    setProblem(answer.ok ? undefined : answer.problem);
    await refresh(path);
  };
  return (
    <form
      className="act-form narrow"
      onSubmit={(event) => {
        event.preventDefault();
        void issue();
      }}
    >
      {problem && <ProblemLine problem={problem} />}
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
  );
}
