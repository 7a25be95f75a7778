// The office: navigation, who is signed in, how fresh things are, and the page of the address.
import './styles/general.ts';
import { ConfigProvider } from 'antd';
import { useEffect, useRef } from 'react';
import { writePost } from '../../domain/directory/post.ts';
import { usePath } from '../navigation/address.tsx';
import { openAppearance } from '../navigation/appearance.ts';
import { entryOf } from '../navigation/entries.ts';
import { useSession } from '../sign-in/session.ts';
import { useLanguage, useSay } from '../text/language.ts';
import { LIBRARY_ZH } from '../text/library.ts';
import { shellText } from '../text/shell.ts';
import { OfficePage } from './office-page.tsx';
import { late } from './parts/late.tsx';
import { SessionEnded } from './session-ended.tsx';
import { SessionEnding } from './session-ending.tsx';
import { SideRail } from './side-rail.tsx';
import { theme } from './theme.ts';
import { TopBar } from './top-bar.tsx';
import './office.css';
import './appearance.css';

// Nobody who is signed in needs their doors.
const SignIn = late(() => import('./sign-in.tsx').then(({ SignIn }) => SignIn));
const ChoosePost = late(() => import('./choose-post.tsx').then(({ ChoosePost }) => ChoosePost));

openAppearance();

export function Office() {
  const language = useLanguage();
  return (
    <ConfigProvider
      {...(language === 'zh' && { locale: LIBRARY_ZH })}
      theme={theme}
      button={{ autoInsertSpace: false }}
    >
      <Inside />
    </ConfigProvider>
  );
}

function Inside() {
  const session = useSession();
  const path = usePath();
  const say = useSay();
  const open = path.startsWith('/calculators');
  useEffect(() => {
    document.title = `${say(entryOf(path)?.title ?? shellText.projects)} · ${say(shellText.brand)}`;
  }, [path, say]);
  const shownPath = useRef(path);
  useEffect(() => {
    if (shownPath.current === path) return;
    shownPath.current = path;
    // Whoever follows a link goes on reading in the page that it leads to, not in the navigation.
    const main = document.getElementById('main');
    if (main && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
  }, [path]);

  const post = session.state === 'SIGNED_IN' ? writePost(session.person) : undefined;
  const shownPost = useRef(post);
  useEffect(() => {
    // Whoever has switched goes on reading in the page, which is all new.
    if (post !== undefined && shownPost.current !== undefined && shownPost.current !== post) {
      document.getElementById('main')?.focus({ preventScroll: true });
    }
    shownPost.current = post ?? shownPost.current;
  }, [post]);

  if (session.state === 'OPENING') {
    return (
      <p className="opening" role="status">
        {say(shellText.opening)}
      </p>
    );
  }
  if (session.state === 'CHOOSING' && !open) return <ChoosePost session={session} />;
  if (session.state !== 'SIGNED_IN' && !open) return <SignIn session={session} />;
  const person = session.state === 'SIGNED_IN' ? session.person : undefined;
  return (
    // Under another post every page begins anew: what was read and opened under the one before is gone.
    <div className="office" key={post}>
      <a className="skip" href="#main">
        {say(shellText.skip)}
      </a>
      <SideRail person={person} />
      <div className="col">
        <TopBar person={person} />
        <main id="main" tabIndex={-1}>
          <OfficePage path={path} person={person} />
        </main>
      </div>
      {session.state === 'SIGNED_IN' && session.ending && !session.expired && <SessionEnding />}
      {session.state === 'SIGNED_IN' && session.expired && <SessionEnded />}
    </div>
  );
}
