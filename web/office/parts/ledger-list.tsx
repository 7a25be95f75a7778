// Entries of a ledger, the latest on top: what was done, by whom and when, and both ends of its hash. An address may point at one.
import { useEffect } from 'react';
import { keepInView } from '../../navigation/keep-in-view.ts';
import './ledger-list.css';

export interface ListedEntry {
  readonly seq: number;
  readonly hash: string;
  readonly title: string;
  /** What tells it from another of the same title. */
  readonly about?: string;
  /** When, and by whom. */
  readonly note: string;
}

/** `entries` with the latest first; figures lead to one of them by `#entry-12`. */
export function LedgerList({ entries }: { entries: readonly ListedEntry[] }) {
  useEffect(() => {
    const entry = location.hash.startsWith('#entry-') ? document.getElementById(location.hash.slice(1)) : null;
    return entry === null ? undefined : keepInView(entry, 'center');
  }, []);
  return (
    <ol className="led" reversed>
      {entries.map(({ seq, hash, title, about, note }) => (
        <li key={seq} id={`entry-${seq}`} className={location.hash === `#entry-${seq}` ? 'chosen' : undefined}>
          <span className="seq num">{seq}</span>
          <div>
            <b>{title}</b> {about}
            <small>{note}</small>
          </div>
          <code title={hash}>
            {hash.slice(0, 4)}…{hash.slice(-4)}
          </code>
        </li>
      ))}
    </ol>
  );
}
