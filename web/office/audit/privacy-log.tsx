// Who looked at personal data on a day, and what was handed out, corrected, blackened and erased.
import { useState } from 'react';
import type { Role } from '../../../domain/parties.ts';
import { titleOfParty } from '../../../domain/title-of-party.ts';
import { useReading } from '../../api/use-reading.ts';
import { printTime } from '../../figures/dates.ts';
import { Link } from '../../navigation/address.tsx';
import { useSay } from '../../text/language.ts';
import { privacyText } from '../../text/replay.ts';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { DayPicker } from '../parts/day-picker.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useToday } from '../parts/today.ts';

interface Noted {
  readonly entries: readonly {
    readonly at: string;
    readonly act: 'view' | 'export-person' | 'correct-person' | 'redact-page' | 'erase';
    readonly by: { readonly id: string; readonly role: Role; readonly unit: string };
    readonly about: Readonly<Record<string, unknown>>;
  }[];
}

export function PrivacyLog() {
  const today = useToday();
  return today === undefined ? null : <LogOfDay today={today} />;
}

function LogOfDay({ today }: { today: string }) {
  const say = useSay();
  const [day, setDay] = useState(today);
  const path = `/api/privacy/${day}`;
  const reading = useReading<Noted>(path);
  return (
    <Card
      title={say(privacyText.title)}
      note={say(privacyText.lead)}
      aside={<DayPicker title={say(privacyText.day)} day={day} today={today} onPick={setDay} />}
    >
      <Region reading={reading} path={path} height={80}>
        {({ entries }) =>
          entries.length === 0 ? <p className="muted">{say(privacyText.none)}</p> : <Rows entries={entries} />
        }
      </Region>
    </Card>
  );
}

function Rows({ entries }: Noted) {
  const say = useSay();
  const columns = [privacyText.at, privacyText.act, privacyText.by, privacyText.account, privacyText.about];
  return (
    <Scroll>
      <table className="plain log">
        <Columns titles={columns} />
        <tbody>
          {entries.toReversed().map(({ at, act, by, about }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a ledger is only ever added to, and its order is its name
            <tr key={`${at}-${entries.length - index}`}>
              <td className="num">{printTime(at)}</td>
              <td>{say(privacyText[act])}</td>
              <td className="t2">{say(titleOfParty(by.role, by.unit))}</td>
              <td className="num t2">{by.id}</td>
              <td className="num">
                <About about={about} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Numbers of projects, pages and papers: never a person. */
function About({ about: { projectId, ...more } }: { about: Readonly<Record<string, unknown>> }) {
  const numbers = Object.values(more).filter((value) => typeof value === 'string');
  return (
    <>
      {typeof projectId === 'string' && <Link href={`/projects/${projectId}`}>{projectId}</Link>}{' '}
      {numbers.map((number) => (
        <code key={number}>{number.length > 24 ? `${number.slice(0, 8)}…` : number}</code>
      ))}
    </>
  );
}
