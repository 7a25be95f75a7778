// What was repaired by hand: when, by which two accounts, in which project, what was found and how it stood afterwards; and
// above it what still waits for its second person.
import type { Role } from '../../../domain/parties.ts';
import { titleOfParty } from '../../../domain/title-of-party.ts';
import { useReading } from '../../api/use-reading.ts';
import { printMoment } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { repairsText } from '../../text/repair.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { linkToRepair } from './link-to-repair.ts';
import { titleOfRepair } from './title-of-repair.ts';

export const REPAIRS_BY_HAND = '/api/operations/repairs';

interface Proposed {
  readonly at: string;
  readonly by: string;
  readonly projectId: string;
  readonly found: readonly string[];
}

interface Repaired {
  readonly at: string;
  readonly proposedBy?: string;
  readonly by: string;
  readonly role: Role;
  readonly projectId: string;
  readonly found: readonly string[];
  readonly ended?: { readonly done: readonly string[]; readonly left: readonly string[]; readonly sound: boolean };
}

const COLUMNS = [
  ...[repairsText.at, repairsText.by, repairsText.project],
  ...[repairsText.found, repairsText.done, repairsText.after],
];

export function RepairsByHand() {
  const say = useSay();
  const reading = useReading<{ repairs: readonly Repaired[]; open: readonly Proposed[] }>(REPAIRS_BY_HAND);
  const named = (repairs: readonly string[]) => repairs.map((repair) => say(titleOfRepair(repair))).join('、') || '—';
  return (
    <Card title={say(repairsText.title)} note={say(repairsText.note)} id="repairs-by-hand">
      <Region reading={reading} path={REPAIRS_BY_HAND}>
        {({ repairs, open }) =>
          repairs.length + open.length === 0 ? (
            <p className="muted">{say(repairsText.none)}</p>
          ) : (
            <Scroll>
              <table className="plain">
                <Columns titles={COLUMNS} />
                <tbody>
                  {open.map(({ at, by, projectId, found }) => (
                    <tr key={`${at} ${projectId}`}>
                      <td className="num t2">{printMoment(at)}</td>
                      <td>
                        <code>{by}</code> → …
                      </td>
                      <td className="num">
                        <Link href={linkToRepair(projectId)}>{projectId}</Link>
                      </td>
                      <td>{named(found)}</td>
                      <td>—</td>
                      <td>
                        <span className="tag warn">{say(repairsText.waits)}</span>
                      </td>
                    </tr>
                  ))}
                  {repairs.map(({ at, proposedBy, by, role, projectId, found, ended }) => (
                    <tr key={`${at} ${projectId} ${by}`}>
                      <td className="num t2">{printMoment(at)}</td>
                      <td>
                        {say(titleOfParty(role))}{' '}
                        {proposedBy && (
                          <>
                            <code>{proposedBy}</code> →{' '}
                          </>
                        )}
                        <code>{by}</code>
                      </td>
                      <td className="num">
                        <Link href={`/projects/${projectId}`}>{projectId}</Link>
                      </td>
                      <td>{named(found)}</td>
                      <td>{ended ? named(ended.done) : '—'}</td>
                      <td>
                        <span className={`tag ${ended === undefined ? 'warn' : ended.sound ? 'ok' : 'bad'}`}>
                          {say(
                            ended === undefined
                              ? repairsText.cutOff
                              : ended.sound
                                ? repairsText.sound
                                : repairsText.unsound,
                          )}
                        </span>
                        {ended && ended.left.length > 0 && <small> {named(ended.left)}</small>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )
        }
      </Region>
    </Card>
  );
}
