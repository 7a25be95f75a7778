// The one chain for HTTP routes, the same on Lambda and on one machine: admit, read, act once, answer. What is not
// named in a schema neither comes in nor leaves, nor what is withheld from whoever asks.
import middy from '@middy/core';
import type * as z from 'zod';
import type { Bilingual } from '../../domain/bilingual.ts';
import { POST_HEADER } from '../../domain/directory/post.ts';
import { Fault, granted, type Outcome } from '../../domain/errors.ts';
import { knowsByNumber, shownByNumber } from '../../domain/known-by-number.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { type Access, type Asking, admit, identify } from './admission.ts';
import { answerOf, type FileAnswer, notModified } from './answer.ts';
import type { HttpAnswer, HttpEvent, HttpHandler } from './http-event.ts';
import { answerOnce, requestOf } from './idempotency.ts';
import { type Log, traceOf, writeLogLine } from './log.ts';
import { OUT_OF_TIME } from './out-of-time.ts';
import { type Asker, faultAnswer, type Language, languageOf, refusalAnswer } from './problems.ts';
import { type InputSchemas, readExpectedSeq, readInput } from './read-request.ts';

export type Method = 'GET' | 'POST';

/** What a handler is given; all of it checked. */
export interface RouteRequest<A extends Access, P, Q, H, B, M extends boolean> {
  readonly params: P;
  readonly query: Q;
  readonly headers: H;
  readonly body: B;
  readonly actor: A extends 'PUBLIC' | 'PERSON' ? undefined : Actor;
  /** With all posts, where the route is a person's whichever post they act under. */
  readonly person: A extends 'PERSON' ? Asking : undefined;
  /** The seq that the asker has seen, from If-Match; always there where the route says `ifMatch: true`. */
  readonly expectedSeq: M extends true ? number : number | undefined;
  /** For the `request` field of a ledger entry; undefined without Idempotency-Key. */
  readonly request: string | undefined;
  readonly requestId: string;
  readonly language: Language;
  /** Address of the caller, for limits only; never kept. */
  readonly sourceIp: string;
}

type Schema = z.ZodType;
type Value<O extends Schema | 'FILE'> = O extends Schema ? z.input<O> : FileAnswer;

export interface RouteDefinition<
  A extends Access,
  P extends Schema,
  Q extends Schema,
  H extends Schema,
  B extends Schema,
  O extends Schema | 'FILE',
  M extends boolean,
> {
  /** Verb and noun, `listProjects`: the operationId, and the route in the log. */
  readonly name: string;
  readonly summary: Bilingual;
  readonly method: Method;
  /** `/api/projects/{id}` */
  readonly path: string;
  readonly access: A;
  readonly input?: { readonly params?: P; readonly query?: Q; readonly headers?: H; readonly body?: B };
  /** True: refuses with 428 who does not say which seq they have seen. */
  readonly ifMatch?: M;
  readonly output: O;
  /** Status of success; 200 unless told. */
  readonly status?: 200 | 201 | 202;
  /** What changes whenever the answer does; lets pages poll for a 304. */
  readonly etag?: (value: Value<O>) => string | number;
  /** The answer is a secret and never kept, so Idempotency-Key has nothing to give again. */
  readonly secret?: true;
  handle(
    request: RouteRequest<A, z.output<P>, z.output<Q>, z.output<H>, z.output<B>, M>,
    ports: Ports,
  ): Promise<Outcome<Value<O>>>;
}

/** A route as the composition roots, the router and the API description know it. */
export interface Route {
  readonly name: string;
  readonly summary: Bilingual;
  readonly method: Method;
  readonly path: string;
  readonly access: Access;
  readonly input: InputSchemas;
  readonly ifMatch: boolean;
  readonly output: Schema | 'FILE';
  readonly status: number;
  readonly hasEtag: boolean;
  /** The handler over an installation: `export const handler = listProjects.over(ports)`. */
  readonly over: (ports: Ports, log?: Log) => HttpHandler;
}

export function route<
  const A extends Access,
  O extends Schema | 'FILE',
  P extends Schema = z.ZodUndefined,
  Q extends Schema = z.ZodUndefined,
  H extends Schema = z.ZodUndefined,
  B extends Schema = z.ZodUndefined,
  const M extends boolean = false,
>(definition: RouteDefinition<A, P, Q, H, B, O, M>): Route {
  const { name, summary, method, path, access, output, status = 200, etag, secret } = definition;
  const input: InputSchemas = definition.input ?? {};
  const ifMatch = definition.ifMatch ?? false;

  async function whoAsks(event: HttpEvent, { directory }: Ports): Promise<Outcome<{ actor?: Actor; person?: Asking }>> {
    if (access === 'PUBLIC') return granted({});
    if (access === 'PERSON') {
      const person = await identify(claimsOf(event), directory);
      return person.ok ? granted({ person: person.value }) : person;
    }
    const actor = await admit(access, claimsOf(event), directory, event.headers[POST_HEADER]);
    return actor.ok ? granted({ actor: actor.value }) : actor;
  }

  async function act(event: HttpEvent, ports: Ports, asker: Asker): Promise<Outcome<HttpAnswer>> {
    const asked = await whoAsks(event, ports);
    if (!asked.ok) return asked;
    const { actor, person } = asked.value;
    const expectedSeq = readExpectedSeq(event.headers['if-match'], ifMatch);
    if (!expectedSeq.ok) return expectedSeq;
    const key = event.headers['idempotency-key'];
    const request = requestOf(ports, askerKey(actor, event), key, askedBy(event));
    if (!request.ok) return request;
    const read = readInput(event, input);
    if (!read.ok) return read;

    // A browser that has the answer of another account must not be told to keep it.
    const byNumber = actor !== undefined && knowsByNumber(actor.role);
    const answer = async (): Promise<HttpAnswer> => {
      // The types of the schemas, the access and If-Match were checked above, one by one; only the compiler cannot see it.
      const checked = {
        ...read.value,
        ...asker,
        sourceIp: event.requestContext.http.sourceIp,
        actor,
        person,
        expectedSeq: expectedSeq.value,
        request: request.value,
      };
      const outcome = await definition.handle(checked as Parameters<typeof definition.handle>[0], ports);
      if (!outcome.ok) return refusalAnswer(outcome.refusal, asker);
      const tag = etag && `"${etag(outcome.value)}${byNumber ? '-by-number' : ''}"`;
      if (tag && method === 'GET' && event.headers['if-none-match'] === tag) return notModified(tag);
      const shown = byNumber && output !== 'FILE' ? shownByNumber(outcome.value) : outcome.value;
      return answerOf(output, shown, status, tag);
    };
    if (method === 'GET' || secret || request.value === undefined) return granted(await answer());
    return answerOnce(ports, request.value, answer);
  }

  return {
    name,
    summary,
    method,
    path,
    access,
    input,
    ifMatch,
    output,
    status,
    hasEtag: etag !== undefined,
    over: (ports, log = writeLogLine) =>
      middy<HttpEvent, HttpAnswer>(async (event: HttpEvent) => {
        const asker = askerOf(event);
        const outcome = await act(event, ports, asker);
        return outcome.ok ? outcome.value : refusalAnswer(outcome.refusal, asker);
      }, OUT_OF_TIME).onError(({ event, error }) => {
        const code = error instanceof Fault ? error.code : 'INTERNAL';
        const asker = askerOf(event);
        log({ level: 'error', code, requestId: asker.requestId, route: name, ...traceOf(error) });
        return faultAnswer(code, asker, error instanceof Fault ? error.says : undefined);
      }),
  };
}

const claimsOf = (event: HttpEvent) => event.requestContext.authorizer?.jwt?.claims;

/** Somebody who asks again under another post asks for something else. */
function askerKey(actor: Actor | undefined, { headers }: HttpEvent): string {
  const said = headers[POST_HEADER];
  if (actor === undefined) return 'public';
  return said === undefined ? actor.id : `${actor.id}\n${said}`;
}

const askerOf = (event: HttpEvent): Asker => ({
  requestId: event.requestContext.requestId,
  language: languageOf(event.headers['accept-language']),
});

const askedBy = (event: HttpEvent) => ({
  method: event.requestContext.http.method,
  path: event.rawPath,
  query: event.rawQueryString,
  ifMatch: event.headers['if-match'] ?? null,
  body: event.body ?? '',
});
