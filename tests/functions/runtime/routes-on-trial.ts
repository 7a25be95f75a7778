// Two routes for tests of the route chain without any server: a project that is shown, and a vote that is cast.
import * as z from 'zod';
import { granted, refused } from '../../../domain/errors.ts';
import type { Claims, HttpAnswer, HttpEvent } from '../../../functions/runtime/http-event.ts';
import type { LogLine } from '../../../functions/runtime/log.ts';
import { type Route, route } from '../../../functions/runtime/route.ts';
import { chainPorts } from './chain-ports.ts';

export const STREET: Claims = { sub: 'p-1', role: 'STREET', unit: '330302001' };

export const showProject = route({
  name: 'showProject',
  summary: { zh: '查看项目', en: 'Show a project' },
  method: 'GET',
  path: '/api/projects/{id}',
  access: 'SIGNED_IN',
  input: {
    params: z.object({ id: z.string().regex(/^\d{6}-\d{4}-\d{4}$/, '项目编号不正确｜Not a project number') }),
    query: z.strictObject({}),
  },
  output: z.object({ id: z.string(), seq: z.int(), seenBy: z.string() }),
  etag: ({ seq }) => seq,
  handle: async ({ params, actor }) => {
    if (params.id.endsWith('9999')) return refused('NOT_FOUND', { zh: '没有这个项目', en: 'No such project' });
    const stored = { id: params.id, seq: 7, seenBy: actor.id, phone: '13800000000' };
    return granted(stored);
  },
});

export const castVote = route({
  name: 'castVote',
  summary: { zh: '表决', en: 'Vote' },
  method: 'POST',
  path: '/api/projects/{id}/votes',
  access: ['BODY', 'STREET'],
  ifMatch: true,
  input: {
    params: z.object({ id: z.string() }),
    query: z.object({ page: z.enum(['1', '2']).optional() }),
    body: z.object({
      units: z
        .array(z.object({ unit: z.string(), area: z.string().regex(/^\d+\.\d\d$/), 'a/b': z.int().optional() }))
        .max(3000),
    }),
  },
  status: 201,
  output: z.object({ counted: z.int(), expectedSeq: z.int() }),
  handle: async ({ body, expectedSeq }) => granted({ counted: body.units.length, expectedSeq }),
});

export function event(of: Route, more: Partial<HttpEvent> = {}, claims: Claims | undefined = STREET): HttpEvent {
  const id = '330302-2026-0017';
  const rawPath = of.path.replace('{id}', id);
  return {
    routeKey: `${of.method} ${of.path}`,
    rawPath,
    rawQueryString: '',
    headers: {},
    pathParameters: { id },
    isBase64Encoded: false,
    requestContext: {
      requestId: 'request-1',
      http: { method: of.method, path: rawPath, sourceIp: '192.0.2.1' },
      ...(claims && { authorizer: { jwt: { claims } } }),
    },
    ...more,
  };
}

export const vote = (body: unknown, headers: HttpEvent['headers'] = {}, claims?: Claims) =>
  event(
    castVote,
    {
      headers: { 'content-type': 'application/json', 'if-match': '"7"', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    claims,
  );

export const ask = (of: Route, asked: HttpEvent, ports = chainPorts(), log: (line: LogLine) => void = () => {}) =>
  of.over(ports, log)(asked, {});
export const problem = ({ body }: HttpAnswer) => JSON.parse(body);
export const UNITS = { units: [{ unit: '1-101', area: '88.50' }] };
