// The foot of the rail: who is signed in and under which post, the way to another one, and out. Fetched after the page.
import { useState } from 'react';
import { type HeldPost, isSamePost } from '../../domain/directory/post.ts';
import { PARTIES } from '../../domain/parties.ts';
import { titleOfPost, untilInWords } from '../sentences/posts.ts';
import { type Person, signOut } from '../sign-in/session.ts';
import { useLanguage, useSay } from '../text/language.ts';
import { postsText } from '../text/posts.ts';
import { shellText } from '../text/shell.ts';
import { SwitchPost } from './switch-post.tsx';
import './posts.css';

/** Who is signed in, and under which post: it stays in sight, because everything shown follows it. */
export function RailFoot({ person }: { person: Person }) {
  const say = useSay();
  const language = useLanguage();
  const [switching, showSwitch] = useState(false);
  const { name, role, unit, posts } = person;
  const held: HeldPost = posts.find((post) => isSamePost(post, person)) ?? { role, unit };
  const several = posts.length > 1;
  return (
    <>
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
              <button type="button" className="plain-link" onClick={() => showSwitch(true)}>
                {say(postsText.change)}
              </button>
            )}
            <button type="button" className="plain-link" onClick={() => void signOut()}>
              {say(shellText.signOut)}
            </button>
          </span>
        </span>
      </div>
      {switching && <SwitchPost person={person} onClose={() => showSwitch(false)} />}
    </>
  );
}
