// Notices: what is on its way, and where those of the reader's unit are found.
import type { Latencies } from '../../../domain/dashboard.ts';
import { useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { noticesSentence } from '../../sentences/oversight.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { noticesText } from '../../text/oversight.ts';
import type { PageProps } from '../office-page.tsx';
import { Card } from '../parts/card.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';

const PATH = '/api/dashboard/latencies';

export function Notices(_: PageProps) {
  const say = useSay();
  const language = useLanguage();
  const reading = useReading<Latencies>(PATH);
  return (
    <Region reading={reading} path={PATH} height={200}>
      {({ undelivered }) => (
        <>
          <PageHead sentence={noticesSentence(undelivered, language)} lead={say(noticesText.lead)} />
          <div className="grid halves">
            <Card title={say(noticesText.mine)}>
              <p>{say(noticesText.mineLead)}</p>
              <p>
                <Link href="/tasks">{say(noticesText.open)}</Link>
              </p>
            </Card>
            <Card title={say(noticesText.channels)}>
              <p>{say(noticesText.channelsLead)}</p>
            </Card>
            <Card title={say(noticesText.circulars)}>
              <p>{say(noticesText.circularsLead)}</p>
            </Card>
          </div>
        </>
      )}
    </Region>
  );
}
