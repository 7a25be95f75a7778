// What waits for the reader: overdue, today, this week, later; one button each, and the form beside the list.
import { table as actTitles } from 'virtual:act-titles';
import { Button } from 'antd';
import { useState } from 'react';
import { addDays, plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { mayHandOver } from '../../../domain/delegations/may-hand-over.ts';
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
import { projectText } from '../../text/project.ts';
import { taskText } from '../../text/tasks.ts';
import { Card } from '../parts/card.tsx';
import { Clause } from '../parts/clause.tsx';
import { LateActDrawer } from '../parts/late-act-drawer.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { useToday } from '../parts/today.ts';
import './tasks.css';
import type { PageProps } from '../office-page.tsx';
import { CircularsToIssue } from './circulars-to-issue.tsx';
import { HandOver, InHand, TakeBack } from './hand-over.tsx';
import { Repairs } from './repairs.tsx';
import { isInMyHand, type OpenTasks, type Task } from './task.ts';
import { Voidings } from './voidings.tsx';

const ROWS = '.task-list .do-task';

export function Tasks({ person }: PageProps) {
  const language = useLanguage();
  const today = useToday();
  const reading = useReading<OpenTasks>('/api/tasks');
  const [open, setOpen] = useState<Task>();
  useKeys({ j: () => walkFocus(ROWS, 1), k: () => walkFocus(ROWS, -1) });
  return (
    <Region reading={reading} path="/api/tasks" height={400}>
      {({ tasks, voidings, repairs, circulars }) =>
        today === undefined ? null : (
          <>
            <PageHead
              sentence={tasksSentence(
                [...voidings, ...repairs, ...circulars, ...tasks.filter(isInMyHand)],
                today,
                language,
              )}
            />
            <Repairs repairs={repairs} today={today} />
            <CircularsToIssue circulars={circulars} today={today} />
            <Voidings voidings={voidings} today={today} />
            <Groups tasks={tasks} today={today} mayHandOver={mayHandOver(person.role)} onOpen={setOpen} />
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

interface GroupsProps {
  readonly tasks: readonly Task[];
  readonly today: string;
  readonly mayHandOver: boolean;
  onOpen(task: Task): void;
}

function Groups({ tasks: all, today, mayHandOver: may, onOpen }: GroupsProps) {
  const say = useSay();
  const week = addDays(plainDateOf(today), WEEK);
  const tasks = all.filter(isInMyHand);
  const groups = [
    { title: listText.overdueGroup, tasks: tasks.filter(({ dueOn }) => dueOn < today) },
    { title: listText.today, tasks: tasks.filter(({ dueOn }) => dueOn === today) },
    { title: listText.week, tasks: tasks.filter(({ dueOn }) => dueOn > today && dueOn <= week) },
    { title: listText.later, tasks: tasks.filter(({ dueOn }) => dueOn > week) },
    { title: taskText.elsewhere, tasks: all.filter((task) => !isInMyHand(task)) },
  ].filter((group) => group.tasks.length > 0);
  return (
    <div className="grid">
      {groups.map((group) => (
        <Card key={group.title.en} title={say(group.title)} note={group.tasks.length}>
          <ul className="task-list">
            {group.tasks.map((task) => (
              <TaskRow
                key={`${task.projectId}-${task.act}`}
                {...{ task, today }}
                mayHandOver={may}
                onOpen={() => onOpen(task)}
              />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

interface TaskRowProps {
  readonly task: Task;
  readonly today: string;
  readonly mayHandOver: boolean;
  onOpen(): void;
}

function TaskRow({ task, today, mayHandOver: may, onOpen }: TaskRowProps) {
  const say = useSay();
  const language = useLanguage();
  const [giving, setGiving] = useState(false);
  const { projectId, name, street, state, act, dueOn, because, delegation } = task;
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
        {because && (
          <small>
            {say(projectText.notYet)} · {say(because)}
          </small>
        )}
        {delegation && <InHand delegation={delegation} />}
      </div>
      <div className="task-acts">
        {because === undefined && (
          <Button
            className="do-task"
            type={isInMyHand(task) ? 'primary' : 'default'}
            onClick={onOpen}
            aria-label={`${say(listText.do)} ${name}`}
          >
            {say(listText.do)}
          </Button>
        )}
        {delegation && <TakeBack task={task} />}
        {delegation === undefined && may && (
          <Button
            aria-expanded={giving}
            aria-label={`${say(taskText.handOver)} ${name}`}
            onClick={() => setGiving(!giving)}
          >
            {say(taskText.handOver)}
          </Button>
        )}
      </div>
      {giving && delegation === undefined && <HandOver task={task} today={today} onDone={() => setGiving(false)} />}
    </li>
  );
}
