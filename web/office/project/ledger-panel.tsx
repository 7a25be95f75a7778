// The ledger itself, the latest entry on top; its chain can be recomputed in front of the reader.
import { table as actTitles } from 'virtual:act-titles';
import { useEffect, useState } from 'react';
import type { Entry } from '../../../domain/ledger.ts';
import { isActName } from '../../../domain/projects/act-names.ts';
import { titleOfParty } from '../../../domain/title-of-party.ts';
import type { LedgerView } from '../../api/project-view.ts';
import { Link } from '../../navigation/address.tsx';
import { keepInView } from '../../navigation/keep-in-view.ts';
import { byNumberText } from '../../text/by-number.ts';
import { useSay } from '../../text/language.ts';
import { projectText } from '../../text/project.ts';
import { Icon } from '../icons.tsx';
import { Card } from '../parts/card.tsx';
import { LedgerList } from '../parts/ledger-list.tsx';
import { useDates } from '../parts/today.ts';

const SHOWN = 8;

type Checked = 'RUNNING' | { readonly entries: number; readonly brokenAt?: number };

interface LedgerPanelProps {
  readonly projectId: string;
  readonly ledger: LedgerView | undefined;
  /** Decided again, for those who may ask for it. */
  readonly mayReplay: boolean;
  /** Without what was written in it: nothing to compute the chain from again. */
  readonly byNumber?: boolean;
}

export function LedgerPanel({ projectId, ledger, mayReplay, byNumber = false }: LedgerPanelProps) {
  const say = useSay();
  const dates = useDates();
  // Figures lead to one entry: `#entry-12`.
  const [all, showAll] = useState(location.hash.startsWith('#entry-'));
  const [checked, setChecked] = useState<Checked>();
  const isRead = ledger !== undefined;
  // It comes after the page, and an address may have led here.
  useEffect(() => {
    const panel = isRead && location.hash === '#ledger' ? document.getElementById('ledger') : null;
    return panel === null ? undefined : keepInView(panel);
  }, [isRead]);
  if (ledger === undefined) return null;
  const { entries, unbroken } = ledger;
  const latest = entries.toReversed();

  const check = async () => {
    setChecked('RUNNING');
    const { findChainBreak } = await import('../../../domain/ledger.ts');
    // The entries as they came over the wire: what the check is about.
    const broken = findChainBreak({ kind: 'PROJECT', id: projectId }, entries as unknown as readonly Entry[]);
    setChecked({ entries: entries.length, ...(broken && { brokenAt: broken.seq }) });
  };

  const sound = typeof checked === 'object' ? checked.brokenAt === undefined : unbroken;
  return (
    <Card
      title={say(projectText.ledger)}
      id="ledger"
      aside={
        <span className={sound ? 'tag ok' : 'tag bad'} role="status">
          <Icon name={sound ? 'lock' : 'stop'} size={14} />
          {say(sound ? projectText.unbroken : projectText.broken)} {entries.length} / {entries.length}
        </span>
      }
    >
      <LedgerList
        entries={(all ? latest : latest.slice(0, SHOWN)).map(({ seq, act, at, actor, hash }) => ({
          ...{ seq, hash },
          title: isActName(act) ? say(actTitles[act].title) : act,
          note: `${dates.moment(at)} · ${say(titleOfParty(actor.role, actor.unit))}`,
        }))}
      />
      {byNumber ? (
        <p className="fine">{say(byNumberText.chain)}</p>
      ) : (
        <p className="fine">
          {say(projectText.chainNote)}{' '}
          <button type="button" className="doc-link" disabled={checked === 'RUNNING'} onClick={() => void check()}>
            {say(projectText.checkAgain)}
          </button>{' '}
          {mayReplay && <Link href={`/projects/${projectId}/replay`}>{say(projectText.replay)}</Link>}
        </p>
      )}
      {!all && latest.length > SHOWN && (
        <button type="button" className="ghost" onClick={() => showAll(true)}>
          {say(projectText.moreEntries)} {latest.length}
        </button>
      )}
    </Card>
  );
}
