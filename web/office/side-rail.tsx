// The rail on the left, a bar at the bottom of a phone: only the pages that the role opens.
import { Fragment, lazy, Suspense, useState } from 'react';
import { type HeldPost, isSamePost } from '../../domain/directory/post.ts';
import { PARTIES } from '../../domain/parties.ts';
import { useReading } from '../api/use-reading.ts';
import { go, Link, usePath } from '../navigation/address.tsx';
import { ENTRIES, entryOf } from '../navigation/entries.ts';
import { useKeys } from '../navigation/keys.ts';
import { titleOfPost, untilInWords } from '../sentences/posts.ts';
import { type Person, signOut } from '../sign-in/session.ts';
import { keysText } from '../text/keys.ts';
import { useLanguage, useSay } from '../text/language.ts';
import { postsText } from '../text/posts.ts';
import { shellText } from '../text/shell.ts';
import { Icon } from './icons.tsx';
import { isInMyHand, type OpenTasks } from './tasks/task.ts';
import './posts.css';
import './side-rail.css';

const SwitchPost = lazy(() => import('./switch-post.tsx').then((dialog) => ({ default: dialog.SwitchPost })));
const KeysSheet = lazy(() => import('./keys-sheet.tsx').then((sheet) => ({ default: sheet.KeysSheet })));

const WAYS = { 'g b': '/', 'g p': '/projects', 'g t': '/tasks', 'g s': '/intake' } as const;

/** On a phone this many fit beside “more”. */
const FIRST = 4;

export function SideRail({ person }: { person: Person | undefined }) {
  const say = useSay();
  const path = usePath();
  const [all, showAll] = useState(false);
  const [sheet, showSheet] = useState(false);
  const [switching, showSwitch] = useState(false);
  const tasks = useReading<OpenTasks>(person && '/api/tasks');
  const open = ENTRIES.filter(({ href, opensFor }) =>
    person === undefined ? href === '/calculators' : opensFor(person.role),
  );
  const ways = Object.entries(WAYS).filter(([, href]) => open.some((entry) => entry.href === href));
  useKeys({ '?': () => showSheet(true), ...Object.fromEntries(ways.map(([keys, href]) => [keys, () => go(href)])) });
  const here = entryOf(path)?.href;
  const { tasks: own = [], voidings = [] } = tasks.value ?? {};
  const count = own.filter(isInMyHand).length + voidings.length;
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
      <nav aria-label={say(shellText.mainNavigation)}>
        {open.map(({ href, title, icon, group }, index) => (
          <Fragment key={href}>
            {group && group !== open[index - 1]?.group && <div className="navh">{say(group)}</div>}
            <Link
              href={href}
              className={`nav${href === here ? ' on' : ''}${index >= FIRST ? ' later' : ''}`}
              aria-current={href === here ? 'page' : undefined}
              onClick={() => showAll(false)}
            >
              <Icon name={icon} />
              <span>{say(title)}</span>
              {href === '/tasks' && count > 0 && <em className="num">{count}</em>}
            </Link>
          </Fragment>
        ))}
        <button type="button" className="nav more" aria-expanded={all} onClick={() => showAll(!all)}>
          <Icon name="more" />
          <span>{say(shellText.more)}</span>
        </button>
      </nav>
      <button type="button" className="plain-link keys-link" onClick={() => showSheet(true)}>
        {say(keysText.title)} <kbd>?</kbd>
      </button>
      {sheet && (
        <Suspense fallback={null}>
          <KeysSheet onClose={() => showSheet(false)} />
        </Suspense>
      )}
      {person && <Who person={person} onSwitch={() => showSwitch(true)} />}
      {person && switching && (
        <Suspense fallback={null}>
          <SwitchPost person={person} onClose={() => showSwitch(false)} />
        </Suspense>
      )}
    </aside>
  );
}

/** Who is signed in, and under which post: it stays in sight, because everything shown follows it. */
function Who({ person, onSwitch }: { person: Person; onSwitch(): void }) {
  const say = useSay();
  const language = useLanguage();
  const { name, role, unit, posts } = person;
  const held: HeldPost = posts.find((post) => isSamePost(post, person)) ?? { role, unit };
  const several = posts.length > 1;
  return (
    <div className="who">
      <span className="ava" aria-hidden="true">
        {say(PARTIES[role]).replace(/^区/, '').slice(0, 1)}
      </span>
      <span>
        <b>{titleOfPost(held, language)}</b>
        <small>{name}</small>
        {held.until !== undefined && <small>{untilInWords(held.until, language)}</small>}
        <span className="foot-acts">
          {several && (
            <button type="button" className="plain-link" onClick={onSwitch}>
              {say(postsText.change)}
            </button>
          )}
          <button type="button" className="plain-link" onClick={() => void signOut()}>
            {say(shellText.signOut)}
          </button>
        </span>
      </span>
    </div>
  );
}
