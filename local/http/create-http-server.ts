// The one port of the one-machine system: API routes as API Gateway would serve them, uploads, and pages beside them.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Fault, granted, type Outcome, type Refusal, refused } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import type { PageRoute } from '../../functions/portal/public/page-route.ts';
import type { Claims, HttpAnswer, HttpHandler } from '../../functions/runtime/http-event.ts';
import { type Log, traceOf, writeLogLine } from '../../functions/runtime/log.ts';
import { faultAnswer, refusalAnswer } from '../../functions/runtime/problems.ts';
import type { Route } from '../../functions/runtime/route.ts';
import { type PageHandler, PageTable } from './page-table.ts';
import { type Match, PathTable } from './path-table.ts';
import { readBody } from './read-body.ts';
import { receiveUpload, type Upload } from './receive-upload.ts';
import { API_HEADERS, PAGE_HEADERS, RESIDENT_PAGE_HEADERS } from './security-headers.ts';
import { type Arrival, arrivalOf, send, toEvent } from './to-event.ts';
import { type RateLimit, TokenBuckets } from './token-buckets.ts';

/** The claims of a token, or UNAUTHENTICATED. */
export type VerifyToken = (token: string) => Promise<Outcome<Claims>>;

export interface HttpServerOptions {
  readonly routes: readonly Route[];
  /** Pages for residents, under the limits of the routes that ask for no sign-in. */
  readonly pages?: readonly PageRoute[];
  readonly ports: Ports;
  readonly verifyToken: VerifyToken;
  readonly upload?: Upload;
  /** For each address, over all routes that ask for no sign-in. */
  readonly publicLimit?: RateLimit;
  /** For each address, over wrong codes of units. */
  readonly guessLimit?: RateLimit;
  /** Milliseconds that always move on, for limits; never the business clock, which may stand still. */
  readonly now: () => number;
  /** Hears how long each answer of a route took, by the clock of the limits, from its head to its last byte. */
  readonly answered?: (route: Pick<Route, 'name'>, milliseconds: number) => void;
  readonly timeouts?: Partial<Timeouts>;
  readonly log?: Log;
}

/** How long a caller may take to send each, in milliseconds. */
export interface Timeouts {
  readonly head: number;
  /** A body of JSON. */
  readonly body: number;
  /** Everything, a file of the largest size over a slow line included. */
  readonly whole: number;
}

export interface HttpServer {
  /** Gives every path under `prefix` to `handler`. The longest prefix wins; API routes come first. */
  serve(prefix: string, handler: PageHandler): void;
  /** Resolves to the origin, `http://127.0.0.1:8080`. */
  listen(port: number, host?: string): Promise<string>;
  /** Lets running answers end, and ends those that never do (streams of events). */
  close(): Promise<void>;
}

const TIMEOUTS: Timeouts = { head: 15_000, body: 30_000, whole: 600_000 };
const PUBLIC_LIMIT: RateLimit = { capacity: 60, perSecond: 10 };
/** A slip is mistyped a few times; a machine that tries codes is not let go on. */
const GUESS_LIMIT: RateLimit = { capacity: 10, perSecond: 1 / 60 };
/** Where the code of a unit is typed; 422 is the answer to a wrong one. */
const GUESSED_AT: readonly string[] = [
  '/api/public/notices/{code}/objections',
  '/p/n/{code}/own',
  '/p/n/{code}/objection',
];
const GRACE = 1_000;

type Endpoint =
  | { readonly kind: 'ROUTE'; readonly route: Route; readonly handler: HttpHandler }
  | { readonly kind: 'PAGE'; readonly route: PageRoute; readonly handler: HttpHandler }
  | { readonly kind: 'UPLOAD'; readonly upload: Upload };

export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { ports, verifyToken, log = writeLogLine } = options;
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const publicCallers = new TokenBuckets(options.publicLimit ?? PUBLIC_LIMIT, options.now);
  const guessers = new TokenBuckets(options.guessLimit ?? GUESS_LIMIT, options.now);
  const pages = new PageTable();
  const endpoints = new PathTable<Endpoint>();
  for (const route of options.routes) {
    endpoints.add(route.method, route.path, { kind: 'ROUTE', route, handler: route.over(ports, log) });
  }
  for (const page of options.pages ?? []) {
    endpoints.add(page.method, page.path, { kind: 'PAGE', route: page, handler: page.over(ports, log) });
  }
  if (options.upload) endpoints.add('POST', '/api/uploads/{id}/content', { kind: 'UPLOAD', upload: options.upload });

  const server = createServer({
    headersTimeout: timeouts.head,
    requestTimeout: timeouts.whole,
    connectionsCheckingInterval: Math.min(timeouts.head, 5_000),
  });
  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    const arrival = arrivalOf(request, ports.newId());
    try {
      const match = endpoints.match(request.method ?? '', arrival.url.pathname);
      const page = match.found === 'NOTHING' ? pages.find(arrival.url.pathname) : undefined;
      setHeaders(response, page ? PAGE_HEADERS : headersOf(match));
      if (match.found === 'ROUTE' && match.route.kind === 'ROUTE') timeAnswer(match.route.route, response);
      if (page) await page(request, response, arrival.url);
      else if (match.found === 'NOTHING') send(response, refusalAnswer(notFound().refusal, arrival));
      else if (match.found === 'OTHER_METHODS') send(response, methodNotAllowed(match.methods, arrival));
      else send(response, await answer(match.route, match.parameters, request, arrival));
    } catch (error) {
      // A caller who went away in the middle is no fault of ours.
      if (request.destroyed && !request.complete) return;
      const code = error instanceof Fault ? error.code : 'INTERNAL';
      log({ level: 'error', code, requestId: arrival.requestId, route: 'http', ...traceOf(error) });
      if (response.headersSent) response.destroy();
      else send(response, faultAnswer(code, arrival, error instanceof Fault ? error.says : undefined));
    }
  });

  function timeAnswer(route: Route, response: ServerResponse): void {
    const begun = options.now();
    response.once('finish', () => options.answered?.(route, options.now() - begun));
  }

  async function answer(
    endpoint: Endpoint,
    parameters: Readonly<Record<string, string>>,
    request: IncomingMessage,
    arrival: Arrival,
  ): Promise<HttpAnswer> {
    if (endpoint.kind === 'UPLOAD') {
      const received = await receiveUpload(request, parameters.id ?? '', endpoint.upload);
      if (!received.ok) return refusalAnswer(received.refusal, arrival, { connection: 'close' });
      return { statusCode: 204, headers: {}, body: '', isBase64Encoded: false };
    }
    if (endpoint.kind === 'PAGE') return answerPage(endpoint, parameters, request, arrival);
    const { route, handler } = endpoint;
    const open = route.access === 'PUBLIC';
    const seconds = open ? secondsToWait(route, arrival) : 0;
    if (seconds > 0) return refusalAnswer(tooMany(seconds), arrival, { 'retry-after': String(seconds) });
    // Before the token is looked at: whoever is refused while still sending never reads why.
    const body = request.method === 'POST' ? await readBody(request, timeouts.body) : granted(undefined);
    if (!body.ok) return refusalAnswer(body.refusal, arrival, { connection: 'close' });
    const claims = open ? granted(undefined) : await claimsOf(request);
    if (!claims.ok) return refusalAnswer(claims.refusal, arrival);
    const answered = await handler(toEvent(request, arrival, route, parameters, claims.value, body.value), {});
    return open ? counted(answered, route, arrival) : answered;
  }

  async function answerPage(
    { route, handler }: Extract<Endpoint, { kind: 'PAGE' }>,
    parameters: Readonly<Record<string, string>>,
    request: IncomingMessage,
    arrival: Arrival,
  ): Promise<HttpAnswer> {
    const seconds = secondsToWait(route, arrival);
    const body =
      seconds > 0
        ? { ok: false as const, refusal: tooMany(seconds) }
        : request.method === 'POST'
          ? await readBody(request, timeouts.body)
          : granted(undefined);
    if (!body.ok) return route.refuse(body.refusal, toEvent(request, arrival, route, parameters, undefined, undefined));
    return counted(
      await handler(toEvent(request, arrival, route, parameters, undefined, body.value), {}),
      route,
      arrival,
    );
  }

  function secondsToWait({ path }: Pick<Route, 'path'>, { sourceIp }: Arrival): number {
    const seconds = publicCallers.take(sourceIp);
    return seconds === 0 && GUESSED_AT.includes(path) ? guessers.take(sourceIp) : seconds;
  }

  /** Only a wrong code is a guess. */
  function counted(answered: HttpAnswer, { path }: Pick<Route, 'path'>, { sourceIp }: Arrival): HttpAnswer {
    if (GUESSED_AT.includes(path) && answered.statusCode !== 422) guessers.giveBack(sourceIp);
    return answered;
  }

  async function claimsOf({ headers }: IncomingMessage): Promise<Outcome<Claims | undefined>> {
    if (headers.authorization === undefined) return granted(undefined);
    const [, token = ''] = /^Bearer (\S+)$/i.exec(headers.authorization) ?? [];
    return verifyToken(token);
  }

  return {
    serve: (prefix, handler) => pages.add(prefix, handler),
    listen: (port, host = '127.0.0.1') =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          const address = server.address();
          const bound = typeof address === 'object' && address ? address.port : port;
          resolve(`http://${host.includes(':') ? `[${host}]` : host}:${bound}`);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        const overdue = setTimeout(() => server.closeAllConnections(), GRACE);
        server.close(() => {
          clearTimeout(overdue);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

const notFound = () =>
  refused('NOT_FOUND', {
    zh: '没有这个地址，接口一览见 /api/openapi.json',
    en: 'No such address; all of them are listed in /api/openapi.json',
  });

function methodNotAllowed(methods: readonly string[], arrival: Arrival): HttpAnswer {
  const allow = methods.join(', ');
  const { refusal } = refused('METHOD_NOT_ALLOWED', {
    zh: `此地址只支持 ${allow}`,
    en: `This address allows ${allow} only`,
  });
  return refusalAnswer(refusal, arrival, { allow });
}

const tooMany = (seconds: number): Refusal =>
  refused('RATE_LIMITED', { zh: `请 ${seconds} 秒后再试`, en: `Try again in ${seconds} s` }).refusal;

const headersOf = (match: Match<Endpoint>): Readonly<Record<string, string>> =>
  match.found === 'ROUTE' && match.route.kind === 'PAGE' ? RESIDENT_PAGE_HEADERS : API_HEADERS;
