// One project decided again in front of the reader: entry by entry, with the state after each and what came out otherwise.
import { Button } from 'antd';
import type { Bilingual } from '../../../domain/bilingual.ts';
import type { Role } from '../../../domain/parties.ts';
import { titleOfParty } from '../../../domain/title-of-party.ts';
import { refresh, useReading } from '../../api/use-reading.ts';
import { Link } from '../../navigation/address.tsx';
import { useKeys, walkFocus } from '../../navigation/keys.ts';
import { replaySentence } from '../../sentences/oversight.ts';
import { useLanguage, useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { replayText } from '../../text/replay.ts';
import { shellText } from '../../text/shell.ts';
import type { PageProps } from '../office-page.tsx';
import { Card } from '../parts/card.tsx';
import { Columns } from '../parts/columns.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Region } from '../parts/region.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useDates } from '../parts/today.ts';
import './replay.css';

interface ReplayedEntry {
  readonly seq: number;
  readonly at: string;
  readonly title: Bilingual;
  readonly role: Role;
  readonly unit: string;
  readonly step: number;
  readonly stateTitle: Bilingual;
  readonly findings: number;
  readonly reason?:
    | 'CHAIN'
    | 'UNKNOWN_ACT'
    | 'UNKNOWN_RULEBOOK'
    | 'UNKNOWN_CALENDAR'
    | 'FACTS'
    | 'REFUSED'
    | 'DECISION';
}

interface Replay {
  readonly name: string;
  readonly decisions: number;
  readonly brokenAt?: number;
  readonly differing: number;
  readonly entries: readonly ReplayedEntry[];
}

const ROWS = '.replay tbody a';

export function ReplayPage({ parts: [projectId = ''] }: PageProps) {
  const say = useSay();
  const language = useLanguage();
  const path = `/api/projects/${projectId}/replay`;
  const reading = useReading<Replay>(path);
  useKeys({ j: () => walkFocus(ROWS, 1), k: () => walkFocus(ROWS, -1) });
  return (
    <Region reading={reading} path={path} height={400}>
      {({ name, decisions, differing, brokenAt, entries }) => (
        <>
          <p className="crumb">
            <Link href="/projects">{say(shellText.projects)}</Link> /{' '}
            <Link href={`/projects/${projectId}`}>{name}</Link> / {say(replayText.title)}
          </p>
          <PageHead
            sentence={replaySentence({ decisions, differing, broken: brokenAt !== undefined }, language)}
            lead={say(replayText.lead)}
          >
            <Button onClick={() => void refresh(path)}>{say(replayText.again)}</Button>
          </PageHead>
          <Card
            title={say(replayText.entries)}
            note={<span className="num">{projectId}</span>}
            aside={
              <span className={brokenAt === undefined ? 'tag ok' : 'tag bad'}>
                {say(brokenAt === undefined ? replayText.chain : replayText.broken)} {brokenAt ?? decisions}
              </span>
            }
          >
            {entries.length === 0 ? (
              <p className="say bad">{say(replayText.nothing)}</p>
            ) : (
              <Entries projectId={projectId} entries={entries} />
            )}
          </Card>
        </>
      )}
    </Region>
  );
}

function Entries({ projectId, entries }: { projectId: string; entries: readonly ReplayedEntry[] }) {
  const say = useSay();
  const dates = useDates();
  const columns = [
    ...[replayText.seq, replayText.at, replayText.act, replayText.role],
    ...[replayText.after, replayText.findings, replayText.verdict],
  ];
  return (
    <Scroll>
      <table className="plain stacked close numbered replay">
        <Columns titles={columns} />
        <tbody>
          {entries.map(({ seq, at, title, role, unit, step, stateTitle, findings, reason }) => (
            <tr key={seq}>
              <td className="num">
                <Link href={`/projects/${projectId}#entry-${seq}`} aria-label={`${say(projectText.ledger)} ${seq}`}>
                  {seq}
                </Link>
              </td>
              <td className="num t2">{dates.moment(at)}</td>
              <td>{say(title)}</td>
              <td className="t2">{say(titleOfParty(role, unit))}</td>
              <td>
                <span className="num">{step}</span> {say(stateTitle)}
              </td>
              <td className="num t2">{findings}</td>
              <td>
                <span className={reason === undefined ? 'tag ok' : 'tag bad'}>
                  {say(reason === undefined ? replayText.same : replayText[reason])}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
