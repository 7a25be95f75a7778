// What is due first, in the whole district: matter, whose turn it is, and the way there.
import { table as actTitles } from 'virtual:act-titles';
import type { Due } from '../../../domain/dashboard.ts';
import { PARTIES } from '../../../domain/parties.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { printDay, printDue, toneOfDue } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { dashboardText } from '../../text/dashboard.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { Clause } from '../parts/clause.tsx';
import { Columns } from '../parts/columns.tsx';

export function DueFirst({ due, today }: { due: readonly Due[]; today: string }) {
  const say = useSay();
  const language = useLanguage();
  if (due.length === 0) return <p className="muted">{say(dashboardText.nothingDue)}</p>;
  return (
    <table className="plain todo">
      <Columns titles={[dashboardText.dueColumn, dashboardText.matter, dashboardText.who]} />
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
          </tr>
        ))}
      </tbody>
    </table>
  );
}
