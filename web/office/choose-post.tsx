// After signing in with several posts, or when the one acted under is over: which of them it is now.
import type { Session } from '../sign-in/session.ts';
import { signOut } from '../sign-in/session.ts';
import { useSay } from '../text/language.ts';
import { postsText } from '../text/posts.ts';
import { shellText } from '../text/shell.ts';
import { Door } from './door.tsx';
import { PostList } from './post-list.tsx';

export function ChoosePost({ session }: { session: Extract<Session, { state: 'CHOOSING' }> }) {
  const say = useSay();
  return (
    <Door title={say(postsText.title)} lead={say(postsText.lead)}>
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
    </Door>
  );
}
