// GET /api/stream: server-sent events for open pages. Which project or which kind of ledger changed, never how: the page asks
// for what it may see.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { POST_HEADER } from '../../domain/directory/post.ts';
import { granted, type Outcome } from '../../domain/errors.ts';
import { type Actor, belongsTo } from '../../domain/parties.ts';
import type { Directory } from '../../domain/ports.ts';
import { admit } from '../../functions/runtime/admission.ts';
import { refusalAnswer } from '../../functions/runtime/problems.ts';
import type { VerifyToken } from '../http/create-http-server.ts';
import type { PageHandler } from '../http/page-table.ts';
import { API_HEADERS } from '../http/security-headers.ts';
import { arrivalOf, send } from '../http/to-event.ts';
import type { Change, ChangeFeed } from './change-feed.ts';

interface StreamOptions {
  readonly feed: ChangeFeed;
  readonly verifyToken: VerifyToken;
  readonly directory: Pick<Directory, 'find'>;
  readonly newId: () => string;
  /** Milliseconds of real time, for the expiry of tokens. */
  readonly now: () => number;
}

export interface ChangeStream {
  readonly handle: PageHandler;
  /** Ends all open streams. */
  close(): void;
}

interface Watcher {
  readonly actor: Actor;
  /** In milliseconds of real time. */
  readonly expiresAt: number;
  /** Whether they are still let in. */
  look(): Promise<Outcome<Actor>>;
}

/** Proxies cut lines that are silent for a minute. */
const KEPT_ALIVE_EVERY = 20_000;
const LONGEST_TIMER = 2_147_483_647;

/** A stream is lent as long as its token. Read with fetch, so that the token travels in a header and never in an address. */
export function streamChanges({ feed, verifyToken, directory, newId, now }: StreamOptions): ChangeStream {
  const open = new Set<ServerResponse>();
  const keptAlive = setInterval(() => {
    for (const response of open) response.write(': still here\n\n');
  }, KEPT_ALIVE_EVERY);
  keptAlive.unref();

  async function admitWatcher({ headers }: IncomingMessage): Promise<Outcome<Watcher>> {
    const [, token = ''] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? [];
    const claims = await verifyToken(token);
    if (!claims.ok) return claims;
    const said = headers[POST_HEADER]?.toString();
    const look = () => admit('SIGNED_IN', claims.value, directory, said);
    const actor = await look();
    if (!actor.ok) return actor;
    // The verifier lets no token in without `exp`.
    return granted({ actor: actor.value, expiresAt: Number(claims.value.exp) * 1000, look });
  }

  /** Tells of changes in their order; the post is looked at each time, and a stream ends with the post it was opened under. */
  function teller(response: ServerResponse, { actor, look }: Watcher): (change: Change) => void {
    let telling: Promise<unknown> = Promise.resolve();
    return (change) => {
      if (change.about.kind === 'PROJECT' && !belongsTo(actor, change.about.neighbourhood)) return;
      telling = telling.then(async () => {
        const held = await look().catch(() => undefined);
        if (response.writableEnded) return;
        if (held?.ok) response.write(eventOf(change));
        else response.end();
      });
    };
  }

  return {
    async handle(request, response) {
      for (const [name, value] of Object.entries(API_HEADERS)) response.setHeader(name, value);
      const admitted = await admitWatcher(request);
      if (!admitted.ok) return send(response, refusalAnswer(admitted.refusal, arrivalOf(request, newId())));
      const { expiresAt } = admitted.value;
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
      const tell = teller(response, admitted.value);
      const seen = request.headers['last-event-id'];
      const missed = typeof seen === 'string' ? feed.since(seen) : [];
      // Without the changes in between everything has to be looked at again.
      if (missed === undefined) response.write(`event: reset\nid: ${feed.position}\ndata: {}\n\n`);
      else response.write(`id: ${feed.position}\n: listening\n\n`);
      missed?.forEach(tell);

      const unwatch = feed.watch(tell);
      const over = setTimeout(() => response.end(), Math.min(expiresAt - now(), LONGEST_TIMER));
      over.unref();
      open.add(response);
      response.on('close', () => {
        unwatch();
        clearTimeout(over);
        open.delete(response);
      });
    },
    close() {
      clearInterval(keptAlive);
      for (const response of open) response.end();
    },
  };
}

function eventOf({ id, about }: Change): string {
  if (about.kind !== 'PROJECT') return `id: ${id}\ndata: ${JSON.stringify({ ledger: about.kind })}\n\n`;
  const { projectId, seq, neighbourhood } = about;
  return `id: ${id}\ndata: ${JSON.stringify({ projectId, seq, street: neighbourhood.street })}\n\n`;
}
