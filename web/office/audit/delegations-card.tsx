// Tasks handed over and taken back in the whole district, for the auditors: accounts, never names.
import { table as actTitles } from 'virtual:act-titles';
import { PARTIES, type Role } from '../../../domain/parties.ts';
import { type ActName, isActName } from '../../../domain/projects/act-names.ts';
import { titleOfStreet } from '../../../domain/streets.ts';
import { useReading } from '../../api/use-reading.ts';
import { printDay, printMoment } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { useLanguage, useSay } from '../../text/language.ts';
import { delegationsText } from '../../text/tasks.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';

interface Listed {
  readonly role: Role;
  readonly unit: string;
  readonly seq: number;
  readonly at: string;
  readonly act: 'delegate-task' | 'take-back-task';
  readonly projectId: string;
  readonly task: string;
  readonly by: string;
  readonly to?: string;
  readonly until?: string;
}

const PATH = '/api/delegations';

export function DelegationsCard() {
  const say = useSay();
  const reading = useReading<{ entries: readonly Listed[] }>(PATH);
  return (
    <Card title={say(delegationsText.title)} note={say(delegationsText.lead)}>
      <Region reading={reading} path={PATH} height={80}>
        {({ entries }) =>
          entries.length === 0 ? <p className="muted">{say(delegationsText.none)}</p> : <Rows entries={entries} />
        }
      </Region>
    </Card>
  );
}

function Rows({ entries }: { entries: readonly Listed[] }) {
  const say = useSay();
  const language = useLanguage();
  const columns = [
    ...[delegationsText.at, delegationsText.unit, delegationsText.what],
    ...[delegationsText.project, delegationsText.by, delegationsText.given],
  ];
  return (
    <Scroll>
      <table className="plain log">
        <Columns titles={columns} />
        <tbody>
          {entries.map(({ role, unit, seq, at, act, projectId, task, by, to, until }) => (
            <tr key={`${role}-${unit}-${seq}`}>
              <td className="num t2">{printMoment(at)}</td>
              <td className="t2">{say(role === 'STREET' ? titleOfStreet(unit) : PARTIES[role])}</td>
              <td>{isActName(task) ? say(actTitles[task satisfies ActName].title) : task}</td>
              <td className="num">
                <Link href={`/projects/${projectId}`}>{projectId}</Link>
              </td>
              <td className="num">{by}</td>
              <td className="num">
                {act === 'take-back-task' ? (
                  <span className="tag">{say(delegationsText.back)}</span>
                ) : (
                  <>
                    {to} {say(delegationsText.until)} {until && printDay(until, language)}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
