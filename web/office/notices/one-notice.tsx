// One notice: what it is about, and for each desk the channels that were tried, their states and attempts; what did not arrive is
// sent again, or by another channel.
import type { Bilingual } from '../../../domain/bilingual.ts';
import { titleOfParty } from '../../../domain/title-of-party.ts';
import { useReading } from '../../api/use-reading.ts';
import { printMoment } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { noticeSentence } from '../../sentences/oversight.ts';
import type { Person } from '../../sign-in/session.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { deliveryText } from '../../text/notices.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { Remind } from '../parts/remind.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { type Delivery, TONES, useLookAgain } from './deliveries.ts';
import { Channel, Why } from './delivery-log.tsx';
import { SendAgain } from './send-again.tsx';

interface Notice {
  readonly noticeId: string;
  readonly subject: Bilingual;
  readonly writtenAt: string;
  readonly projectId?: string;
  readonly deliveries: readonly (Delivery & { readonly notBefore?: string })[];
}

const COLUMNS = [
  ...[deliveryText.recipient, deliveryText.channel, deliveryText.state],
  ...[deliveryText.attempts, deliveryText.lastTry],
];

export function OneNotice({ id, person }: { id: string; person: Person }) {
  const say = useSay();
  const language = useLanguage();
  const path = `/api/notices/${encodeURIComponent(id)}`;
  const reading = useReading<Notice>(path);
  useLookAgain(path, reading.value?.deliveries ?? []);
  return (
    <Region reading={reading} path={path} height={200}>
      {({ subject, writtenAt, projectId, deliveries }) => (
        <>
          <PageHead
            sentence={noticeSentence(
              deliveries.flatMap(({ state }) => (state === 'SWITCHED' ? [] : state)),
              language,
            )}
            lead={say(deliveryText.withoutWords)}
          >
            <Link href="/notices" className="ghost">
              {say(deliveryText.back)}
            </Link>
          </PageHead>
          <div className="grid">
            <Card title={say(subject)} note={`${say(deliveryText.written)} ${printMoment(writtenAt)}`}>
              {projectId && (
                <p>
                  {say(deliveryText.project)}{' '}
                  <Link href={`/projects/${projectId}`} className="num">
                    {projectId}
                  </Link>{' '}
                  {person.role === 'RENOVATION_OFFICE' && deliveries.some(({ state }) => state === 'FAILED') && (
                    <Remind projectId={projectId} name={projectId} who={say(deliveryText.whoseTurn)} />
                  )}
                </p>
              )}
              <Scroll>
                <table className="plain stacked deliveries">
                  <Columns titles={COLUMNS} />
                  <tbody>
                    {deliveries.map((delivery) => {
                      const { recipient, role, unit, channel, state, code, attempts, at, notBefore } = delivery;
                      return (
                        <tr key={`${recipient} ${channel} ${delivery.writtenAt}`}>
                          <td>
                            {say(titleOfParty(role, unit))} <small className="muted">{recipient}</small>
                          </td>
                          <td className="t2">
                            <Channel delivery={delivery} />
                          </td>
                          <td>
                            <span className={`tag ${TONES[state]}`}>{say(deliveryText[state])}</span>{' '}
                            <Why code={code} />
                            <SendAgain delivery={delivery} path={path} />
                          </td>
                          <td className="num">{attempts}</td>
                          <td className="num t2">
                            {attempts > 0 && printMoment(at)}
                            {notBefore && ` · ${say(deliveryText.nextTry)} ${printMoment(notBefore)}`}
                          </td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </Scroll>
            </Card>
          </div>
        </>
      )}
    </Region>
  );
}
