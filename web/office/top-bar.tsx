// The bar on top: search, how fresh the page is, the wall screen and the language.

import { useEffect, useMemo, useState } from 'react';
import type * as z from 'zod';
import type { healthSchema } from '../../domain/api.ts';
import { knowsByNumber } from '../../domain/known-by-number.ts';
import { send } from '../api/request.ts';
import { useReading } from '../api/use-reading.ts';
import { printTime } from '../figures/dates.ts';
import { useContact } from '../live/live.ts';
import { Link } from '../navigation/address.tsx';
import { homeOf } from '../navigation/entries.ts';
import { stalenessSentence } from '../sentences/staleness.ts';
import type { Person } from '../sign-in/session.ts';
import { useLanguage, useSay } from '../text/language.ts';
import { shellText } from '../text/shell.ts';
import { FindProject } from './find-project.tsx';
import { Icon } from './icons.tsx';
import { LanguageButton } from './parts/language-button.tsx';
import './top-bar.css';
import './freshness.css';

const SECOND = 1_000;

export function TopBar({ person }: { person: Person | undefined }) {
  const say = useSay();
  return (
    <header className="top">
      {person && <FindProject byNumber={knowsByNumber(person.role)} />}
      <Freshness />
      {person && homeOf(person.role) === '/' && (
        <Link href="/screen" className="ghost wide" onClick={(event) => void leaveOffice(event)}>
          <Icon name="screen" size={16} />
          {say(shellText.screen)}
        </Link>
      )}
      <LanguageButton />
    </header>
  );
}

/** The screen is a root of its own and opens with a key, for today; without one it says how to get it. */
async function leaveOffice(event: { preventDefault(): void }): Promise<void> {
  event.preventDefault();
  const made = await send<{ address: string }>('/api/display-keys', {});
  location.assign(made.ok ? made.value.address : '/screen');
}

function Freshness() {
  const say = useSay();
  const language = useLanguage();
  const { mode, heardAt } = useContact();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(ticking);
  }, []);
  const health = useReading<z.output<typeof healthSchema>>('/api/health').value;
  // The server's clock goes on from its last sign of life; that of a rehearsal stands still.
  const anchor = useMemo(() => health && { server: Date.parse(health.clock.now), read: Date.now() }, [health]);
  const running = health?.clock.kind === 'virtual' ? 0 : Math.max(0, heardAt - (anchor?.read ?? heardAt));
  const { tone, text } = stalenessSentence(mode, Math.max(0, now - heardAt), language);
  return (
    <span className={tone === 'ok' ? 'mark-time num' : `mark-time num stale ${tone}`}>
      {/* Said once: how old it is changes every second. */}
      <span className="sr" role="status">
        {tone !== 'ok' && say(shellText.lost)}
      </span>
      <i className={`dot ${tone}`} />
      {anchor && (
        <span className="as-of">
          <span className="wide">{say(shellText.asOf)} </span>
          {printTime(new Date(anchor.server + running).toISOString())}
          <span className="sep" />
        </span>
      )}
      {text}
      {health?.clock.kind === 'virtual' && (
        <>
          <span className="sep" />
          <b className="rehearsal" title={say(shellText.rehearsal)}>
            {language === 'zh' ? '演练' : 'Rehearsal'}
          </b>
        </>
      )}
    </span>
  );
}
