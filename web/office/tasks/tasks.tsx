// What waits for the reader: overdue, today, this week, later; one button each, and the form beside the list.
import { table as actTitles } from 'virtual:act-titles';
import { Button } from 'antd';
import { useState } from 'react';
import type * as z from 'zod';
import type { taskSchema } from '../../../domain/api.ts';
import { addDays, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { type ActName, isActName } from '../../../domain/projects/act-names.ts';
import { titleOfState } from '../../../domain/projects/states.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import type { ProjectView } from '../../api/project-view.ts';
import { useReading } from '../../api/use-reading.ts';
import { printDay, printDue, toneOfDue } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { useKeys, walkFocus } from '../../navigation/keys.ts';
import { tasksSentence } from '../../sentences/lists.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { listText } from '../../text/lists.ts';
import { Card } from '../parts/card.tsx';
import { Clause } from '../parts/clause.tsx';
import { LateActDrawer } from '../parts/late-act-drawer.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { useToday } from '../parts/today.ts';
import './tasks.css';
import type { PageProps } from '../office-page.tsx';

const ROWS = '.task-list .ant-btn';

type Task = z.output<typeof taskSchema>;

export function Tasks(_: PageProps) {
  const language = useLanguage();
  const today = useToday();
  const reading = useReading<{ tasks: readonly Task[] }>('/api/tasks');
  const [open, setOpen] = useState<Task>();
  useKeys({ j: () => walkFocus(ROWS, 1), k: () => walkFocus(ROWS, -1) });
  return (
    <Region reading={reading} path="/api/tasks" height={400}>
      {({ tasks }) =>
        today === undefined ? null : (
          <>
            <PageHead sentence={tasksSentence(tasks, today, language)} />
            <Groups tasks={tasks} today={today} onOpen={setOpen} />
            {open && <OpenTask key={open.projectId} task={open} onClose={() => setOpen(undefined)} />}
          </>
        )
      }
    </Region>
  );
}

function OpenTask({ task: { projectId, act }, onClose }: { task: Task; onClose(): void }) {
  const project = useReading<ProjectView>(`/api/projects/${projectId}`).value;
  return project && isActName(act) ? <LateActDrawer act={act} project={project} onClose={onClose} /> : null;
}

const WEEK = 7;

function Groups({ tasks, today, onOpen }: { tasks: readonly Task[]; today: string; onOpen(task: Task): void }) {
  const say = useSay();
  const week = addDays(plainDateOf(today), WEEK);
  const groups = [
    { title: listText.overdueGroup, tasks: tasks.filter(({ dueOn }) => dueOn < today) },
    { title: listText.today, tasks: tasks.filter(({ dueOn }) => dueOn === today) },
    { title: listText.week, tasks: tasks.filter(({ dueOn }) => dueOn > today && dueOn <= week) },
    { title: listText.later, tasks: tasks.filter(({ dueOn }) => dueOn > week) },
  ].filter((group) => group.tasks.length > 0);
  return (
    <div className="grid">
      {groups.map((group) => (
        <Card key={group.title.en} title={say(group.title)} note={group.tasks.length}>
          <ul className="task-list">
            {group.tasks.map((task) => (
              <TaskRow key={`${task.projectId}-${task.act}`} task={task} today={today} onOpen={() => onOpen(task)} />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

function TaskRow({ task, today, onOpen }: { task: Task; today: string; onOpen(): void }) {
  const say = useSay();
  const language = useLanguage();
  const { projectId, name, street, state, act, dueOn } = task;
  const known = isActName(act) ? actTitles[act satisfies ActName] : undefined;
  return (
    <li>
      <span className={`tag ${toneOfDue(dueOn, today)}`} title={printDay(dueOn, language)}>
        {printDue(dueOn, today, language)}
      </span>
      <div>
        <b>{known ? say(known.title) : act}</b> <Link href={`/projects/${projectId}`}>{name}</Link>
        <small>
          {say(titleOfStreet(street))} · {say(titleOfState(state))} {known && <Clause clause={known.clause} />}
        </small>
      </div>
      <Button type="primary" onClick={onOpen} aria-label={`${say(listText.do)} ${name}`}>
        {say(listText.do)}
      </Button>
    </li>
  );
}
