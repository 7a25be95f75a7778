// Every route that writes into a ledger, asked twice under one key: by two processes at once, with the answers lost, and for something
// else. A new route is in neither table, and fails here before it can be forgotten.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { askAgainAndAgain, openOffice } from './acts-once/office.ts';
import { STORIES } from './acts-once/stories.ts';
import { WITHOUT_LEDGER } from './acts-once/without-ledger.ts';

/** Of the list that the access tests hold against the running server; the ticket's own address has no name and no key. */
const POSTED = [
  ...readFileSync(new URL('../../../docs/route-access.md', import.meta.url), 'utf8').matchAll(
    /^\| POST \|.*`(\w+)` \|$/gm,
  ),
].map(([, name = '']) => name);

let world: FakePorts;
beforeEach(() => {
  world = fakePorts();
});
afterEach(() => world.close());

it('every route that takes something in has a story here, or a reason why no ledger hears of it', () => {
  expect(Object.keys({ ...STORIES, ...WITHOUT_LEDGER }).toSorted()).toEqual(POSTED.toSorted());
});

describe('the same request, twice at once and again with its answer lost, is in the ledger once', () => {
  it.each(Object.entries(STORIES))('%s', async (name, story) => {
    await askAgainAndAgain(world, name, await story(await openOffice(world)));
  });
});
