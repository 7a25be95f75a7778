// The rows of the list of projects: where each stands, what comes next, whose turn it is and by when.
import { table as actTitles } from 'virtual:act-titles';
import { Button } from 'antd';
import { useState } from 'react';
import type * as z from 'zod';
import type { projectListSchema } from '../../../domain/api.ts';
import { PARTIES, type Role } from '../../../domain/parties.ts';
import { type ActName, isActName } from '../../../domain/projects/act-names.ts';
import { STEPS, type Step, titleOfState } from '../../../domain/projects/states.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { read } from '../../api/request.ts';
import { dayOf, printDay, printDue, toneOfDue } from '../../figures/dates.ts';
import { Link, useQuery } from '../../navigation/address.tsx';
import { useLanguage, useSay } from '../../text/language.ts';
import { ballotInWords, listText } from '../../text/lists.ts';
import { Scroll } from '../parts/scroll.tsx';
import { useDates } from '../parts/today.ts';
import { ClearFilters } from './project-filters.tsx';

export type ProjectList = z.output<typeof projectListSchema>;
type Summary = ProjectList['projects'][number];

export function ProjectRows({ list, path, today }: { list: ProjectList; path: string; today: string }) {
  const say = useSay();
  const query = useQuery();
  const [further, setFurther] = useState<readonly ProjectList[]>([]);
  const cursor = (further.at(-1) ?? list).cursor;
  const rows = [list, ...further]
    .flatMap(({ projects }) => projects)
    .toSorted((a, b) => (a.next?.dueOn ?? '9999').localeCompare(b.next?.dueOn ?? '9999'));
  const readOn = async () => {
    const answer = await read<ProjectList>(`${path}&cursor=${encodeURIComponent(cursor ?? '')}`);
    if (answer !== 'UNCHANGED' && answer.ok) setFurther([...further, answer.value]);
  };
  if (rows.length === 0) {
    return (
      <p>
        {say(listText.none)} {[...query].length > 0 && <ClearFilters query={query} />}
      </p>
    );
  }
  const byNumber = rows.every(({ name, projectId }) => name === projectId);
  const before = [byNumber ? listText.project : listText.neighbourhood, listText.step, listText.next, listText.owner];
  const after = [listText.ballot, listText.publicity, listText.arrived, listText.since];
  return (
    <>
      <Scroll>
        <table className="plain projects">
          <thead>
            <tr>
              {before.map((title) => (
                <th scope="col" key={title.en}>
                  {say(title)}
                </th>
              ))}
              <th scope="col" aria-sort="ascending">
                {say(listText.due)}
              </th>
              {after.map((title) => (
                <th scope="col" key={title.en}>
                  {say(title)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((summary) => (
              <ProjectRow key={summary.projectId} summary={summary} today={today} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {cursor !== undefined && (
        <Button block onClick={() => void readOn()}>
          {say(listText.more)} · {say(listText.shown)} {rows.length}
        </Button>
      )}
    </>
  );
}

/** What there is no figure for takes no room on a phone. */
const figure = (of: unknown): string => (of === undefined ? 'num empty' : 'num');

const titleOfAct = (act: string) => (isActName(act) ? actTitles[act satisfies ActName].title : { zh: act, en: act });

function ProjectRow({ summary, today }: { summary: Summary; today: string }) {
  const dates = useDates();
  const say = useSay();
  const language = useLanguage();
  const { projectId, name, street, step, state, since, next, ballot, publicityEndsOn, arrivalRate } = summary;
  return (
    <tr>
      <td>
        <Link href={`/projects/${projectId}`}>
          <b>{name}</b>
        </Link>
        <small className="muted num">
          {name !== projectId && `${projectId} · `}
          {say(titleOfStreet(street))}
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
      <td className={figure(ballot)} data-title={say(listText.ballot)}>
        {ballot ? (
          <>
            {say(ballotInWords(ballot))} {!ballot.passed && <span className="muted">{say(listText.notPassed)}</span>}
          </>
        ) : (
          '—'
        )}
      </td>
      <td className={figure(publicityEndsOn)} data-title={say(listText.publicity)}>
        {publicityEndsOn ? dates.day(publicityEndsOn) : '—'}
      </td>
      <td className={figure(arrivalRate)} data-title={say(listText.arrived)}>
        {arrivalRate ? `${arrivalRate}%` : '—'}
      </td>
      <td className="num t2">{dates.day(dayOf(since))}</td>
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
