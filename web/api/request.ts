// One way to the API: bearer token, post, language, and either a value or a problem; never an exception for the caller.

import { POST_HEADER } from '../../domain/directory/post.ts';
import { accessToken, expire, losePost, saidPost } from '../sign-in/session.ts';
import { currentLanguage } from '../text/language.ts';
import { OFFLINE, type Problem, problemOf } from './problem.ts';

export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly tag: string | null }
  | { readonly ok: false; readonly problem: Problem };

export type Unchanged = 'UNCHANGED';

async function ask(path: string, init: RequestInit = {}): Promise<Response | undefined> {
  const token = await accessToken();
  const headers = new Headers(init.headers);
  headers.set('accept-language', currentLanguage());
  const said = saidPost();
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (said !== undefined) headers.set(POST_HEADER, said);
  const response = await fetch(path, { ...init, headers }).catch(() => undefined);
  if (response?.status === 401) expire();
  if (response?.status === 403 && (await isAboutPost(response))) void losePost(said);
  return response;
}

/** Read from a copy: whoever asked reads the answer itself. */
async function isAboutPost(response: Response): Promise<boolean> {
  const document: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const code = document !== null && typeof document === 'object' && 'code' in document ? document.code : undefined;
  return code === 'NOT_YOUR_POST' || code === 'CHOOSE_POST';
}

/** Reads what the schema of the route promises as `T`; `UNCHANGED` if it is still what `tag` names. */
export async function read<T>(path: string, tag?: string | null): Promise<Answer<T> | Unchanged> {
  // The tags of two askers may be equal where their answers are not: the browser's own copy must not stand in.
  const response = await ask(path, { cache: 'no-store', ...(tag && { headers: { 'if-none-match': tag } }) });
  if (response === undefined) return { ok: false, problem: OFFLINE };
  if (response.status === 304) return 'UNCHANGED';
  return answerOf<T>(response);
}

export interface Sending {
  /** The seq of the project that the sender has seen. */
  readonly seq?: number;
  /** The same again on a retry, so that an act sent twice is done once. */
  readonly key?: string;
}

export async function send<T>(path: string, body: unknown, { seq, key }: Sending = {}): Promise<Answer<T>> {
  const response = await ask(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(seq !== undefined && { 'if-match': `"${seq}"` }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
  return response === undefined ? { ok: false, problem: OFFLINE } : answerOf<T>(response);
}

/** Saves a paper under the name that the API gives it. */
export async function download(path: string): Promise<Problem | undefined> {
  const response = await ask(path);
  if (response === undefined) return OFFLINE;
  if (!response.ok) return problemOf(response);
  const [, encoded = 'paper'] =
    /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = decodeURIComponent(encoded);
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return undefined;
}

/** A picture behind the token, as an address that an <img> can show; revoke it when it is no longer shown. */
export async function pictureUrl(path: string): Promise<string | undefined> {
  const response = await ask(path);
  return response?.ok ? URL.createObjectURL(await response.blob()) : undefined;
}

/** A picture that is made of what is sent; revoke its address when it is no longer shown. */
export async function pictureOf(path: string, body: unknown): Promise<Answer<string>> {
  const response = await ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response === undefined) return { ok: false, problem: OFFLINE };
  if (!response.ok) return { ok: false, problem: await problemOf(response) };
  return { ok: true, value: URL.createObjectURL(await response.blob()), tag: null };
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  // An answer can break off after its head: what came of it is no answer.
  const problem = response.ok ? undefined : await problemOf(response).catch(() => OFFLINE);
  if (problem) return { ok: false, problem };
  const value = await response.json().catch(() => undefined);
  // The route parses its answer through the schema that T comes from, before it leaves; none of them is `undefined`.
  return value === undefined
    ? { ok: false, problem: OFFLINE }
    : { ok: true, value: value as T, tag: response.headers.get('etag') };
}
