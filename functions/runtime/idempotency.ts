// The same POST sent twice is one: the first answer is kept for a day and given again.
import * as z from 'zod';
import { epochMillisecondsOf } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/json.ts';
import type { Ports } from '../../domain/ports.ts';
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

/** Keyed hash of who asks and the key they chose: what the ledger entry keeps as `request`. */
export function requestHash(
  ports: Pick<Ports, 'seal'>,
  actorId: string,
  key: string | undefined,
): Outcome<string | undefined> {
  if (key === undefined) return granted(undefined);
  if (KEY.test(key)) return granted(ports.seal.keyedHash('request', `${actorId}|${key}`));
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

/** Acts in this process by their request, so that the second of two at once waits for the answer of the first. */
const inFlight = new Map<string, Promise<unknown>>();

/**
 * The answer kept for this request, or the one that `act` gives now. Two processes at once with one key may both get as
 * far as `act`; there the `request` field of the ledger entry keeps the second from acting again.
 */
export async function answerOnce(
  ports: Pick<Ports, 'views' | 'clock' | 'seal'>,
  request: string,
  asked: Asked,
  act: () => Promise<HttpAnswer>,
): Promise<Outcome<HttpAnswer>> {
  while (inFlight.has(request)) await inFlight.get(request)?.catch(() => {});
  const answering = answer(ports, request, asked, act).finally(() => inFlight.delete(request));
  inFlight.set(request, answering);
  return answering;
}

async function answer(
  ports: Pick<Ports, 'views' | 'clock' | 'seal'>,
  request: string,
  asked: Asked,
  act: () => Promise<HttpAnswer>,
): Promise<Outcome<HttpAnswer>> {
  // Keyed, because what is in a body (a vote, a phone number) may be guessed from a plain hash.
  const fingerprint = ports.seal.keyedHash('request', canonicalJson({ ...asked }));
  const row = await ports.views.get(VIEW, PARTITION, request);
  const now = epochMillisecondsOf(ports.clock.now());
  if (row && now < row.watermark.seq + KEPT_FOR) {
    const { fingerprint: first, ...kept } = Kept.parse(row.value);
    if (first === fingerprint)
      return granted({ ...kept, headers: { ...kept.headers, 'idempotency-replayed': 'true' } });
    return refused('IDEMPOTENCY_MISMATCH', {
      zh: '这个请求编号（Idempotency-Key）已用于另一项内容，请换一个新的编号。',
      en: 'This Idempotency-Key was used for something else: choose a new one.',
    });
  }
  const given = await act();
  // A fault may pass: it must be possible to try again with the same key.
  if (given.statusCode < 500) {
    await ports.views.write([
      {
        view: VIEW,
        partition: PARTITION,
        sort: request,
        value: { fingerprint, ...given },
        watermark: { ledger: `${VIEW}/${request}`, seq: now },
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
