// The stream of changes over real HTTP: who hears of what, what was missed, and how it ends.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revokePost } from '../../../domain/directory/give-posts.ts';
import { POST_HEADER } from '../../../domain/directory/post.ts';
import { refused } from '../../../domain/errors.ts';
import { EMPTY_HEAD, sealEntry } from '../../../domain/ledger.ts';
import { SYSTEM } from '../../../domain/parties.ts';
import { NO_CONSEQUENCES } from '../../../domain/ports.ts';
import { appendGrant, GRANTS_LEDGER } from '../../../functions/portal/maintain-grants.ts';
import { createHttpServer, type HttpServer } from '../../../local/http/create-http-server.ts';
import { ChangeFeed } from '../../../local/stream/change-feed.ts';
import { type ChangeStream, streamChanges } from '../../../local/stream/stream-changes.ts';
import { openStage, PROJECT_ID, type Stage, survey } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';

const NOW = Date.UTC(2026, 2, 2, 1);
/** A token is the street of its bearer, or says only who that is. */
const claimsOf = (token: string) => (token === CLERK ? { sub: CLERK } : { sub: 's', role: 'STREET', unit: token });
const CLERK = 'clerk';
const OWN = '330302001';
const FOREIGN = '330302002';

let world: FakePorts;
let feed: ChangeFeed;
let stage: Stage;
let stream: ChangeStream;
let server: HttpServer;
let origin: string;

beforeEach(async () => {
  world = fakePorts();
  feed = new ChangeFeed('run');
  const ports = { ...world.ports, ledger: feed.watching(world.ports.ledger) };
  stage = await openStage({ ...world, ports });
  const verifyToken = async (token: string) =>
    token === ''
      ? refused('UNAUTHENTICATED', { zh: '请登录', en: 'Sign in' })
      : { ok: true as const, value: { ...claimsOf(token), exp: NOW / 1000 + 60 } };
  stream = streamChanges({ feed, verifyToken, directory: ports.directory, newId: ports.newId, now: () => NOW });
  server = createHttpServer({ routes: [], ports, verifyToken, now: () => 0, log: () => {} });
  server.serve('/api/stream', stream.handle);
  origin = await server.listen(0);
});
afterEach(async () => {
  stream.close();
  await server.close();
  stage.close();
});

async function listen(bearer: string, seen?: string, under?: string) {
  const response = await fetch(`${origin}/api/stream`, {
    headers: {
      authorization: `Bearer ${bearer}`,
      ...(seen !== undefined && { 'last-event-id': seen }),
      ...(under !== undefined && { [POST_HEADER]: `STREET/${under}` }),
    },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    response,
    /** Reads on until the text is there; all that was heard. */
    async until(text: string): Promise<string> {
      while (!heard.includes(text)) {
        const { done, value } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error(`ended after ${JSON.stringify(heard)}`);
        heard += value;
      }
      return heard;
    },
    async rest(): Promise<string> {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) heard += part.value;
      return heard;
    },
  };
}

const act = async () => stage.perform('record-survey', 'STREET', await survey(stage));

describe('the stream of changes', () => {
  it('tells of a change once it is committed: which project, which entry, which street', async () => {
    const own = await listen(OWN);
    await own.until('listening');
    await act();
    const heard = await own.until('data');
    expect(heard).toContain(`id: run-2\ndata: {"projectId":"${PROJECT_ID}","seq":2,"street":"${OWN}"}\n\n`);
  });

  it('tells a street nothing of another', async () => {
    const [own, foreign] = [await listen(OWN), await listen(FOREIGN)];
    await own.until('listening');
    await foreign.until('listening');
    await act();
    await own.until('data');
    stream.close();
    expect(await foreign.rest()).not.toContain('data');
  });

  it('tells everybody that something of the district has changed, and of whom it tells nothing', async () => {
    const foreign = await listen(FOREIGN);
    await foreign.until('listening');
    const person = { personId: 'p-17', role: 'STREET', unit: OWN } as const;
    await appendGrant({ ...world.ports, ledger: feed.watching(world.ports.ledger) }, SYSTEM, person);
    expect(await foreign.until('data')).toContain('id: run-2\ndata: {"ledger":"GRANTS"}\n\n');
  });

  it('tells nothing of a look at personal data, after which a page would look again', async () => {
    const own = await listen(OWN);
    await own.until('listening');
    const ref = { kind: 'PRIVACY', id: PROJECT_ID } as const;
    const content = { at: world.ports.clock.now(), actor: SYSTEM, rulebook: 'test', calendar: 'test', findings: [] };
    const entry = sealEntry(ref, EMPTY_HEAD, { ...content, act: 'view-picture', payload: {} });
    await feed.watching(world.ports.ledger).append(ref, entry, NO_CONSEQUENCES);
    stream.close();
    expect(await own.rest()).not.toContain('data');
  });

  it('tells what was missed since the event last heard', async () => {
    await act();
    const own = await listen(OWN, 'run-1');
    expect(await own.until('"seq":2')).not.toContain('reset');
  });

  it.each(['other-1', 'run-99', 'nonsense'])(
    'asks to look at everything anew after %s, which it does not know',
    async (seen) => {
      const own = await listen(OWN, seen);
      expect(await own.until('data')).toBe('event: reset\nid: run-1\ndata: {}\n\n');
    },
  );

  it('lets nobody listen without a token', async () => {
    const response = await fetch(`${origin}/api/stream`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  describe('for somebody with several posts', () => {
    const give = (unit: string) => appendGrant(world.ports, SYSTEM, { personId: CLERK, role: 'STREET', unit });
    beforeEach(async () => {
      await give(OWN);
      await give(FOREIGN);
    });

    it('tells what belongs to the post that is said', async () => {
      const [own, foreign] = [await listen(CLERK, undefined, OWN), await listen(CLERK, undefined, FOREIGN)];
      await own.until('listening');
      await foreign.until('listening');
      await act();
      expect(await own.until('data')).toContain(PROJECT_ID);
      stream.close();
      expect(await foreign.rest()).not.toContain('data');
    });

    it('is not opened under none, and not under one that is not held', async () => {
      const code = async (under?: string) => JSON.parse(await (await listen(CLERK, undefined, under)).rest()).code;
      expect([await code(), await code('330302009')]).toEqual(['CHOOSE_POST', 'NOT_YOUR_POST']);
    });

    it('ends, and tells nothing more, once the post it was opened under is taken away', async () => {
      const own = await listen(CLERK, undefined, OWN);
      await own.until('listening');
      const { ledger } = world.ports;
      const entries = await ledger.read(GRANTS_LEDGER);
      const context = { at: world.ports.clock.now(), actor: SYSTEM, rulebook: 'grants@2', calendar: 'test' };
      const taken = { personId: CLERK, role: 'STREET', unit: OWN } as const;
      const { ref, entry, consequences } = revokePost(GRANTS_LEDGER, entries, taken, context);
      await ledger.append(ref, entry, consequences);
      await act();
      expect(await own.rest()).not.toContain('data');
    });
  });

  it('ends when the server closes', async () => {
    const own = await listen(OWN);
    await own.until('listening');
    stream.close();
    expect(await own.rest()).toContain('listening');
  });
});

describe('the feed of changes', () => {
  it('forgets what is older than a thousand changes, and says so', async () => {
    const watched = feed.watching({ ...world.ports.ledger, append: async () => 'APPENDED' });
    const project = await stage.project();
    const view = { view: 'project', partition: PROJECT_ID, sort: '', value: JSON.parse(JSON.stringify(project)) };
    const [entry] = await world.ports.ledger.read({ kind: 'PROJECT', id: PROJECT_ID });
    if (entry === undefined) throw new Error('the stage has an entry');
    const written = { views: [{ ...view, watermark: { ledger: '', seq: 1 } }], messages: [], signals: [] };
    for (let change = 0; change < 1_000; change += 1) {
      await watched.append({ kind: 'PROJECT', id: PROJECT_ID }, entry, written);
    }
    expect(feed.since('run-0')).toBeUndefined();
    expect(feed.since('run-1')).toHaveLength(1_000);
    expect(feed.since(feed.position)).toEqual([]);
  });

  it('says nothing of an entry that lost the race, and nothing of other ledgers', async () => {
    const lost = feed.watching({ ...world.ports.ledger, append: async () => 'STALE' });
    const [entry] = await world.ports.ledger.read({ kind: 'PROJECT', id: PROJECT_ID });
    if (entry === undefined) throw new Error('the stage has an entry');
    const before = feed.position;
    await lost.append({ kind: 'PROJECT', id: PROJECT_ID }, entry, { views: [], messages: [], signals: [] });
    await stage.roll('PLAN');
    expect(feed.position).toBe(before);
  });
});
