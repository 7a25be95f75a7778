// The progress circulars of the year: drafted from the ledgers, one of them opened.
import { Button } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { send } from '../../api/request.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import type { Person } from '../../sign-in/session.ts';
import { circularText } from '../../text/circular.ts';
import { useSay } from '../../text/language.ts';
import { noticesText } from '../../text/programme.ts';
import { Card } from '../parts/card.tsx';
import { late } from '../parts/late.tsx';
import { ProblemLine } from '../parts/problem-line.tsx';
import type { CircularText } from './circular.tsx';

// Read when one is opened: with it, the first load would be over its budget.
const Circular = late(() => import('./circular.tsx').then(({ Circular }) => Circular));

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
  const { value } = useReading<{ circulars: readonly CircularText[] }>(path);
  const [problem, setProblem] = useState<Problem>();
  const office = person.role === 'RENOVATION_OFFICE';
  const draft = async () => {
    const answer = await send(`${path}/circulars`, { month: today.slice(0, 7) });
    setProblem(answer.ok ? undefined : answer.problem);
    await refresh(path);
  };
  return (
    <>
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
          {value?.circulars.map((circular) => (
            <li key={circular.no}>
              <Link href={`/notices/circulars/${year}-${circular.no}`}>{circular.title}</Link>{' '}
              <span className="muted num">{circular.month}</span> <StandingTag circular={circular} />
            </li>
          ))}
        </ul>
      </Card>
      {chosenNo !== undefined && <Circular key={chosen} {...{ year, today }} no={chosenNo} />}
    </>
  );
}

/** Who waits for whom stands in the list already. */
function StandingTag({ circular: { issued, proposed, may } }: { circular: CircularText }) {
  const say = useSay();
  if (issued) {
    return (
      <span className="tag ok">
        {say(noticesText.issued)} {issued.reference}
      </span>
    );
  }
  if (proposed === undefined) return <span className="tag">{say(noticesText.isDraft)}</span>;
  return <span className="tag warn">{say(may.includes('ISSUE') ? circularText.waitsForMe : circularText.waits)}</span>;
}
