// The ledger of grants: who gave whom which post, until when, and what was taken away by whom.
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { Role } from '../../../domain/parties.ts';
import { useReading } from '../../api/use-reading.ts';
import { printDate } from '../../figures/dates.ts';
import { titleOfPost } from '../../sentences/posts.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { settingsText } from '../../text/operations.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useDates } from '../parts/today.ts';
import type { PostOfPerson } from './held-posts.tsx';

export const GRANTS = '/api/grants';

export interface Grants {
  readonly holders: number;
  readonly posts: readonly PostOfPerson[];
  readonly entries: readonly GrantEntry[];
}

interface GrantEntry {
  readonly seq: number;
  readonly at: string;
  readonly act: 'grant-post' | 'revoke-post' | 'grant-role' | 'revoke-role' | 'invite-person';
  readonly personId: string;
  readonly role?: Role;
  readonly unit?: string;
  readonly until?: string;
  readonly by: string;
}

export function GrantLedger() {
  const say = useSay();
  const reading = useReading<Grants>(GRANTS);
  return (
    <Card title={say(settingsText.grantLedger)}>
      <Region reading={reading} path={GRANTS} height={200}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="muted">{say(settingsText.noGrants)}</p>
          ) : (
            <Scroll>
              <table className="plain">
                <Columns
                  titles={[
                    settingsText.entry,
                    settingsText.at,
                    settingsText.account,
                    settingsText.act,
                    settingsText.post,
                    settingsText.lastDayColumn,
                    settingsText.by,
                  ]}
                />
                <tbody>
                  {entries.map((entry) => (
                    <Row key={entry.seq} entry={entry} />
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

const ACTS = {
  'grant-post': { tone: 'ok', says: settingsText.given },
  'grant-role': { tone: 'ok', says: settingsText.givenInstead },
  'revoke-post': { tone: 'bad', says: settingsText.takenAway },
  'revoke-role': { tone: 'bad', says: settingsText.takenAway },
  'invite-person': { tone: 'info', says: settingsText.invited },
} as const satisfies Record<GrantEntry['act'], { tone: string; says: Bilingual }>;

function Row({ entry: { seq, at, act, personId, role, unit, until, by } }: { entry: GrantEntry }) {
  const say = useSay();
  const language = useLanguage();
  const dates = useDates();
  const { tone, says } = ACTS[act];
  const post = role === undefined || unit === undefined ? undefined : titleOfPost({ role, unit }, language);
  return (
    <tr>
      <td className="num">{seq}</td>
      <td className="num t2">{dates.moment(at)}</td>
      <td className="num">{personId}</td>
      <td>
        <span className={`tag ${tone}`}>{say(says)}</span>
      </td>
      <td>{post ?? (act === 'revoke-role' && say(settingsText.everyPost))}</td>
      <td className="num t2">
        {until === undefined ? tone === 'ok' && say(settingsText.openEnded) : printDate(until, language)}
      </td>
      <td className="num t2">{by}</td>
    </tr>
  );
}
