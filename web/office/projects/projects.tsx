// The projects that the reader may see, filtered in the address, the one due first on top.
import { table as actTitles } from 'virtual:act-titles';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type * as z from 'zod';
import type { projectListSchema } from '../../../domain/api.ts';
import { PARTIES, type Role } from '../../../domain/parties.ts';
import { type ActName, isActName } from '../../../domain/projects/act-names.ts';
import { ALL_STATES, STEPS, type Step, titleOfState } from '../../../domain/projects/states.ts';
import { STREET_TITLES, titleOfStreet } from '../../../domain/streets.ts';
import { read } from '../../api/request.ts';
import { useReading } from '../../api/use-reading.ts';
import { dayOf, printDay, printDue, toneOfDue } from '../../figures/dates.ts';
import { Link, replaceQuery, useQuery } from '../../navigation/address.tsx';
import { useKeys, walkFocus } from '../../navigation/keys.ts';
import { projectsSentence } from '../../sentences/lists.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { listText } from '../../text/lists.ts';
import type { PageProps } from '../office-page.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { useToday } from '../parts/today.ts';
import './projects.css';

const OpenProject = lazy(() => import('./open-project.tsx').then((drawer) => ({ default: drawer.OpenProject })));

const ROWS = '.projects tbody a';

type ProjectList = z.output<typeof projectListSchema>;
type Summary = ProjectList['projects'][number];

export function Projects({ person }: PageProps) {
  const say = useSay();
  const language = useLanguage();
  const query = useQuery();
  const today = useToday() ?? '';
  const [opening, setOpening] = useState(false);
  const asked = new URLSearchParams(
    [...query].filter(([name]) => ['street', 'step', 'state', 'year', 'text'].includes(name)),
  );
  const path = `/api/projects?${asked}`;
  const reading = useReading<ProjectList>(path);
  useKeys({ j: () => walkFocus(ROWS, 1), k: () => walkFocus(ROWS, -1) });
  return (
    <>
      <Region reading={reading} path={path}>
        {({ projects, cursor }) => (
          <PageHead
            sentence={projectsSentence(
              projects,
              cursor !== undefined,
              today || '2000-01-01',
              person.role === 'STREET' ? say(titleOfStreet(person.unit)) : '',
              language,
            )}
          >
            {person.role === 'STREET' && (
              <Button type="primary" onClick={() => setOpening(true)}>
                {say(listText.open)}
              </Button>
            )}
          </PageHead>
        )}
      </Region>
      <Suspense fallback={null}>
        {opening && <OpenProject street={person.unit} onClose={() => setOpening(false)} />}
      </Suspense>
      <section className="card">
        <Filters query={query} today={today} withStreets={!['STREET', 'COMMUNITY', 'BODY'].includes(person.role)} />
        <Region reading={reading} path={path} height={400}>
          {(list) => <ProjectTable key={path} list={list} path={path} due={query.get('due')} today={today} />}
        </Region>
      </section>
    </>
  );
}

const YEARS = 6;
const yearsUpTo = (today: string): readonly string[] =>
  today === '' ? [] : Array.from({ length: YEARS }, (_, back) => String(Number(today.slice(0, 4)) - back));

interface FiltersProps {
  readonly query: URLSearchParams;
  readonly today: string;
  readonly withStreets: boolean;
}

function Filters({ query, today, withStreets }: FiltersProps) {
  const say = useSay();
  const choose = (name: string) => (event: { target: { value: string } }) => {
    const changed = new URLSearchParams(query);
    if (event.target.value === '') changed.delete(name);
    else changed.set(name, event.target.value);
    replaceQuery(changed);
  };
  const options = [
    ...(withStreets
      ? [
          {
            name: 'street',
            title: listText.street,
            values: Object.entries(STREET_TITLES).map(([code, title]) => [code, say(title)] as const),
          },
        ]
      : []),
    {
      name: 'step',
      title: listText.step,
      values: Object.entries(STEPS).map(([step, title]) => [step, `${step} ${say(title)}`] as const),
    },
    {
      name: 'state',
      title: listText.state,
      values: ALL_STATES.map((state) => [state, say(titleOfState(state))] as const),
    },
    {
      name: 'year',
      title: listText.year,
      values: yearsUpTo(today).map((year) => [year, year] as const),
    },
    {
      name: 'due',
      title: listText.onlyDue,
      values: [
        ['today', say(listText.dueToday)],
        ['overdue', say(listText.overdue)],
      ] as const,
    },
  ];
  return (
    <fieldset className="filters">
      <legend className="sr">{say(listText.filters)}</legend>
      {options.map(({ name, title, values }) => (
        <label key={name}>
          {say(title)}
          <select value={query.get(name) ?? ''} onChange={choose(name)}>
            <option value="">{say(listText.all)}</option>
            {values.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        {say(listText.text)}
        <input type="search" value={query.get('text') ?? ''} maxLength={40} onChange={choose('text')} />
      </label>
      {[...query].length > 0 && (
        <button type="button" className="ghost" onClick={() => replaceQuery(new URLSearchParams())}>
          {say(listText.clear)} {[...query].length}
        </button>
      )}
    </fieldset>
  );
}

function ProjectTable(props: { list: ProjectList; path: string; due: string | null; today: string }) {
  const { list, path, due, today } = props;
  const say = useSay();
  const [further, setFurther] = useState<readonly ProjectList[]>([]);
  const cursor = (further.at(-1) ?? list).cursor;
  const rows = [list, ...further]
    .flatMap(({ projects }) => projects)
    .filter(({ next }) => fitsDue(next?.dueOn, due, today))
    .toSorted((a, b) => (a.next?.dueOn ?? '9999').localeCompare(b.next?.dueOn ?? '9999'));
  const readOn = async () => {
    const answer = await read<ProjectList>(`${path}&cursor=${encodeURIComponent(cursor ?? '')}`);
    if (answer !== 'UNCHANGED' && answer.ok) setFurther([...further, answer.value]);
  };
  return (
    <>
      {rows.length === 0 ? (
        <p>{say(listText.none)}</p>
      ) : (
        <table className="plain projects">
          <thead>
            <tr>
              {[listText.neighbourhood, listText.step, listText.next, listText.owner].map((title) => (
                <th scope="col" key={title.en}>
                  {say(title)}
                </th>
              ))}
              <th scope="col" aria-sort="ascending">
                {say(listText.due)}
              </th>
              <th scope="col">{say(listText.since)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((summary) => (
              <ProjectRow key={summary.projectId} summary={summary} today={today} />
            ))}
          </tbody>
        </table>
      )}
      {cursor !== undefined && (
        <Button block onClick={() => void readOn()}>
          {say(listText.more)}
        </Button>
      )}
    </>
  );
}

const fitsDue = (dueOn: string | undefined, due: string | null, today: string): boolean =>
  due === null || (dueOn !== undefined && (due === 'overdue' ? dueOn < today : dueOn === today));

const titleOfAct = (act: string) => (isActName(act) ? actTitles[act satisfies ActName].title : { zh: act, en: act });

function ProjectRow({ summary, today }: { summary: Summary; today: string }) {
  const say = useSay();
  const language = useLanguage();
  const { projectId, name, street, step, state, since, next } = summary;
  return (
    <tr>
      <td>
        <Link href={`/projects/${projectId}`}>
          <b>{name}</b>
        </Link>
        <small className="muted num">
          {projectId} · {say(titleOfStreet(street))}
        </small>
      </td>
      <td>
        <StepDots step={step as Step} />
        <small className="t2">{say(titleOfState(state))}</small>
      </td>
      <td>{next ? say(titleOfAct(next.act)) : '—'}</td>
      <td className="t2">
        {next && say(next.owner === 'STREET' ? titleOfStreet(street) : PARTIES[next.owner as Role])}
      </td>
      <td className="num">
        {next && today && (
          <span className={`tag ${toneOfDue(next.dueOn, today)}`} title={printDay(next.dueOn, language)}>
            {printDue(next.dueOn, today, language)}
          </span>
        )}
      </td>
      <td className="num t2">{printDay(dayOf(since), language)}</td>
    </tr>
  );
}

const NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Where in the nine steps, readable without the colour. */
function StepDots({ step }: { step: Step }) {
  const say = useSay();
  return (
    <span className="dots">
      <span aria-hidden="true">
        {NINE.map((each) => (
          <i key={each} className={each < step ? 'done' : each === step ? 'cur' : ''} />
        ))}
      </span>
      {step} {say(STEPS[step])}
    </span>
  );
}
