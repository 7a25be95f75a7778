// The working-day calendar: the days ahead, and entries of the operator, always with their source.
import { Button } from 'antd';
import { useState } from 'react';
import { type Draft, filledIn } from '../../acts/draft.ts';
import type { FormSchema } from '../../acts/form-schema.ts';
import { useKeptDraft } from '../../acts/use-kept-draft.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { printWeekday, shortDay } from '../../figures/dates.ts';
import { calendarText } from '../../text/calendar.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { operationsText } from '../../text/operations.ts';
import { Card } from '../parts/card.tsx';
import type { CalendarView } from '../parts/day-strip.tsx';
import { FormFields } from '../parts/form-fields.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { CalendarPreview, type Preview } from './calendar-preview.tsx';
import '../acts/form.css';
import '../parts/calendar-days.css';
import './calendar-panel.css';

const PATH = '/api/calendar';

const KINDS = {
  WORK: { title: operationsText.work, tone: 'cnt' },
  OFF: { title: operationsText.off, tone: 'off' },
  UNKNOWN: { title: operationsText.unknown, tone: 'unknown' },
} as const;

export function CalendarPanel({ mayEnter }: { mayEnter: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const { value } = useReading<CalendarView>(PATH);
  return (
    <div className="grid">
      <Card
        title={say(operationsText.calendar)}
        note={`${say(operationsText.nextDays)} · ${say(operationsText.version)} ${value?.version.slice(0, 32) ?? ''}`}
      >
        <Scroll>
          <ol className="cal month">
            {value?.days.map(({ date, kind }) => (
              <li key={date} className={KINDS[kind].tone}>
                <small>{shortDay(date)}</small>
                <small>{printWeekday(date, language)}</small>
                <em>{say(KINDS[kind].title)}</em>
              </li>
            ))}
          </ol>
        </Scroll>
        <p className="fine">{say(operationsText.calendarLead)}</p>
      </Card>
      {mayEnter && (
        <div className="grid halves">
          <Entry title={say(operationsText.enterDay)} path="/api/calendar/days" schema={DAY} lists={[]} />
          <Entry
            title={say(operationsText.enterYear)}
            path="/api/calendar/years"
            schema={YEAR}
            lists={['off', 'work']}
          />
        </div>
      )}
    </div>
  );
}

const SOURCE: FormSchema = { type: 'string', minLength: 4, maxLength: 90 };
const DAY: FormSchema = {
  type: 'object',
  properties: {
    date: { type: 'string', format: 'date' },
    kind: { type: 'string', enum: ['WORK', 'OFF'] },
    source: SOURCE,
  },
  required: ['date', 'kind', 'source'],
};
const DAYS: FormSchema = { type: 'string', maxLength: 2000 };
const YEAR: FormSchema = {
  type: 'object',
  properties: { year: { type: 'integer', minimum: 2004, maximum: 2100 }, off: DAYS, work: DAYS, source: SOURCE },
  required: ['year', 'off', 'work', 'source'],
};

interface EntryProps {
  readonly title: string;
  readonly path: string;
  readonly schema: FormSchema;
  /** Fields that are typed as days with commas and sent as lists. */
  readonly lists: readonly string[];
}

function Entry({ title, path, schema, lists }: EntryProps) {
  const say = useSay();
  const { draft, change, sent } = useKeptDraft<Draft>(path, undefined);
  const [problem, setProblem] = useState<Problem>();
  const [version, setVersion] = useState<string>();
  const [preview, setPreview] = useState<Preview>();
  const body = () => {
    const filled = Object.entries(filledIn(schema, draft) ?? {}).map(([name, value]) => [
      name,
      lists.includes(name)
        ? String(value)
            .split(/[,，\s]+/)
            .filter(Boolean)
        : value,
    ]);
    const absent = lists.filter((name) => !filled.some(([each]) => each === name)).map((name) => [name, []]);
    return Object.fromEntries([...filled, ...absent]);
  };
  const look = async () => {
    const answer = await send<Preview>(`${path}/preview`, body());
    setProblem(answer.ok ? undefined : answer.problem);
    setPreview(answer.ok ? answer.value : undefined);
    setVersion(undefined);
  };
  const enter = async () => {
    const answer = await send<{ version: string }>(path, body());
    setPreview(undefined);
    setProblem(answer.ok ? undefined : answer.problem);
    setVersion(answer.ok ? answer.value.version : undefined);
    if (!answer.ok) return;
    sent();
    await refresh(PATH);
  };
  return (
    <Card title={title}>
      <form
        className="act-form"
        onSubmit={(event) => {
          event.preventDefault();
          void (preview ? enter() : look());
        }}
      >
        {problem && <ProblemLine problem={problem} />}
        {version && (
          <p className="say ok" role="status">
            {say(operationsText.entered)} {version.slice(0, 40)}
          </p>
        )}
        <FormFields
          {...{ schema, value: draft, problems: problem?.fields ?? [] }}
          pointer=""
          context={{}}
          onChange={(changed) => {
            change(changed);
            // What was looked at is not what would be entered any more.
            setPreview(undefined);
          }}
        />
        {preview && <CalendarPreview preview={preview} />}
        <Button type="primary" htmlType="submit">
          {preview ? title : say(calendarText.look)}
        </Button>
      </form>
    </Card>
  );
}
