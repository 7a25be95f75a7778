// What the route chain reads of a request: the seq that was seen, every mistake in its place, and the body as it was sent.
import { describe, expect, it } from 'vitest';
import { ask, castVote, event, problem, showProject, UNITS, vote } from './routes-on-trial.ts';

describe('what a route reads', () => {
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
});
