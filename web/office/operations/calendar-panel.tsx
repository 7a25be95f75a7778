// The working-day calendar: a year with the source of each day, and entries of the operator, always with theirs.
import { Button } from 'antd';
import { useState } from 'react';
import type { CalendarView } from '../../../domain/calendar/calendar-view.ts';
import { type Draft, filledIn } from '../../acts/draft.ts';
import type { FormSchema } from '../../acts/form-schema.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { printYear } from '../../figures/dates.ts';
import { replaceQuery, useQuery } from '../../navigation/address.tsx';
import { calendarText } from '../../text/calendar.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { operationsText } from '../../text/operations.ts';
import { Card } from '../parts/card.tsx';
import { Form, useForm } from '../parts/form.tsx';
import { FormFields } from '../parts/form-fields.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import { useToday } from '../parts/today.ts';
import { CalendarPreview, type Preview } from './calendar-preview.tsx';
import { CalendarYear } from './calendar-year.tsx';
import '../acts/form.css';

export function CalendarPanel({ mayEnter }: { mayEnter: boolean }) {
  const say = useSay();
  const today = useToday();
  const query = useQuery();
  const year = query.get('year') ?? today?.slice(0, 4);
  const path = year && `/api/calendar?year=${encodeURIComponent(year)}`;
  const reading = useReading<CalendarView>(path);
  return (
    <div className="grid">
      <Card
        title={say(operationsText.calendar)}
        note={`${say(operationsText.version)} ${reading.value?.version.slice(0, 32) ?? ''}`}
        aside={reading.value?.year && <YearChoice {...reading.value.year} />}
      >
        {path && (
          <Region reading={reading} path={path} height={600}>
            {(view) => <CalendarYear view={view} today={today} />}
          </Region>
        )}
        <p className="fine">{say(operationsText.calendarLead)}</p>
      </Card>
      {mayEnter && path && (
        <div className="grid halves">
          <Entry title={say(operationsText.enterDay)} path="/api/calendar/days" schema={DAY} lists={[]} shown={path} />
          <Entry
            title={say(operationsText.enterYear)}
            path="/api/calendar/years"
            schema={YEAR}
            lists={['off', 'work']}
            shown={path}
          />
        </div>
      )}
    </div>
  );
}

function YearChoice({ year, first, last }: { year: number; first: number; last: number }) {
  const say = useSay();
  const language = useLanguage();
  const show = (chosen: number | string) => replaceQuery(new URLSearchParams({ year: String(chosen) }));
  return (
    <span className="year-choice">
      <button type="button" className="ghost" disabled={year <= first} onClick={() => show(year - 1)}>
        {say(calendarText.before)}
      </button>
      <label className="pick">
        <span className="sr">{say(calendarText.year)}</span>
        <select value={year} onChange={({ target }) => show(target.value)}>
          {Array.from({ length: last - first + 1 }, (_, index) => last - index).map((each) => (
            <option key={each} value={each}>
              {printYear(String(each), language)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="ghost" disabled={year >= last} onClick={() => show(year + 1)}>
        {say(calendarText.after)}
      </button>
    </span>
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
  /** What is read again once it is entered. */
  readonly shown: string;
}

function Entry({ title, path, schema, lists, shown }: EntryProps) {
  const say = useSay();
  const form = useForm<Draft>(path, undefined);
  const [version, setVersion] = useState<string>();
  const [preview, setPreview] = useState<Preview>();
  const bodyOf = (draft: Draft) => {
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
    const answer = await form.send<Preview>(`${path}/preview`, bodyOf);
    setPreview(answer?.ok ? answer.value : undefined);
    setVersion(undefined);
  };
  const enter = async () => {
    const answer = await form.send<{ version: string }>(path, bodyOf);
    setPreview(undefined);
    setVersion(answer?.ok ? answer.value.version : undefined);
    if (!answer?.ok) return;
    form.sent();
    await refresh(shown);
  };
  return (
    <Card title={title}>
      <Form work={form.work} onSend={() => (preview ? enter() : look())}>
        {form.problem && <ProblemLine problem={form.problem} />}
        {version && (
          <p className="say ok" role="status">
            {say(operationsText.entered)} {version.slice(0, 40)}
          </p>
        )}
        <FormFields
          {...{ schema, value: form.draft, problems: form.problem?.fields ?? [] }}
          pointer=""
          context={{}}
          onChange={(changed) => {
            form.change(changed);
            // What was looked at is not what would be entered any more.
            setPreview(undefined);
          }}
        />
        {preview && <CalendarPreview preview={preview} />}
        <Button type="primary" htmlType="submit" loading={form.isSending}>
          {preview ? title : say(calendarText.look)}
        </Button>
      </Form>
    </Card>
  );
}
