// Somebody whom the issuer knows by name only: which posts they hold, an operator says; under which one they ask, they say.
import { instantOf } from '../../../domain/calendar/plain-date.ts';
import { POST_HEADER, type Post, writePost } from '../../../domain/directory/post.ts';
import { runServer } from '../../support/journey/running-server.ts';
import { openTokenMint } from '../../support/journey/token-mint.ts';
import { codeOf, Visitor } from '../../support/journey/visitor.ts';

export const STREET: Post = { role: 'STREET', unit: '330302001' };
export const OTHER_STREET: Post = { role: 'STREET', unit: '330302002' };
export const FINANCE: Post = { role: 'FINANCE', unit: 'FINANCE' };
export const REFUSED = { NOT_YOURS: '403 NOT_YOUR_POST', CHOOSE: '403 CHOOSE_POST' } as const;
/** The token of the mint is always this person's. */
export const PERSON = 'p-1';

/** On a server of their own, on Monday, 2 March 2026, without a post. */
export async function openSomebody() {
  const server = await runServer('2026-03-02T09:00:00+08:00');
  const visitor = new Visitor(server.origin);
  const token = await (await openTokenMint(server)).right({});

  /** As the person; `under` as it stands in the header. */
  async function ask(method: string, path: string, under?: Post | string, input?: unknown, more: object = {}) {
    const said = typeof under === 'object' ? writePost(under) : under;
    const headers = { ...(said !== undefined && { [POST_HEADER]: said }), ...more };
    const heard = await visitor.ask(method, path, { bearer: token, headers, ...(input !== undefined && { input }) });
    const isProblem = heard.status >= 400;
    return { ...heard, said: isProblem ? `${heard.status} ${codeOf(heard)}` : String(heard.status) };
  }
  const revoke = (post?: Post) => visitor.as('operator', 'POST', `/api/grants/${PERSON}/revoke`, post);

  return {
    ...{ server, visitor, token, ask },
    give: (post: Post, until?: string) =>
      visitor.as('operator', 'POST', '/api/grants', { personId: PERSON, ...post, ...(until && { until }) }),
    takeAway: (post: Post) => revoke(post),
    /** Without a post, as before. */
    leaveAll: () => revoke(),
    goTo: (moment: string) => server.system.advance(instantOf(Date.parse(moment))),
    open: (serial: number, street: string, under?: Post) =>
      ask('POST', '/api/projects', under, {
        neighbourhood: {
          name: `桂柑${serial}村`,
          code: `${street}001-${String(serial).padStart(2, '0')}`,
          community: `${street}001`,
          street,
        },
      }),
    close: () => server.close(),
  };
}

export type Somebody = Awaited<ReturnType<typeof openSomebody>>;
