// A task given to a colleague of the same unit until a day, taken back or given back.
import { Button } from 'antd';
import { useId, useState } from 'react';
import { addDays, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { printDay } from '../../figures/dates.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { taskText } from '../../text/tasks.ts';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Region } from '../parts/region.tsx';
import type { Task } from './task.ts';

const TASKS = '/api/tasks';
const COLLEAGUES = '/api/colleagues';
const WEEK = 7;

interface Colleagues {
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
}

interface HandOverProps {
  readonly task: Task;
  readonly today: string;
  onDone(): void;
}

/** The form under the row of the task. */
export function HandOver({ task, today, onDone }: HandOverProps) {
  const reading = useReading<Colleagues>(COLLEAGUES);
  return (
    <Region reading={reading} path={COLLEAGUES} height={60}>
      {({ colleagues }) =>
        colleagues.length === 0 ? <Alone onDone={onDone} /> : <Form {...{ task, today, colleagues, onDone }} />
      }
    </Region>
  );
}

function Alone({ onDone }: { onDone(): void }) {
  const say = useSay();
  return (
    <p className="say plain">
      <span>{say(taskText.alone)}</span> <Button onClick={onDone}>{say(taskText.cancel)}</Button>
    </p>
  );
}

function Form({ task: { projectId, act }, today, colleagues, onDone }: HandOverProps & Colleagues) {
  const say = useSay();
  const lead = useId();
  const [to, setTo] = useState(colleagues.length === 1 ? (colleagues[0]?.id ?? '') : '');
  const [until, setUntil] = useState<string>(addDays(plainDateOf(today), WEEK));
  const [problem, setProblem] = useState<Problem>();
  const give = async () => {
    const answer = await send(`${TASKS}/delegations`, { projectId, act, to, until });
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    await refresh(TASKS);
    onDone();
  };
  return (
    <form
      className="what-if hand-over"
      aria-describedby={lead}
      onSubmit={(event) => {
        event.preventDefault();
        void give();
      }}
      onKeyDown={({ key }) => key === 'Escape' && onDone()}
    >
      <label>
        {say(taskText.colleague)}{' '}
        <select
          required
          value={to}
          // biome-ignore lint/a11y/noAutofocus: the form was opened for this field a moment ago
          autoFocus
          onChange={({ target }) => setTo(target.value)}
        >
          <option value="">{say(taskText.choose)}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say(taskText.until)}{' '}
        <input type="date" required min={today} value={until} onChange={({ target }) => setUntil(target.value)} />
      </label>
      <Button type="primary" htmlType="submit">
        {say(taskText.give)}
      </Button>
      <Button onClick={onDone}>{say(taskText.cancel)}</Button>
      <p className="fine" id={lead}>
        {say(taskText.lead)}
      </p>
      {problem && <ProblemLine problem={problem} />}
    </form>
  );
}

/** Who has the task in hand, in the line under it. */
export function InHand({ delegation }: { delegation: NonNullable<Task['delegation']> }) {
  const say = useSay();
  const language = useLanguage();
  const { side, byName, toName, until } = delegation;
  const day = `${say(taskText.untilDay)} ${printDay(until, language)}`;
  const says = {
    TO_ME: `${byName} ${say(taskText.toMe)}`,
    BY_ME: `${say(taskText.byMe)} ${toName}`,
    OTHERS: `${toName} ${say(taskText.others)}`,
  }[side];
  return (
    <span className="tag info">
      {says} · {day}
    </span>
  );
}

export function TakeBack({ task: { projectId, act, name, delegation } }: { task: Task }) {
  const say = useSay();
  const [problem, setProblem] = useState<Problem>();
  const title = say(delegation?.side === 'TO_ME' ? taskText.giveBack : taskText.takeBack);
  const takeBack = async () => {
    const answer = await send(`${TASKS}/delegations/take-back`, { projectId, act });
    setProblem(answer.ok ? undefined : answer.problem);
    await refresh(TASKS);
  };
  return (
    <>
      <Button onClick={() => void takeBack()} aria-label={`${title} ${name}`}>
        {title}
      </Button>
      {problem && <ProblemLine problem={problem} />}
    </>
  );
}
