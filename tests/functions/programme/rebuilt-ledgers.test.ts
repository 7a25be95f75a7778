// Rows that follow from ledgers, of every kind: written entry by entry, or built anew from the ledgers alone, on one machine and on AWS, they are the same.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectAgain } from '../../../adapters/aws/project-again.ts';
import { projectEntry } from '../../../adapters/aws/projector.ts';
import { LEDGER_KINDS, type LedgerKind } from '../../../domain/ledger.ts';
import { NOTHING_FOLLOWS, PROJECTIONS } from '../../../domain/ledger-projections.ts';
import { NO_CONSEQUENCES } from '../../../domain/ports.ts';
import { rebuildProjections } from '../../../functions/programme/rebuild-projections.ts';
import { type Aws, startAws } from '../../support/aws/start-aws.ts';
import { rowsOfLedgers } from '../../support/aws/table-rows.ts';
import { rebuiltRows, storedRows } from '../../support/journey/view-rows.ts';
import { type FakePorts, fakePorts } from '../../support/ports/fake-ports.ts';
import { writeEachLedger } from './one-of-each-ledger.ts';

let world: FakePorts;
let grown: readonly string[];
beforeAll(async () => {
  world = fakePorts();
  await writeEachLedger(world);
  grown = storedRows(world.database);
});
afterAll(() => world.close());

const followsNothing = (kind: LedgerKind): boolean => PROJECTIONS[kind] === NOTHING_FOLLOWS;

describe('a ledger of kind', () => {
  it.each(LEDGER_KINDS)('%s has the rows that it alone makes', async (kind) => {
    expect(await world.ports.ledger.list(kind)).not.toEqual([]);
    const rows = storedRows(world.database, [kind]);
    expect(rows).toEqual(await rebuiltRows(world.ports, [kind]));
    expect(rows.length === 0).toBe(followsNothing(kind));
  });

  it.each(LEDGER_KINDS)('%s has them again after a rebuild into an empty read model', async (kind) => {
    const { database, ports } = world;
    database.write(() => database.prepare('DELETE FROM view_rows WHERE ledger LIKE ?').run(`${kind}/%`));
    expect(storedRows(database, [kind])).toEqual([]);
    await rebuildProjections(ports);
    expect(storedRows(database)).toEqual(grown);
  });
});

describe('on AWS', () => {
  let aws: Aws;
  let opened: Awaited<ReturnType<Aws['open']>>;
  beforeAll(async () => {
    aws = await startAws();
  });
  afterAll(() => aws.close());
  beforeEach(async () => {
    opened = await aws.open();
  });
  afterEach(() => opened.close());

  /** Hands on what the other machine has written; the projector sees the first `seen` entries of each ledger. */
  async function copyLedgers(seen: number): Promise<void> {
    const { ledger } = world.ports;
    for (const kind of LEDGER_KINDS) {
      for (const id of await ledger.list(kind)) {
        const ref = { kind, id };
        for (const entry of await ledger.read(ref)) {
          await opened.ledger.append(ref, entry, NO_CONSEQUENCES);
          if (entry.seq <= seen) await projectEntry(opened, ref, entry.seq);
        }
      }
    }
  }

  const messageIds = async ({ outbox }: Pick<typeof opened, 'outbox'>) =>
    (await outbox.claim(100, world.ports.clock.now())).map(({ messageId }) => messageId).toSorted();

  it('the projector makes the same rows and messages, entry by entry', async () => {
    await copyLedgers(Number.POSITIVE_INFINITY);
    expect(await rowsOfLedgers(opened.table)).toEqual(grown);
    expect(await messageIds(opened)).toEqual(await messageIds(world.ports));
  });

  it.each([0, 1, 2])('what was given up on behind %i entries of each ledger is projected again, once', async (seen) => {
    await copyLedgers(seen);
    expect(await rowsOfLedgers(opened.table)).not.toEqual(grown);
    for (const _ of [1, 2]) await projectAgain(opened);
    expect(await rowsOfLedgers(opened.table)).toEqual(grown);
    const ids = await messageIds(opened);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('voiding-'))).toHaveLength(3);
  });
});
