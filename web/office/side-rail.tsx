// The rail on the left, a bar at the bottom of a phone: only the pages that the role opens.
import { type CSSProperties, Fragment, useState } from 'react';
import { useReading } from '../api/use-reading.ts';
import { go, Link, usePath } from '../navigation/address.tsx';
import { ENTRIES, entryOf, inBar } from '../navigation/entries.ts';
import { useKeys } from '../navigation/keys.ts';
import type { Person } from '../sign-in/session.ts';
import { keysText } from '../text/keys.ts';
import { useSay } from '../text/language.ts';
import { shellText } from '../text/shell.ts';
import { Icon } from './icons.tsx';
import { late } from './parts/late.tsx';
import { isInMyHand, type OpenTasks } from './tasks/task.ts';
import './side-rail.css';

const RailFoot = late(() => import('./rail-foot.tsx').then(({ RailFoot }) => RailFoot));
const KeysSheet = late(() => import('./keys-sheet.tsx').then(({ KeysSheet }) => KeysSheet));

const WAYS = { 'g b': '/', 'g p': '/projects', 'g t': '/tasks', 'g s': '/intake' } as const;

/** Places in the bar of a phone: a single page does not fill it. */
const FEWEST = 5;

export function SideRail({ person }: { person: Person | undefined }) {
  const say = useSay();
  const path = usePath();
  const [all, showAll] = useState(false);
  const [sheet, showSheet] = useState(false);
  const tasks = useReading<OpenTasks>(person && '/api/tasks');
  const open = ENTRIES.filter(({ href, opensFor }) =>
    person === undefined ? href === '/calculators' : opensFor(person.role),
  );
  const bar = inBar(open);
  // Who is signed in, and the way out, is under it too.
  const hasMore = person !== undefined || bar.length < open.length;
  const ways = Object.entries(WAYS).filter(([, href]) => open.some((entry) => entry.href === href));
  useKeys({ '?': () => showSheet(true), ...Object.fromEntries(ways.map(([keys, href]) => [keys, () => go(href)])) });
  const here = entryOf(path)?.href;
  const { tasks: own = [], voidings = [], repairs = [], circulars = [] } = tasks.value ?? {};
  const count = own.filter(isInMyHand).length + voidings.length + repairs.length + circulars.length;
  return (
    <aside className={all ? 'side all' : 'side'} aria-label={say(shellText.mainNavigation)}>
      <Link href="/" className="brand">
        <span className="mark">
          <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true">
            <path d="M5 27V13l11-8 11 8v14M12 27v-9h8v9" />
          </svg>
        </span>
        <span>
          <b>{say(shellText.brand)}</b>
          <small>{say(shellText.district)}</small>
        </span>
      </Link>
      <nav
        aria-label={say(shellText.mainNavigation)}
        style={{ '--places': Math.max(FEWEST, bar.length + Number(hasMore)) } as CSSProperties}
      >
        {open.map((entry, index) => {
          const { href, title, icon, group } = entry;
          return (
            <Fragment key={href}>
              {group && group !== open[index - 1]?.group && <div className="navh">{say(group)}</div>}
              <Link
                href={href}
                className={`nav${href === here ? ' on' : ''}${bar.includes(entry) ? '' : ' later'}`}
                aria-current={href === here ? 'page' : undefined}
                onClick={() => showAll(false)}
              >
                <Icon name={icon} />
                <span>{say(title)}</span>
                {href === '/tasks' && count > 0 && <em className="num">{count}</em>}
              </Link>
            </Fragment>
          );
        })}
        {hasMore && (
          <button type="button" className="nav more" aria-expanded={all} onClick={() => showAll(!all)}>
            <Icon name="more" />
            <span>{say(shellText.more)}</span>
          </button>
        )}
      </nav>
      <button type="button" className="plain-link keys-link" onClick={() => showSheet(true)}>
        {say(keysText.title)} <kbd>?</kbd>
      </button>
      {sheet && <KeysSheet onClose={() => showSheet(false)} />}
      {person && <RailFoot person={person} />}
    </aside>
  );
}
