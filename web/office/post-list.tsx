// The posts of somebody who holds several, each a button that goes on under it.
import { type HeldPost, isSamePost, type Post, writePost } from '../../domain/directory/post.ts';
import { detailOfPost, titleOfPost } from '../sentences/posts.ts';
import { choosePost } from '../sign-in/session.ts';
import { useLanguage, useSay } from '../text/language.ts';
import { postsText } from '../text/posts.ts';
import './posts.css';

interface PostListProps {
  readonly posts: readonly HeldPost[];
  readonly current?: Post;
  readonly onChosen?: () => void;
}

export function PostList({ posts, current, onChosen }: PostListProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <ul className="posts" aria-label={say(postsText.posts)}>
      {posts.map((post) => {
        const isCurrent = current !== undefined && isSamePost(post, current);
        const detail = detailOfPost(post, language);
        return (
          <li key={writePost(post)}>
            <button
              type="button"
              aria-current={isCurrent || undefined}
              onClick={() => {
                onChosen?.();
                choosePost(post);
              }}
            >
              <b>{titleOfPost(post, language)}</b>
              {detail !== '' && <small>{detail}</small>}
              {isCurrent && <em>{say(postsText.current)}</em>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
