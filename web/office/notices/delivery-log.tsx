// What was told to whom on a day, by which channel, and whether it arrived: numbers and acts only.
import { Button } from 'antd';
import { useState } from 'react';
import { titleOfParty } from '../../../domain/title-of-party.ts';
import { read } from '../../api/request.ts';
import { useReading } from '../../api/use-reading.ts';
import { printTime } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { deliveryText, reasonOf, titleOfKind } from '../../text/notices.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { DayPicker } from '../parts/day-picker.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { type Deliveries, type Delivery, TONES, useLookAgain } from './deliveries.ts';
import { SendAgain } from './send-again.tsx';
import './notices.css';

interface DeliveryLogProps {
  readonly today: string;
  /** Of one's own unit alone, which nobody needs to be told in every row. */
  readonly isOwn?: boolean;
}

export function DeliveryLog({ today, isOwn = false }: DeliveryLogProps) {
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
        {(first) => <Rows key={day} {...{ first, path, isOwn }} />}
      </Region>
    </Card>
  );
}

function Rows({ first, path, isOwn }: { first: Deliveries; path: string; isOwn: boolean }) {
  const say = useSay();
  const [further, setFurther] = useState<readonly Deliveries[]>([]);
  useLookAgain(path, first.deliveries);
  const rows = [first, ...further].flatMap(({ deliveries }) => deliveries);
  const { cursor } = further.at(-1) ?? first;
  if (rows.length === 0) return <p className="muted">{say(deliveryText.none)}</p>;
  const readOn = async () => {
    const answer = await read<Deliveries>(`${path}&cursor=${encodeURIComponent(cursor ?? '')}`);
    if (answer !== 'UNCHANGED' && answer.ok) setFurther([...further, answer.value]);
  };
  const columns = [
    ...[deliveryText.subject, ...(isOwn ? [] : [deliveryText.recipient]), deliveryText.channel],
    ...[deliveryText.state, deliveryText.attempts, deliveryText.took],
  ];
  return (
    <Scroll>
      <table className="plain stacked deliveries">
        <Columns titles={columns} />
        <tbody>
          {rows.map((delivery) => (
            <tr key={`${delivery.noticeId}-${delivery.recipient}-${delivery.channel}-${delivery.writtenAt}`}>
              <td>
                <Link href={`/notices/${encodeURIComponent(delivery.noticeId)}`}>{say(delivery.subject)}</Link>
              </td>
              {!isOwn && <td className="t2">{say(titleOfParty(delivery.role, delivery.unit))}</td>}
              <td className="t2">
                <Channel delivery={delivery} />
              </td>
              <td>
                <span className={`tag ${TONES[delivery.state]}`}>{say(deliveryText[delivery.state])}</span>{' '}
                <Why code={delivery.code} />
                <SendAgain delivery={delivery} path={path} />
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

/** What kind it is, and for those who may send its name in the settings; one that was taken out of them has a name only. */
export function Channel({ delivery: { channel, kind } }: { delivery: Delivery }) {
  const say = useSay();
  return (
    <>
      {kind && say(titleOfKind(kind))} {channel && <small className="muted">{channel}</small>}
    </>
  );
}

/** Codes are for whoever is asked for help; what nobody has to look after says so. */
export function Why({ code }: { code: string | undefined }) {
  const say = useSay();
  if (code === 'DAY_OVER') return <small className="muted">{say(deliveryText.dayOver)}</small>;
  if (code === undefined) return undefined;
  const reason = reasonOf(code);
  return (
    <>
      {reason && <small className="t2">{say(reason)} </small>}
      <code>{code}</code>
    </>
  );
}

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
