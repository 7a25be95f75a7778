// What if the budget or the cap were another one: computed on a copy, beside how things stand.
import { Button } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { printExact } from '../../figures/amounts.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { yearText } from '../../text/programme-year.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import { Scroll } from '../parts/scroll.tsx';

const AMOUNTS = [yearText.subsidy, yearText.residents, yearText.missing];

interface Supposed {
  readonly left: string;
  readonly taken: string;
  readonly queue: readonly {
    readonly rank: number;
    readonly projectId: string;
    readonly name: string;
    readonly subsidy: string;
    readonly residents: string;
    readonly missing: string;
    readonly fits: boolean;
  }[];
}

interface Answered {
  readonly asThingsStand: Supposed;
  readonly supposed: Supposed;
}

const reached = ({ queue }: Supposed): number => queue.filter(({ fits }) => fits).length;

export function WhatIf({ year }: { year: string }) {
  const say = useSay();
  const [budget, setBudget] = useState('');
  const [cap, setCap] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [answered, setAnswered] = useState<Answered>();
  const compute = async () => {
    const asked = { ...(budget !== '' && { budget }), ...(cap !== '' && { cap }) };
    const answer = await send<Answered>(`/api/programme/${year}/what-if`, asked);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setAnswered(answer.value);
  };
  return (
    <Card title={say(yearText.suppose)} note={say(yearText.supposeNote)}>
      <form
        className="what-if"
        onSubmit={(event) => {
          event.preventDefault();
          void compute();
        }}
      >
        <label>
          {say(yearText.supposedBudget)}{' '}
          <input inputMode="decimal" value={budget} onChange={({ target }) => setBudget(target.value)} />
        </label>
        <label>
          {say(yearText.supposedCap)}{' '}
          <input inputMode="decimal" value={cap} onChange={({ target }) => setCap(target.value)} />
        </label>
        <Button htmlType="submit">{say(yearText.compute)}</Button>
      </form>
      {problem && <ProblemLine problem={problem} />}
      {answered && <Compared {...answered} />}
    </Card>
  );
}

function Compared({ asThingsStand, supposed }: Answered) {
  const say = useSay();
  const lines = [
    [yearText.left, printExact(asThingsStand.left), printExact(supposed.left)],
    [yearText.reach, String(reached(asThingsStand)), String(reached(supposed))],
    [yearText.taken, printExact(asThingsStand.taken), printExact(supposed.taken)],
  ] as const;
  return (
    <>
      <table className="plain narrow-table">
        <thead>
          <tr>
            <td />
            <th scope="col" className="n">
              {say(yearText.today)}
            </th>
            <th scope="col" className="n">
              {say(yearText.supposed)}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([title, now, then]) => (
            <tr key={title.en}>
              <th scope="row">{say(title)}</th>
              <td className="n">{now}</td>
              <td className="n">
                <b>{then}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Scroll>
        <table className="plain">
          <Columns titles={[yearText.rank, yearText.neighbourhood, ...AMOUNTS]} figures={AMOUNTS} />
          <tbody>
            {supposed.queue.map(({ rank, projectId, name, subsidy, residents, missing, fits }) => (
              <tr key={projectId}>
                <td className="num">{rank}</td>
                <td>
                  <Link href={`/projects/${projectId}#money`}>{name}</Link>
                </td>
                <td className="n">{printExact(subsidy)}</td>
                <td className="n">{printExact(residents)}</td>
                <td className="n">{printExact(missing)}</td>
                <td>
                  <span className={fits ? 'tag ok' : 'tag warn'}>{say(fits ? yearText.fits : yearText.over)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
