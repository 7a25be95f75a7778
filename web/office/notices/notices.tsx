// Notices: what is on its way, who owes what since when, and the circulars of the year; those who only receive see what their own
// unit was told.
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { Latencies } from '../../../domain/dashboard.ts';
import { mayRead } from '../../../domain/page-readers.ts';
import type { Role } from '../../../domain/parties.ts';
import { titleOfParty } from '../../../domain/title-of-party.ts';
import { useReading } from '../../api/use-reading.ts';
import { printDue, toneOfDue } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { noticesSentence } from '../../sentences/oversight.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { noticesText } from '../../text/programme.ts';
import type { PageProps } from '../office-page.tsx';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useDates } from '../parts/today.ts';
import { Circulars } from './circulars.tsx';
import type { Delivery } from './deliveries.ts';
import { DeliveryLog } from './delivery-log.tsx';
import { OneNotice } from './one-notice.tsx';
import { OwnHead, OwnNotices } from './own-notices.tsx';

const PATH = '/api/dashboard/latencies';

export function Notices({ parts, person }: PageProps) {
  const [part, chosen] = parts;
  if (part !== undefined && part !== 'circulars') return <OneNotice id={decodeURIComponent(part)} person={person} />;
  const isOwn = person.role !== 'STREET' && !mayRead('allNotices', person.role);
  return isOwn ? <OwnNotices /> : <AllNotices chosen={chosen} person={person} />;
}

function AllNotices({ chosen, person }: { chosen: string | undefined } & Pick<PageProps, 'person'>) {
  const say = useSay();
  const reading = useReading<Latencies>(PATH);
  return (
    <Region reading={reading} path={PATH} height={200}>
      {({ undelivered, today }) => (
        <>
          {person.role === 'STREET' ? <OwnHead today={today} maySend /> : <Head {...{ undelivered, today }} />}
          <div className="grid">
            {mayRead('circulars', person.role) && <Circulars {...{ today, person, chosen }} />}
            <DeliveryLog today={today} />
            {mayRead('programme', person.role) && <Owed />}
            <Card title={say(noticesText.channels)}>
              <p>{say(noticesText.channelsLead)}</p>
            </Card>
          </div>
        </>
      )}
    </Region>
  );
}

function Head({ undelivered, today }: { undelivered: number; today: string }) {
  const say = useSay();
  const language = useLanguage();
  const deliveries = useReading<{ deliveries: readonly Delivery[] }>(`/api/notices?day=${today}`).value?.deliveries;
  const failed = deliveries?.filter(({ state }) => state === 'FAILED').length ?? 0;
  return <PageHead sentence={noticesSentence(undelivered, failed, language)} lead={say(noticesText.lead)} />;
}

interface Owes {
  readonly kind: string;
  readonly party: Role;
  readonly unit: string;
  readonly what: Bilingual;
  readonly since: string;
  readonly dueOn?: string;
  readonly projectId?: string;
  readonly name?: string;
}

const OWED = '/api/programme/owed';
const SHOWN = 60;

function Owed() {
  const dates = useDates();
  const say = useSay();
  const language = useLanguage();
  const reading = useReading<{ today: string; owed: readonly Owes[] }>(OWED);
  return (
    <Card title={say(noticesText.owed)} note={reading.value?.owed.length}>
      <Region reading={reading} path={OWED} height={200}>
        {({ today, owed }) =>
          owed.length === 0 ? (
            <p className="muted">{say(noticesText.nothingOwed)}</p>
          ) : (
            <Scroll>
              <table className="plain stacked close">
                <Columns
                  titles={[noticesText.what, noticesText.who, noticesText.since, noticesText.due, noticesText.project]}
                />
                <tbody>
                  {owed.slice(0, SHOWN).map(({ kind, party, unit, what, since, dueOn, projectId, name }) => (
                    <tr key={`${kind}-${projectId}-${what.en}-${unit}`}>
                      <td>{say(what)}</td>
                      <td className="t2">{say(titleOfParty(party, unit))}</td>
                      <td className="num t2">{dates.day(since)}</td>
                      <td className="num">
                        {dueOn && (
                          <span className={`tag ${toneOfDue(dueOn, today)}`}>{printDue(dueOn, today, language)}</span>
                        )}
                      </td>
                      <td className="num">
                        {projectId && <Link href={`/projects/${projectId}`}>{name ?? projectId}</Link>}
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
