// What was told to whom on a day, by which channel, and whether it arrived: numbers and acts only.
import { Button } from 'antd';
import { useState } from 'react';
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { Role } from '../../../domain/parties.ts';
import { titleOfParty } from '../../../domain/title-of-party.ts';
import { read } from '../../api/request.ts';
import { useReading } from '../../api/use-reading.ts';
import { printTime } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { deliveryText } from '../../text/notices.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { DayPicker } from '../parts/day-picker.tsx';
import { Region } from '../parts/region.tsx';
import { Remind } from '../parts/remind.tsx';
import { Scroll } from '../parts/scroll.tsx';

export interface Delivery {
  readonly noticeId: string;
  readonly subject: Bilingual;
  readonly recipient: string;
  readonly role: Role;
  readonly unit?: string;
  readonly channel: string;
  readonly state: 'DELIVERED' | 'FAILED' | 'PENDING';
  readonly attempts: number;
  readonly writtenAt: string;
  readonly at: string;
  readonly code?: string;
}

interface Deliveries {
  readonly day: string;
  readonly deliveries: readonly Delivery[];
  readonly cursor?: string;
}

export const TONES = { DELIVERED: 'ok', PENDING: 'warn', FAILED: 'bad' } as const;

/** The number of the project in the id of the notice of a task. */
const projectOf = (noticeId: string): string | undefined => /^(\d{6}-\d{4}-\d{4})-\d+$/.exec(noticeId)?.[1];

/** `mayRemind`: what did not arrive is sent once more, as a reminder of what waits now. */
export function DeliveryLog({ today, mayRemind }: { today: string; mayRemind: boolean }) {
  const say = useSay();
  const [day, setDay] = useState(today);
  const path = `/api/notices?day=${day}`;
  const reading = useReading<Deliveries>(path);
  return (
    <Card
      title={say(deliveryText.title)}
      note={reading.value?.deliveries.length}
      aside={<DayPicker title={say(deliveryText.day)} day={day} today={today} onPick={setDay} />}
    >
      <Region reading={reading} path={path} height={120}>
        {(first) => <Rows key={day} first={first} path={path} mayRemind={mayRemind} />}
      </Region>
    </Card>
  );
}

function Rows({ first, path, mayRemind }: { first: Deliveries; path: string; mayRemind: boolean }) {
  const say = useSay();
  const [further, setFurther] = useState<readonly Deliveries[]>([]);
  const rows = [first, ...further].flatMap(({ deliveries }) => deliveries);
  const { cursor } = further.at(-1) ?? first;
  if (rows.length === 0) return <p className="muted">{say(deliveryText.none)}</p>;
  const readOn = async () => {
    const answer = await read<Deliveries>(`${path}&cursor=${encodeURIComponent(cursor ?? '')}`);
    if (answer !== 'UNCHANGED' && answer.ok) setFurther([...further, answer.value]);
  };
  const columns = [
    ...[deliveryText.subject, deliveryText.recipient, deliveryText.channel],
    ...[deliveryText.state, deliveryText.attempts, deliveryText.took],
  ];
  return (
    <Scroll>
      <table className="plain">
        <Columns titles={columns} />
        <tbody>
          {rows.map((delivery) => (
            <tr key={`${delivery.noticeId}-${delivery.recipient}`}>
              <td>
                <Link href={`/notices/${encodeURIComponent(delivery.noticeId)}`}>{say(delivery.subject)}</Link>
              </td>
              <td className="t2">{say(titleOfParty(delivery.role, delivery.unit))}</td>
              <td className="t2">{delivery.channel}</td>
              <td>
                <span className={`tag ${TONES[delivery.state]}`}>{say(deliveryText[delivery.state])}</span>{' '}
                {delivery.code && <code>{delivery.code}</code>}
                {mayRemind && delivery.state === 'FAILED' && <Again delivery={delivery} />}
              </td>
              <td className="num">{delivery.attempts}</td>
              <td className="num t2">
                {printTime(delivery.writtenAt)} · {secondsBetween(delivery.writtenAt, delivery.at)}{' '}
                {say(deliveryText.seconds)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {cursor !== undefined && (
        <Button block onClick={() => void readOn()}>
          {say(deliveryText.more)}
        </Button>
      )}
    </Scroll>
  );
}

function Again({ delivery: { noticeId, role, unit } }: { delivery: Delivery }) {
  const say = useSay();
  const projectId = projectOf(noticeId);
  return projectId && <Remind projectId={projectId} name={projectId} who={say(titleOfParty(role, unit))} />;
}

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
