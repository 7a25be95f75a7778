// Who is signed in: OIDC code flow with PKCE; tokens live in memory only, where no other origin and no other page reads them.
import { InMemoryWebStorage, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { useSyncExternalStore } from 'react';
import { ROLES, type Role } from '../../domain/parties.ts';

export interface Person {
  readonly name: string;
  readonly role: Role;
  readonly unit: string;
}

export type Session =
  | { readonly state: 'OPENING' | 'SIGNED_OUT' }
  | { readonly state: 'NO_ROLE'; readonly name: string }
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

function become(next: Session): void {
  const was = session.state === 'SIGNED_IN' && !session.expired;
  session = next;
  for (const listener of listeners) listener();
  const is = next.state === 'SIGNED_IN' && !next.expired;
  if (was !== is) for (const follower of followers) follower(is);
}

export function onSession(follower: (signedIn: boolean) => void): void {
  followers.add(follower);
}

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

function here(): string {
  const address = location.pathname + location.search + location.hash;
  sessionStorage.setItem(BACK_KEY, address);
  return address;
}

let warning: ReturnType<typeof setTimeout> | undefined;

function signedIn({ profile, expires_at: end }: Pick<User, 'profile' | 'expires_at'>): void {
  becomePerson(profile);
  clearTimeout(warning);
  if (end !== undefined) warning = setTimeout(warn, (end - WARNED_BEFORE) * 1000 - Date.now());
}

/** Nothing renewed it in time, or this would have been put off. */
function warn(): void {
  if (session.state === 'SIGNED_IN' && !session.expired) become({ ...session, ending: true });
}

function becomePerson(profile: { readonly [claim: string]: unknown }): void {
  const name = String(profile.name ?? '');
  const role = ROLES.find((each) => each === profile.role);
  if (role === undefined) become({ state: 'NO_ROLE', name });
  else
    become({
      state: 'SIGNED_IN',
      person: { name, role, unit: String(profile.unit ?? '') },
      ending: false,
      expired: false,
    });
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
  sessionStorage.setItem(SIGNED_OUT_KEY, 'yes');
  await manager.signoutRedirect();
}
