// Who is signed in: OIDC code flow with PKCE; tokens live in memory only, where no other origin and no other page reads them.
import { InMemoryWebStorage, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { useSyncExternalStore } from 'react';
import { type HeldPost, isSamePost, writePost } from '../../domain/directory/post.ts';
import { ROLES, type Role } from '../../domain/parties.ts';
import { forgetPost, keepPost, keptPost, readPosts } from './posts.ts';

export interface Person {
  readonly name: string;
  readonly role: Role;
  readonly unit: string;
  /** All that are held; none where the issuer names role and unit itself. */
  readonly posts: readonly HeldPost[];
}

export type Session =
  | { readonly state: 'OPENING' | 'SIGNED_OUT' }
  | { readonly state: 'NO_ROLE'; readonly name: string }
  /** `lost`: the post of a moment ago was taken away or is over. */
  | {
      readonly state: 'CHOOSING';
      readonly name: string;
      readonly posts: readonly HeldPost[];
      readonly lost: boolean;
    }
  /**
   * `ending`: over in two minutes, because it could not be renewed quietly. `expired`: what is shown stays until the
   * person has signed in again.
   */
  | { readonly state: 'SIGNED_IN'; readonly person: Person; readonly ending: boolean; readonly expired: boolean };

const RETURN_PATH = '/signed-in';

/** Seconds before the end: first it is renewed quietly; whoever still has the old token then is warned. */
const RENEWED_BEFORE = 180;
const WARNED_BEFORE = 120;

const issuer =
  document.querySelector<HTMLMetaElement>('meta[name="jiugai-issuer"]')?.content || `${location.origin}/oidc`;

/** The installation signs people in by itself: its operator makes the links by which they set their passwords. */
export const hasOwnIssuer = issuer === `${location.origin}/oidc`;

const manager = new UserManager({
  authority: issuer,
  client_id: 'jiugai-web',
  redirect_uri: location.origin + RETURN_PATH,
  post_logout_redirect_uri: `${location.origin}/`,
  scope: 'openid',
  automaticSilentRenew: true,
  accessTokenExpiringNotificationTimeInSeconds: RENEWED_BEFORE,
  userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  // Survives the way to the issuer and back; holds the PKCE verifier, never a token.
  stateStore: new WebStorageStateStore({ store: sessionStorage }),
});

let session: Session = { state: 'OPENING' };
const listeners = new Set<() => void>();
const followers = new Set<(signedIn: boolean) => void>();
const movers = new Set<() => void>();

/** Whose work is shown, also when the session has expired over it. */
const postOf = (of: Session): string | undefined => (of.state === 'SIGNED_IN' ? writePost(of.person) : undefined);
let shownFor: string | undefined;

function become(next: Session): void {
  const was = session.state === 'SIGNED_IN' && !session.expired ? postOf(session) : undefined;
  const is = next.state === 'SIGNED_IN' && !next.expired ? postOf(next) : undefined;
  session = next;
  const shown = postOf(next);
  // Before anything is drawn: nothing that was read under one post is shown under another.
  if (shown !== undefined && shownFor !== undefined && shown !== shownFor) for (const move of movers) move();
  shownFor = shown ?? shownFor;
  for (const listener of listeners) listener();
  if (was === is) return;
  if (was !== undefined) for (const follower of followers) follower(false);
  if (is !== undefined) for (const follower of followers) follower(true);
}

/** Told at once of a session that was there first: the office may be fetched later than the token. */
export function onSession(follower: (signedIn: boolean) => void): void {
  followers.add(follower);
  if (session.state === 'SIGNED_IN' && !session.expired) follower(true);
}

/** Called when the person goes on under another post. */
export function onMove(mover: () => void): void {
  movers.add(mover);
}

/** What requests say of the post; nothing where the token names it. */
export const saidPost = (): string | undefined =>
  session.state === 'SIGNED_IN' && session.person.posts.length > 0 ? writePost(session.person) : undefined;

export function useSession(): Session {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => session,
  );
}

export async function accessToken(): Promise<string | undefined> {
  const user = await manager.getUser();
  return user && !user.expired ? user.access_token : undefined;
}

/** The issuer knew this browser a moment ago: whoever signs out is not signed in again by the next page. */
const SIGNED_OUT_KEY = 'jiugai-signed-out';

/** Called once, before anything is drawn: comes back from the issuer, or asks it quietly who this is. */
export async function openSession(): Promise<void> {
  manager.events.addUserLoaded((user) => signedIn(user));
  manager.events.addAccessTokenExpired(expire);
  if (location.pathname === RETURN_PATH) return comeBack();
  if (sessionStorage.getItem(SIGNED_OUT_KEY) !== null) return become({ state: 'SIGNED_OUT' });
  // A reload lost the token; the issuer may still know the browser, and says so without asking anybody anything.
  await manager.signinRedirect({ prompt: 'none', state: here() }).catch(() => become({ state: 'SIGNED_OUT' }));
}

async function comeBack(): Promise<void> {
  const user = await manager.signinRedirectCallback().catch(() => undefined);
  const back = typeof user?.state === 'string' && user.state.startsWith('/') ? user.state : undefined;
  history.replaceState(null, '', back ?? sessionStorage.getItem(BACK_KEY) ?? '/');
  if (user) {
    sessionStorage.removeItem(SIGNED_OUT_KEY);
    signedIn(user);
  } else become({ state: 'SIGNED_OUT' });
}

/** Kept apart from the state of the protocol: the issuer gives it back only when it knows the person. */
const BACK_KEY = 'jiugai-back';

/** On the way back from the issuer, where the reader was before: what that page needs can be fetched beside the token. */
export const addressOnReturn = (): string | undefined =>
  location.pathname === RETURN_PATH ? (sessionStorage.getItem(BACK_KEY) ?? '/') : undefined;

function here(): string {
  const address = location.pathname + location.search + location.hash;
  sessionStorage.setItem(BACK_KEY, address);
  return address;
}

let warning: ReturnType<typeof setTimeout> | undefined;

function signedIn({ profile, access_token, expires_at: end }: User): void {
  becomePerson(profile, access_token);
  clearTimeout(warning);
  if (end !== undefined) warning = setTimeout(warn, (end - WARNED_BEFORE) * 1000 - Date.now());
}

/** Nothing renewed it in time, or this would have been put off. */
function warn(): void {
  if (session.state === 'SIGNED_IN' && !session.expired) become({ ...session, ending: true });
}

/** An issuer that names role and unit is believed; of all others the district is asked what the person holds. */
function becomePerson(profile: { readonly [claim: string]: unknown }, token: string): void {
  const name = String(profile.name ?? '');
  const role = ROLES.find((each) => each === profile.role);
  if (role === undefined) void lookUpPosts(name, token);
  else becomeHolder({ name, role, unit: String(profile.unit ?? ''), posts: [] });
}

const becomeHolder = (person: Person) => become({ state: 'SIGNED_IN', person, ending: false, expired: false });

let looking: { readonly token: string; readonly done: Promise<void> } | undefined;

/** Once at a time: whoever comes back from the issuer is told of twice, and a lost post by every request under way. */
function lookUpPosts(name: string, token: string): Promise<void> {
  if (looking?.token === token) return looking.done;
  const done = readPosts(token)
    .then((posts) => takePosts(name, posts))
    .finally(() => {
      looking = undefined;
    });
  looking = { token, done };
  return done;
}

function takePosts(name: string, posts: readonly HeldPost[] | undefined): void {
  const current = session.state === 'SIGNED_IN' ? session.person : undefined;
  if (posts === undefined) {
    // What is shown stays until the server can tell; whoever has just come is let to the door, which says how it is.
    if (current === undefined) become({ state: 'SIGNED_OUT' });
    else becomeHolder(current);
    return;
  }
  const [first, second] = posts;
  const only = second === undefined ? first : undefined;
  const held = current ? posts.find((post) => isSamePost(post, current)) : (keptPost(posts) ?? only);
  if (first === undefined) become({ state: 'NO_ROLE', name });
  else if (held === undefined) become({ state: 'CHOOSING', name, posts, lost: current !== undefined });
  else becomeHolder({ name, role: held.role, unit: held.unit, posts });
}

/** Goes on under this post in this tab. */
export function choosePost(post: HeldPost): void {
  if (session.state !== 'CHOOSING' && session.state !== 'SIGNED_IN') return;
  const { name, posts } = session.state === 'CHOOSING' ? session : session.person;
  keepPost(post);
  becomeHolder({ name, role: post.role, unit: post.unit, posts });
}

/** The server says that the post is not held any more; `said`: the one that was asked under. */
export async function losePost(said: string | undefined): Promise<void> {
  const token = await accessToken();
  if (token === undefined || session.state !== 'SIGNED_IN' || said !== saidPost()) return;
  forgetPost();
  await lookUpPosts(session.person.name, token);
}

/** The server or the clock says that the token is over. */
export function expire(): void {
  if (session.state === 'SIGNED_IN') become({ ...session, expired: true });
}

export async function signIn(): Promise<void> {
  sessionStorage.removeItem(SIGNED_OUT_KEY);
  await manager.signinRedirect({ state: here() });
}

export async function signOut(): Promise<void> {
  forgetPost();
  sessionStorage.setItem(SIGNED_OUT_KEY, 'yes');
  await manager.signoutRedirect();
}
