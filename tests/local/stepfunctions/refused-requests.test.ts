// Requests that the endpoint cannot read, or does not know: answered in the form of AWS, whatever they hold.
import { describe, expect, it } from 'vitest';
import { served } from './served-endpoint.ts';

describe('a request that is no request', () => {
  const target = (name: string) => ({ 'x-amz-target': `AWSStepFunctions.${name}` });
  const cases: [string, RequestInit, string][] = [
    [
      'an operation that AWS has and this has not',
      { method: 'POST', headers: target('CreateActivity'), body: '{}' },
      'UnknownOperationException',
    ],
    [
      'an operation named like a property',
      { method: 'POST', headers: target('constructor'), body: '{}' },
      'UnknownOperationException',
    ],
    ['no target', { method: 'POST', body: '{}' }, 'UnknownOperationException'],
    ['a GET', { headers: target('ListStateMachines') }, 'UnknownOperationException'],
    ['broken JSON', { method: 'POST', headers: target('ListStateMachines'), body: '{' }, 'SerializationException'],
    [
      'JSON that is no object',
      { method: 'POST', headers: target('ListStateMachines'), body: '[]' },
      'ValidationException',
    ],
    ['a missing field', { method: 'POST', headers: target('StartExecution'), body: '{}' }, 'ValidationException'],
    [
      'a page of nothing sensible',
      { method: 'POST', headers: target('ListStateMachines'), body: '{"maxResults":-1}' },
      'ValidationException',
    ],
  ];

  it.each(cases)('is answered in the form of AWS: %s', async (_what, request, code) => {
    const { endpoint } = await served();
    const response = await fetch(endpoint, request);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      __type: `com.amazonaws.swf.service.v2.model#${code}`,
      message: expect.any(String),
    });
  });

  it('is not read when it is too large', async () => {
    const { endpoint } = await served();
    const body = 'x'.repeat(9 * 2 ** 20);
    const response = await fetch(endpoint, { method: 'POST', headers: target('ListStateMachines'), body });
    expect(await response.json()).toMatchObject({ __type: expect.stringContaining('SerializationException') });
  });
});
