// Who owes what of 三(二) since when, the tasks of the meetings, and the register itself in the words of the text.
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { Role } from '../../../domain/parties.ts';
import { titleOfState } from '../../../domain/projects/states.ts';
import { titleOfParty } from '../../../domain/title-of-party.ts';
import { useReading } from '../../api/use-reading.ts';
import { printDue, toneOfDue } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { dutiesSentence } from '../../sentences/programme.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { yearText } from '../../text/programme-year.ts';
import { Card } from '../parts/card.tsx';
import { Clause } from '../parts/clause.tsx';
import { Columns } from '../parts/columns.tsx';
import { addressOf, type EntryRef } from '../parts/entry-links.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useDates } from '../parts/today.ts';

interface OwedDuty {
  readonly party: Role;
  readonly unit: string;
  readonly what: Bilingual;
  readonly since: string;
  readonly projectId: string;
  readonly name?: string;
  readonly entry: EntryRef;
}

const OWED = '/api/programme/owed?kind=DUTY';

export function Duties({ year, today }: { year: string; today: string }) {
  const language = useLanguage();
  const owed = useReading<{ owed: readonly OwedDuty[] }>(OWED);
  const programme = useReading<{ tasks: readonly Task[] }>(`/api/programme/${year}`);
  return (
    <Region reading={owed} path={OWED} height={300}>
      {({ owed: duties }) => {
        const open = (programme.value?.tasks ?? []).filter(({ finishedOn }) => finishedOn === undefined);
        const facts = {
          owed: duties.length,
          parties: new Set(duties.map(nameKey)).size,
          tasks: open.length,
          late: open.filter(({ dueOn }) => dueOn < today).length,
        };
        return (
          <>
            <PageHead sentence={dutiesSentence(facts, language)} />
            <div className="grid">
              <OwedByParty duties={duties} />
              <Tasks tasks={programme.value?.tasks ?? []} today={today} />
              <Register />
            </div>
          </>
        );
      }}
    </Region>
  );
}

const nameKey = ({ party, unit }: { party: Role; unit: string }): string => `${party}#${unit}`;

function useNameOf(): (owner: { party: Role; unit: string }) => string {
  const say = useSay();
  return ({ party, unit }) => say(titleOfParty(party, unit));
}

function OwedByParty({ duties }: { duties: readonly OwedDuty[] }) {
  const say = useSay();
  const dates = useDates();
  const nameOf = useNameOf();
  const parties = [...Map.groupBy(duties, nameKey).values()].toSorted((one, other) => other.length - one.length);
  return (
    <Card title={say(yearText.owed)} note={duties.length} clause="三(二)">
      {duties.length === 0 && <p className="say ok">{say(yearText.noneOwed)}</p>}
      {parties.map((of) => {
        const [first] = of;
        if (first === undefined) return null;
        return (
          <details key={nameKey(first)} className="by-party">
            <summary>
              <b>{nameOf(first)}</b> <span className="tag warn num">{of.length}</span>{' '}
              <small className="muted">
                {say(yearText.since)} {dates.day(first.since)}
              </small>
            </summary>
            <ul>
              {of.map(({ projectId, name, what, since, entry }) => (
                <li key={`${projectId}-${what.en}`}>
                  {say(what)} · <Link href={`/projects/${projectId}`}>{name ?? projectId}</Link>{' '}
                  <Link href={addressOf(entry)} className="muted">
                    {say(yearText.since)} {dates.day(since)}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </Card>
  );
}

interface Task {
  readonly no: number;
  readonly text: string;
  readonly owner: { readonly role: Role; readonly unit: string };
  readonly since: string;
  readonly dueOn: string;
  readonly finishedOn?: string;
}

function Tasks({ tasks, today }: { tasks: readonly Task[]; today: string }) {
  const say = useSay();
  const dates = useDates();
  const language = useLanguage();
  const nameOf = useNameOf();
  return (
    <Card title={say(yearText.tasks)} note={tasks.length} clause="三(四)">
      {tasks.length === 0 ? (
        <p className="muted">{say(yearText.noTasks)}</p>
      ) : (
        <Scroll>
          <table className="plain stacked">
            <Columns titles={[yearText.task, yearText.party, yearText.since, yearText.due]} />
            <tbody>
              {tasks.toReversed().map(({ no, text, owner, since, dueOn, finishedOn }) => (
                <tr key={no}>
                  <td>{text}</td>
                  <td className="t2">{nameOf({ party: owner.role, unit: owner.unit })}</td>
                  <td className="num t2">{dates.day(since)}</td>
                  <td>
                    {finishedOn === undefined ? (
                      <span className={`tag ${toneOfDue(dueOn, today)}`}>{printDue(dueOn, today, language)}</span>
                    ) : (
                      <span className="tag ok">
                        {say(yearText.done)} {dates.day(finishedOn)}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Card>
  );
}

interface RegisteredDuty {
  readonly duty: string;
  readonly partyTitle: Bilingual;
  readonly title: Bilingual;
  readonly clause: string;
  readonly quote: string;
  readonly trigger: { readonly kind: string; readonly from?: string; readonly contents?: readonly Bilingual[] };
  readonly evidence: Bilingual;
}

const REGISTER = '/api/programme/duties';

function Register() {
  const say = useSay();
  const reading = useReading<{ duties: readonly RegisteredDuty[] }>(REGISTER);
  const called = ({ kind, from, contents = [] }: RegisteredDuty['trigger']): string => {
    if (kind === 'CONTENT') return contents.map(say).join(say({ zh: '、', en: ', ' }));
    if (kind === 'SELF_GOVERNANCE') return say(yearText.selfGovernance);
    // The route names a state of the table.
    if (from !== undefined)
      return `${say(yearText.fromState)}${say(titleOfState(from as Parameters<typeof titleOfState>[0]))}`;
    return say(yearText.allYear);
  };
  return (
    <Card title={say(yearText.register)} note={say(yearText.registerNote)}>
      <Region reading={reading} path={REGISTER} height={300}>
        {({ duties }) => (
          <Scroll>
            <table className="plain stacked">
              <Columns titles={[yearText.party, yearText.duty, yearText.trigger, yearText.evidence]} />
              <tbody>
                {duties.map(({ duty, partyTitle, title, clause, quote, trigger, evidence }) => (
                  <tr key={duty}>
                    <td>{say(partyTitle)}</td>
                    <td>
                      {say(title)} <Clause clause={clause} quote={quote} />
                    </td>
                    <td className="t2">{called(trigger)}</td>
                    <td className="t2">{say(evidence)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </Region>
    </Card>
  );
}
