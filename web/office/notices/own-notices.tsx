// What one's own unit was told, and whether it arrived: all that communities, bodies and departments have to do with notices.
import { useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { ownNoticesSentence } from '../../sentences/oversight.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { ownNoticesText } from '../../text/notices.ts';
import { noticesText } from '../../text/programme.ts';
import { shellText } from '../../text/shell.ts';
import { PageHead } from '../parts/page-head.tsx';
import { useToday } from '../parts/today.ts';
import type { Deliveries } from './deliveries.ts';
import { DeliveryLog } from './delivery-log.tsx';

export function OwnNotices() {
  const today = useToday();
  return (
    today && (
      <>
        <OwnHead today={today} />
        <div className="grid">
          <DeliveryLog today={today} isOwn />
        </div>
      </>
    )
  );
}

/** `maySend`: of a street, which has more than its own notices on the page and can send them again. */
export function OwnHead({ today, maySend = false }: { today: string; maySend?: boolean }) {
  const say = useSay();
  const language = useLanguage();
  const { value } = useReading<Deliveries>(`/api/notices?day=${today}`);
  if (value === undefined) return null;
  const { deliveries, cursor } = value;
  const states = deliveries.flatMap(({ state }) => (state === 'SWITCHED' ? [] : state));
  return (
    <PageHead
      sentence={ownNoticesSentence(states, { hasMore: cursor !== undefined, maySend }, language)}
      lead={say(maySend ? noticesText.lead : ownNoticesText.lead)}
    >
      <Link href="/tasks" className="ghost">
        {say(shellText.tasks)}
      </Link>
    </PageHead>
  );
}
