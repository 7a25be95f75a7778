// Tells open pages that something changed: by a stream of events where it is offered, else by asking every few seconds.
import { useSyncExternalStore } from 'react';
import { POST_HEADER } from '../../domain/directory/post.ts';
import { accessToken, onSession, saidPost } from '../sign-in/session.ts';

type Listener = (projectId: string | undefined) => void;

const POLL_EVERY = 15_000;
const RETRY_AFTER = 3_000;
/** Many entries at once (a demo, an import) are one change for a page. */
const SETTLED_AFTER = 60;

export interface Contact {
  readonly mode: 'STREAM' | 'POLLING' | 'LOST';
  /** When the server was last heard of, in milliseconds of this browser's clock. */
  readonly heardAt: number;
}

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let contact: Contact = { mode: 'POLLING', heardAt: Date.now() };
let changed = new Set<string | undefined>();

export function onChange(listener: Listener): void {
  listeners.add(listener);
}

function heard(mode: Contact['mode']): void {
  contact = { mode, heardAt: mode === 'LOST' ? contact.heardAt : Date.now() };
  for (const watcher of watchers) watcher();
}

function announce(projectId: string | undefined): void {
  changed.add(projectId);
  if (changed.size > 1) return;
  setTimeout(() => {
    const all = changed;
    changed = new Set();
    for (const each of all.has(undefined) ? [undefined] : all) for (const listener of listeners) listener(each);
  }, SETTLED_AFTER);
}

/** Reads the stream until it ends; false if the server offers none. */
async function follow(signal: AbortSignal): Promise<boolean> {
  const token = await accessToken();
  if (token === undefined) return false;
  const said = saidPost();
  const response = await fetch('/api/stream', {
    headers: {
      accept: 'text/event-stream',
      authorization: `Bearer ${token}`,
      ...(said !== undefined && { [POST_HEADER]: said }),
    },
    signal,
  });
  if (!response.ok || !response.body || !response.headers.get('content-type')?.includes('event-stream')) return false;
  heard('STREAM');
  // Whatever happened before the stream was there, nobody tells: what is shown is asked for again (304 where nothing has).
  announce(undefined);
  let rest = '';
  for (const reader = response.body.pipeThrough(new TextDecoderStream()).getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return true;
    heard('STREAM');
    const events = (rest + value).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) announceEvent(event);
  }
}

function announceEvent(event: string): void {
  const data = event
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice('data:'.length).trim())
    .join('');
  if (data === '') return;
  const parsed: unknown = JSON.parse(data);
  const projectId =
    parsed !== null && typeof parsed === 'object' && 'projectId' in parsed ? parsed.projectId : undefined;
  announce(typeof projectId === 'string' ? projectId : undefined);
}

async function poll(): Promise<void> {
  const reached = await fetch('/api/health').then(
    ({ ok }) => ok,
    () => false,
  );
  heard(reached ? 'POLLING' : 'LOST');
  if (reached) announce(undefined);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function keepInTouch(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const streamed = await follow(signal).catch(() => false);
    if (signal.aborted) return;
    await poll();
    await pause(streamed || contact.mode === 'LOST' ? RETRY_AFTER : POLL_EVERY);
  }
}

let ending: AbortController | undefined;
onSession((signedIn) => {
  ending?.abort();
  ending = signedIn ? new AbortController() : undefined;
  if (ending) void keepInTouch(ending.signal);
});

export function useContact(): Contact {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => contact,
  );
}
