// Circulars that a colleague proposed: the second person is led to the words, and issues or returns them there.
import { Button } from 'antd';
import { printDay, printDue, toneOfDue } from '../../figures/dates.ts';
import { go, Link } from '../../navigation/address.tsx';
import { circularText } from '../../text/circular.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { Card } from '../parts/card.tsx';
import type { CircularTask } from './task.ts';

interface Props {
  readonly circulars: readonly CircularTask[];
  readonly today: string;
}

export function CircularsToIssue({ circulars, today }: Props) {
  const say = useSay();
  const language = useLanguage();
  if (circulars.length === 0) return null;
  return (
    <Card title={say(circularText.tasks)} note={circulars.length} id="circulars-to-issue">
      <ul className="task-list">
        {circulars.map(({ year, no, month, title, proposedOn, dueOn }) => {
          const address = `/notices/circulars/${year}-${no}`;
          return (
            <li key={address}>
              <span className={`tag ${toneOfDue(dueOn, today)}`} title={printDay(dueOn, language)}>
                {printDue(dueOn, today, language)}
              </span>
              <div>
                <b>{say(circularText.look)}</b> <Link href={address}>{title}</Link>
                <small>
                  {month} · {say(circularText.proposedOn)} {printDay(proposedOn, language)}
                </small>
              </div>
              <div className="task-acts">
                <Button
                  className="do-task"
                  type="primary"
                  aria-label={`${say(circularText.read)} ${title}`}
                  onClick={() => go(address)}
                >
                  {say(circularText.read)}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
