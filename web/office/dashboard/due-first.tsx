// What is due first, in the whole district: matter, whose turn it is, and the way there.
import { table as actTitles } from 'virtual:act-titles';
import type { Due } from '../../../domain/dashboard.ts';
import { PARTIES } from '../../../domain/parties.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { printDay, printDue, toneOfDue } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { dashboardText } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { remindText } from '../../text/remind.ts';
import { Clause } from '../parts/clause.tsx';
import { Columns } from '../parts/columns.tsx';
import { Remind } from '../parts/remind.tsx';
import './due-first.css';

const COLUMNS = [dashboardText.dueColumn, dashboardText.matter, dashboardText.who] as const;

interface DueFirstProps {
  readonly due: readonly Due[];
  readonly today: string;
  /** The Office may tell them once more. */
  readonly mayRemind: boolean;
}

export function DueFirst({ due, today, mayRemind }: DueFirstProps) {
  const say = useSay();
  const language = useLanguage();
  if (due.length === 0) return <p className="muted">{say(dashboardText.nothingDue)}</p>;
  return (
    <table className="plain todo">
      <Columns titles={mayRemind ? [...COLUMNS, remindText.remind] : COLUMNS} />
      <tbody>
        {due.map(({ projectId, name, street, act, owner, dueOn }) => (
          <tr key={projectId}>
            <td className="num">
              <span className={`tag ${toneOfDue(dueOn, today)}`} title={printDay(dueOn, language)}>
                {printDue(dueOn, today, language)}
              </span>
            </td>
            <td>
              <Link href={`/projects/${projectId}`}>{name}</Link> {say(actTitles[act].title)}{' '}
              <Clause clause={actTitles[act].clause} />
            </td>
            <td className="t2">
              {say(owner === 'STREET' ? titleOfStreet(street) : PARTIES[owner])}
              {owner !== 'STREET' && <span className="muted"> · {say(titleOfStreet(street))}</span>}
            </td>
            {mayRemind && (
              <td>
                <Remind
                  projectId={projectId}
                  name={name}
                  who={say(owner === 'STREET' ? titleOfStreet(street) : PARTIES[owner])}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
