// Laid over the page: goes on under another post, or stays under this one with everything as it is.
import { useEffect, useRef } from 'react';
import type { Person } from '../sign-in/session.ts';
import { useSay } from '../text/language.ts';
import { postsText } from '../text/posts.ts';
import { PostList } from './post-list.tsx';

export function SwitchPost({ person, onClose }: { person: Person; onClose(): void }) {
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="switch-post" aria-labelledby="switch-post-title" onClose={onClose}>
      <h2 id="switch-post-title">{say(postsText.title)}</h2>
      <p className="t2">{say(postsText.switchLead)}</p>
      <PostList posts={person.posts} current={person} onChosen={() => dialog.current?.close()} />
      <button type="button" className="ghost" onClick={() => dialog.current?.close()}>
        {say(postsText.stay)}
      </button>
    </dialog>
  );
}
