// A running server with the first neighbourhood that a street has opened on it, and somebody who asks in its name.
import { expect } from 'vitest';
import { runServer, type TestServer } from './running-server.ts';
import { Visitor } from './visitor.ts';

/** Of `street-01`; its body is `body-01-1`, its community `community-01`. */
export const NEIGHBOURHOOD = {
  name: '月季小区',
  code: '330302001001-01',
  community: '330302001001',
  street: '330302001',
} as const;

export interface StreetServer {
  readonly server: TestServer;
  readonly visitor: Visitor;
  readonly projectId: string;
  /** Token of the street. */
  readonly bearer: string;
}

/** On Monday, 2 March 2026, 09:00 in Wenzhou. */
export async function runStreetServer(): Promise<StreetServer> {
  const server = await runServer('2026-03-02T09:00:00+08:00');
  const visitor = new Visitor(server.origin);
  const bearer = await visitor.token('street-01');
  const opened = await visitor.as('street-01', 'POST', '/api/projects', { neighbourhood: NEIGHBOURHOOD });
  expect(opened.status).toBe(201);
  return { server, visitor, bearer, projectId: String(opened.body.projectId) };
}
