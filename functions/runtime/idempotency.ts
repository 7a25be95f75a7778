// The same POST sent twice is one: the first answer is kept for a day and given again.
import * as z from 'zod';
import { epochMillisecondsOf } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/json.ts';
import type { Ports } from '../../domain/ports.ts';
import { askedOtherwise, keyOfRequest, requestMark } from './asked-before.ts';
import type { HttpAnswer } from './http-event.ts';

const VIEW = 'answers';
const PARTITION = 'KEPT';
const KEPT_FOR = 24 * 3_600_000;

const Kept = z.object({
  fingerprint: z.string(),
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  isBase64Encoded: z.boolean(),
});

/** Printable ASCII; anything longer than a few UUIDs is not a key but a payload. */
const KEY = /^[!-~]{1,128}$/;

/** Keyed hashes of who asks with the key they chose, and of what they ask: what the ledger entry keeps as `request`. */
export function requestOf(
  { seal }: Pick<Ports, 'seal'>,
  actorId: string,
  key: string | undefined,
  asked: Asked,
): Outcome<string | undefined> {
  if (key === undefined) return granted(undefined);
  if (KEY.test(key)) {
    // Keyed, because what is in a body (a vote, a phone number) may be guessed from a plain hash.
    const fingerprint = seal.keyedHash('request', canonicalJson({ ...asked }));
    return granted(requestMark(seal.keyedHash('request', `${actorId}|${key}`), fingerprint));
  }
  const says = { zh: '请求编号须为 1 至 128 个可见 ASCII 字符', en: 'Must be 1 to 128 visible ASCII characters' };
  return refused('MALFORMED', says, { fields: [{ path: '/idempotency-key', says }] });
}

/** What was asked for: the same key may not stand for two of these. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly ifMatch: string | null;
  readonly body: string;
}

/** Acts of an installation in this process, so that the second of two at once waits for the answer of the first. */
const inFlightOf = new WeakMap<Ports['views'], Map<string, Promise<unknown>>>();

/**
 * The answer kept for this request, or the one that `act` gives now. Two processes at once with one key may both get as
 * far as `act`; there the `request` field of the ledger entry keeps the second from acting again.
 */
export async function answerOnce(
  ports: Pick<Ports, 'views' | 'clock'>,
  request: string,
  act: () => Promise<HttpAnswer>,
): Promise<Outcome<HttpAnswer>> {
  const key = keyOfRequest(request);
  const inFlight = inFlightOf.get(ports.views) ?? new Map<string, Promise<unknown>>();
  inFlightOf.set(ports.views, inFlight);
  while (inFlight.has(key)) await inFlight.get(key)?.catch(() => {});
  const answering = answer(ports, key, request, act).finally(() => inFlight.delete(key));
  inFlight.set(key, answering);
  return answering;
}

async function answer(
  ports: Pick<Ports, 'views' | 'clock'>,
  key: string,
  request: string,
  act: () => Promise<HttpAnswer>,
): Promise<Outcome<HttpAnswer>> {
  const row = await ports.views.get(VIEW, PARTITION, key);
  const now = epochMillisecondsOf(ports.clock.now());
  if (row && now < row.watermark.seq + KEPT_FOR) {
    const { fingerprint, ...kept } = Kept.parse(row.value);
    if (requestMark(key, fingerprint) !== request) return askedOtherwise();
    return granted({ ...kept, headers: { ...kept.headers, 'idempotency-replayed': 'true' } });
  }
  const given = await act();
  // A fault may pass: it must be possible to try again with the same key.
  if (given.statusCode < 500) {
    await ports.views.write([
      {
        view: VIEW,
        partition: PARTITION,
        sort: key,
        value: { fingerprint: request.slice(key.length + 1), ...given },
        watermark: { ledger: `${VIEW}/${key}`, seq: now },
      },
    ]);
  }
  return granted(given);
}

const PAGE = 200;

/** Takes away the answers whose day is over: they may name people. For a nightly run. */
export async function forgetAnswers(ports: Pick<Ports, 'views' | 'clock'>): Promise<void> {
  const now = epochMillisecondsOf(ports.clock.now());
  let cursor: string | undefined;
  do {
    const page = await ports.views.query(VIEW, PARTITION, { limit: PAGE, ...(cursor && { cursor }) });
    const over = page.rows.filter(({ watermark }) => watermark.seq + KEPT_FOR <= now);
    await ports.views.write(
      over.map(({ partition, sort, watermark }) => ({
        view: VIEW,
        partition,
        sort,
        value: null,
        watermark: { ...watermark, seq: now },
      })),
    );
    cursor = page.cursor;
  } while (cursor);
}
