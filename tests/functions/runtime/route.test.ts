// The route chain without any server: who is let in, what leaves, and what a problem says.
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Fault, granted } from '../../../domain/errors.ts';
import type { LogLine } from '../../../functions/runtime/log.ts';
import { route } from '../../../functions/runtime/route.ts';
import { chainPorts } from './chain-ports.ts';
import { ask, castVote, event, problem, showProject, vote } from './routes-on-trial.ts';

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
