// The route chain without any server: who is let in, what is read, what leaves, and what a problem says.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Fault, granted, refused } from '../../../domain/errors.ts';
import type { Claims, HttpAnswer, HttpEvent } from '../../../functions/runtime/http-event.ts';
import type { LogLine } from '../../../functions/runtime/log.ts';
import { type Route, route } from '../../../functions/runtime/route.ts';
import { chainPorts } from './chain-ports.ts';

const STREET: Claims = { sub: 'p-1', role: 'STREET', unit: '330302001' };

const showProject = route({
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

const castVote = route({
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

function event(of: Route, more: Partial<HttpEvent> = {}, claims: Claims | undefined = STREET): HttpEvent {
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

const vote = (body: unknown, headers: HttpEvent['headers'] = {}, claims?: Claims) =>
  event(
    castVote,
    {
      headers: { 'content-type': 'application/json', 'if-match': '"7"', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    claims,
  );

const ask = (of: Route, asked: HttpEvent, ports = chainPorts(), log: (line: LogLine) => void = () => {}) =>
  of.over(ports, log)(asked, {});
const problem = ({ body }: HttpAnswer) => JSON.parse(body);
const UNITS = { units: [{ unit: '1-101', area: '88.50' }] };

describe('route', () => {
  it('lets out only what the schema names', async () => {
    const answer = await ask(showProject, event(showProject));
    expect(JSON.parse(answer.body)).toEqual({ id: '330302-2026-0017', seq: 7, seenBy: 'p-1' });
    expect(answer.headers).toMatchObject({ etag: '"7"', 'cache-control': 'private, no-cache' });
  });

  it('answers 304 to a page that has seen this seq', async () => {
    const answer = await ask(showProject, event(showProject, { headers: { 'if-none-match': '"7"' } }));
    expect(answer).toMatchObject({ statusCode: 304, body: '' });
  });

  it('says a refusal as a problem in both languages, the reader’s first', async () => {
    const asked = event(showProject, { pathParameters: { id: '330302-2026-9999' } });
    const inChinese = await ask(showProject, asked);
    expect(inChinese.statusCode).toBe(404);
    expect(inChinese.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(problem(inChinese)).toEqual({
      type: 'urn:jiugai:problem:NOT_FOUND',
      code: 'NOT_FOUND',
      status: 404,
      title: '没有找到',
      detail: '没有这个项目',
      titleZh: '没有找到',
      titleEn: 'Not found',
      detailZh: '没有这个项目',
      detailEn: 'No such project',
      instance: 'request-1',
    });
    const inEnglish = await ask(showProject, { ...asked, headers: { 'accept-language': 'zh;q=0.5, en-GB;q=0.9' } });
    expect(problem(inEnglish)).toMatchObject({
      title: 'Not found',
      detail: 'No such project',
      detailZh: '没有这个项目',
    });
  });

  it.each([
    ['no claims', undefined],
    ['no subject', { role: 'STREET', unit: '330302001' }],
    ['a role that does not exist', { sub: 'p-1', role: 'KING', unit: '330302001' }],
    ['the role of the system itself', { sub: 'p-1', role: 'SYSTEM', unit: 'SYSTEM' }],
    ['a subject without any grant', { sub: 'p-1' }],
  ])('asks to sign in with %s', async (_, claims) => {
    const asked = event(showProject);
    const { requestId, http } = asked.requestContext;
    const requestContext = { requestId, http, ...(claims && { authorizer: { jwt: { claims } } }) };
    const answer = await ask(showProject, { ...asked, requestContext });
    expect(problem(answer)).toMatchObject({ code: 'UNAUTHENTICATED', status: 401 });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('completes an issuer that knows no roles by the grants of the district', async () => {
    const ports = chainPorts();
    ports.people.set('p-2', { id: 'p-2', posts: [{ role: 'HOUSING', unit: 'HOUSING' }], name: '' });
    const answer = await ask(showProject, event(showProject, {}, { sub: 'p-2' }), ports);
    expect(JSON.parse(answer.body)).toMatchObject({ seenBy: 'p-2' });
  });

  it('turns away other parties before it reads anything', async () => {
    const answer = await ask(castVote, vote('{broken', {}, { sub: 'p-3', role: 'AUDIT', unit: 'AUDIT' }));
    expect(problem(answer)).toMatchObject({ code: 'FORBIDDEN_ROLE', detailZh: '该事项由业委会／自治小组、街道办理。' });
  });

  it.each([['"7"'], ['7']])('hands on the seq of If-Match: %s', async (ifMatch) => {
    const answer = await ask(castVote, vote(UNITS, { 'if-match': ifMatch }));
    expect(answer.statusCode).toBe(201);
    expect(JSON.parse(answer.body)).toEqual({ counted: 1, expectedSeq: 7 });
  });

  it('wants to know which seq was seen', async () => {
    const answer = await ask(castVote, vote(UNITS, { 'if-match': undefined }));
    expect(problem(answer)).toMatchObject({ code: 'PRECONDITION_REQUIRED', status: 428 });
  });

  it.each(['W/"7"', '"seven"', '*', '"-1"'])('refuses If-Match %s', async (ifMatch) => {
    const answer = await ask(castVote, vote(UNITS, { 'if-match': ifMatch }));
    expect(problem(answer)).toMatchObject({ code: 'MALFORMED', fields: [{ in: 'header', path: '/if-match' }] });
  });

  it('names every field that has a mistake, once, with a pointer', async () => {
    const asked = vote({
      units: [
        { unit: 5, area: '88.5' },
        { area: 'x', 'a/b': 0.5 },
      ],
    });
    const answer = await ask(castVote, { ...asked, queryStringParameters: { page: '3' } });
    expect(answer.statusCode).toBe(422);
    expect(problem(answer).fields).toEqual([
      { in: 'query', path: '/page', says: { zh: '应为下列之一：1, 2', en: 'Must be one of: 1, 2' } },
      { path: '/units/0/unit', says: { zh: '应为文字', en: 'Must be text' } },
      { path: '/units/0/area', says: { zh: '格式不正确', en: 'Has the wrong format' } },
      { path: '/units/1/unit', says: { zh: '请填写', en: 'Required' } },
      { path: '/units/1/area', says: { zh: '格式不正确', en: 'Has the wrong format' } },
      { path: '/units/1/a~1b', says: { zh: '应为整数', en: 'Must be a whole number' } },
    ]);
  });

  it('says what a schema says in its own two languages', async () => {
    const answer = await ask(showProject, event(showProject, { pathParameters: { id: '17' } }));
    expect(problem(answer).fields).toEqual([
      { in: 'path', path: '/id', says: { zh: '项目编号不正确', en: 'Not a project number' } },
    ]);
  });

  it('names every field that there is not', async () => {
    const answer = await ask(showProject, event(showProject, { queryStringParameters: { a: '1', b: '2' } }));
    const noSuch = { zh: '没有这个字段', en: 'There is no such field' };
    expect(problem(answer).fields).toEqual([
      { in: 'query', path: '/a', says: noSuch },
      { in: 'query', path: '/b', says: noSuch },
    ]);
  });

  it('lists no more mistakes than anybody can read, and counts them all', async () => {
    const answer = await ask(castVote, vote({ units: Array.from({ length: 2000 }, () => ({})) }));
    const { fields, detailEn } = problem(answer);
    expect(fields).toHaveLength(500);
    expect(detailEn).toContain('4000');
  });

  it('wants a body where there is one to give', async () => {
    const { body: _, ...asked } = vote('');
    const answer = await ask(castVote, asked);
    expect(problem(answer).fields).toEqual([{ path: '', says: { zh: '请填写', en: 'Required' } }]);
  });

  it('reads a body that the gateway has put into base64', async () => {
    const asked = vote(Buffer.from(JSON.stringify(UNITS)).toString('base64'));
    const answer = await ask(castVote, { ...asked, isBase64Encoded: true });
    expect(answer.statusCode).toBe(201);
  });

  it('keeps a fault’s cause for the log, and the log free of what people wrote', async () => {
    const lines: LogLine[] = [];
    const failing = route({
      name: 'failing',
      summary: { zh: '失败', en: 'Fail' },
      method: 'GET',
      path: '/api/failing',
      access: 'PUBLIC',
      output: z.object({}),
      handle: async () => {
        throw new Fault('UNAVAILABLE', 'no disk', { cause: new TypeError('row of 张三') });
      },
    });
    const answer = await ask(failing, event(failing), chainPorts(), (line) => lines.push(line));
    expect(problem(answer)).toMatchObject({ code: 'UNAVAILABLE', status: 503, instance: 'request-1' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      level: 'error',
      code: 'UNAVAILABLE',
      requestId: 'request-1',
      route: 'failing',
      causes: ['UNAVAILABLE', 'TypeError'],
    });
    expect(JSON.stringify([lines, answer])).not.toMatch(/张三|no disk/);
  });

  it('calls an answer that does not fit its schema a fault', async () => {
    const lying = route({
      name: 'lying',
      summary: { zh: '不符', en: 'Lie' },
      method: 'GET',
      path: '/api/lying',
      access: 'PUBLIC',
      output: z.object({ status: z.string().max(2) }),
      handle: async () => granted({ status: 'too long' }),
    });
    const lines: LogLine[] = [];
    const answer = await ask(lying, event(lying), chainPorts(), (line) => lines.push(line));
    expect(problem(answer)).toMatchObject({ code: 'INTERNAL', status: 500 });
    expect(lines).toMatchObject([{ level: 'error', code: 'INTERNAL', route: 'lying' }]);
  });

  it('gives a paper byte for byte under its Chinese name', async () => {
    const printForm = route({
      name: 'printForm',
      summary: { zh: '打印表格', en: 'Print a form' },
      method: 'GET',
      path: '/api/forms',
      access: 'PUBLIC',
      output: 'FILE',
      handle: async () =>
        granted({ bytes: Uint8Array.of(0, 255, 37), mediaType: 'application/pdf', fileName: '征求意见表(1).pdf' }),
    });
    const answer = await ask(printForm, event(printForm));
    expect(Buffer.from(answer.body, 'base64')).toEqual(Buffer.from([0, 255, 37]));
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('征求意见表')}%281%29.pdf`,
    );
  });
});
