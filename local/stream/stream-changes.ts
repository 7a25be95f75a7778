// GET /api/stream: server-sent events for open pages. Which project changed, never how: the page asks for what it may see.
import type { ServerResponse } from 'node:http';
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
  readonly directory: Directory;
  readonly newId: () => string;
  /** Milliseconds of real time, for the expiry of tokens. */
  readonly now: () => number;
}

export interface ChangeStream {
  readonly handle: PageHandler;
  /** Ends all open streams. */
  close(): void;
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

  async function admitWatcher(
    authorization: string | undefined,
  ): Promise<Outcome<{ actor: Actor; expiresAt: number }>> {
    const [, token = ''] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
    const claims = await verifyToken(token);
    if (!claims.ok) return claims;
    const actor = await admit('SIGNED_IN', claims.value, directory);
    // The verifier lets no token in without `exp`.
    return actor.ok ? granted({ actor: actor.value, expiresAt: Number(claims.value.exp) * 1000 }) : actor;
  }

  return {
    async handle(request, response) {
      for (const [name, value] of Object.entries(API_HEADERS)) response.setHeader(name, value);
      const admitted = await admitWatcher(request.headers.authorization);
      if (!admitted.ok) return send(response, refusalAnswer(admitted.refusal, arrivalOf(request, newId())));
      const { actor, expiresAt } = admitted.value;
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
      const tell = (change: Change) => {
        if (belongsTo(actor, change.neighbourhood)) response.write(eventOf(change));
      };
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

const eventOf = ({ id, projectId, seq, neighbourhood: { street } }: Change): string =>
  `id: ${id}\ndata: ${JSON.stringify({ projectId, seq, street })}\n\n`;
