// After signing in with several posts, or when the one acted under is over: which of them it is now.
import type { Session } from '../sign-in/session.ts';
import { signOut } from '../sign-in/session.ts';
import { useSay } from '../text/language.ts';
import { postsText } from '../text/posts.ts';
import { shellText } from '../text/shell.ts';
import { LanguageButton } from './parts/language-button.tsx';
import { PostList } from './post-list.tsx';
import './sign-in.css';

export function ChoosePost({ session }: { session: Extract<Session, { state: 'CHOOSING' }> }) {
  const say = useSay();
  return (
    <div className="door">
      <header className="door-left">
        <p className="door-brand">
          {say(shellText.brand)} <span>{say(shellText.district)}</span>
        </p>
        <h1>{say(postsText.title)}</h1>
        <p>{say(postsText.lead)}</p>
      </header>
      <main className="door-right">
        <LanguageButton />
        {session.lost && (
          <p role="alert" className="say warn">
            {say(postsText.lost)}
          </p>
        )}
        <p className="t2">
          {say(postsText.signedInAs)} <b>{session.name}</b>
        </p>
        <PostList posts={session.posts} />
        <p>
          <button type="button" className="ghost" onClick={() => void signOut()}>
            {say(shellText.signOut)}
          </button>
        </p>
      </main>
    </div>
  );
}
