// Which posts somebody holds who signed in, and which of them this tab acts under. The choice is kept in the tab; it is no
// secret, and the server looks at it each time.
import { type HeldPost, isSamePost, type Post, readPost, writePost } from '../../domain/directory/post.ts';

/** None: the account holds nothing now. Undefined: the server was not reached or could not tell. */
export async function readPosts(token: string): Promise<readonly HeldPost[] | undefined> {
  const answer = await fetch('/api/me', { headers: { authorization: `Bearer ${token}` }, cache: 'no-store' }).catch(
    () => undefined,
  );
  if (answer?.status === 401) return [];
  if (!answer?.ok) return undefined;
  // The route parses its answer through its schema.
  return ((await answer.json()) as { posts: readonly HeldPost[] }).posts;
}

const POST_KEY = 'jiugai-post';

export function keptPost(posts: readonly HeldPost[]): HeldPost | undefined {
  const kept = readPost(sessionStorage.getItem(POST_KEY) ?? '');
  return kept && posts.find((post) => isSamePost(post, kept));
}

export const keepPost = (post: Post): void => sessionStorage.setItem(POST_KEY, writePost(post));
export const forgetPost = (): void => sessionStorage.removeItem(POST_KEY);
