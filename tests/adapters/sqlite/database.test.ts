// The group commit: what is written together is durable together, and what is rolled back leaves no trace in memory.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../adapters/sqlite/database.ts';

let database: Database;
const insert = (value: number) => database.prepare('INSERT INTO entry (value) VALUES (?)').run(value);
const values = () =>
  database
    .prepare('SELECT value FROM entry ORDER BY value')
    .all()
    .map(({ value }) => value);

beforeEach(() => {
  database = new Database(':memory:');
  database.connection.exec('CREATE TABLE entry (value INTEGER UNIQUE CHECK (value < 100))');
});
afterEach(() => database.close());

describe('database', () => {
  it('commits the writes of one turn together and then runs their effects in order', async () => {
    const seen: string[] = [];
    database.write(() => {
      insert(1);
      database.afterCommit(() => seen.push('first'));
    });
    database.write(() => {
      insert(2);
      database.afterCommit(() => seen.push('second'));
    });
    expect(seen).toEqual([]);
    await database.durable();
    expect(seen).toEqual(['first', 'second']);
    expect(values()).toEqual([1, 2]);
  });

  it('rolls back the rows of an inner body when the outer one had written nothing yet', async () => {
    database.write(() => {
      expect(() =>
        database.write(() => {
          insert(1);
          throw new Error('changed my mind');
        }),
      ).toThrow('changed my mind');
      insert(2);
    });
    await database.durable();
    expect(values()).toEqual([2]);
  });

  it('rolls back the outer body with what an inner one has written', async () => {
    const memory: number[] = [];
    expect(() =>
      database.write(() => {
        database.write(() => {
          memory.push(1);
          database.onRollback(() => memory.pop());
        });
        database.write(() => insert(1));
        throw new Error('changed my mind');
      }),
    ).toThrow('changed my mind');
    insert(2);
    await database.durable();
    expect(values()).toEqual([2]);
    expect(memory).toEqual([]);
  });

  it('rolls back a throwing body alone, with its effects and its changes in memory', async () => {
    const cache = new Set<number>();
    const remember = (value: number) => {
      cache.add(value);
      database.onRollback(() => cache.delete(value));
    };
    const seen: number[] = [];
    database.write(() => {
      insert(1);
      remember(1);
      expect(() =>
        database.write(() => {
          insert(2);
          remember(2);
          database.afterCommit(() => seen.push(2));
          throw new Error('changed my mind');
        }),
      ).toThrow('changed my mind');
      database.afterCommit(() => seen.push(1));
    });
    await database.durable();
    expect(values()).toEqual([1]);
    expect([...cache]).toEqual([1]);
    expect(seen).toEqual([1]);
  });

  it('writes held-back rows once, just before the commit', async () => {
    let held = 7;
    database.beforeCommit(() => insert(held));
    database.write(() => {
      held = 8;
    });
    expect(values()).toEqual([]);
    await database.durable();
    expect(values()).toEqual([8]);
  });

  it('takes everything of the group back when its commit fails, tells the waiters, and goes on with the next group', async () => {
    const cache = new Set<number>();
    const causes: unknown[] = [];
    let broken = true;
    database.beforeCommit(() => {
      if (broken) insert(1000);
    });
    database.onFailedCommit((cause) => causes.push(cause));
    database.write(() => {
      insert(1);
      cache.add(1);
      database.onRollback(() => cache.delete(1));
      database.afterCommit(() => cache.add(-1));
    });
    await expect(database.durable()).rejects.toThrow('CHECK constraint');
    expect([...cache]).toEqual([]);
    expect(values()).toEqual([]);
    expect(causes).toHaveLength(1);

    broken = false;
    database.write(() => insert(2));
    await database.durable();
    expect(values()).toEqual([2]);
  });

  it.each([
    ['a statement that was prepared before', () => insert(1)],
    ['a new one', () => database.prepare('SELECT count(*) FROM entry').get()],
    ['a body', () => database.write(() => insert(1))],
  ])('refuses %s once it is closed, as a server does that is stopping', (_, use) => {
    insert(0);
    database.close();
    expect(use).toThrow(
      expect.objectContaining({
        code: 'UNAVAILABLE',
        says: expect.objectContaining({ zh: expect.stringContaining('正在停止') }),
      }),
    );
  });

  it('resolves at once and runs effects at once when nothing is open', async () => {
    let ran = false;
    database.afterCommit(() => {
      ran = true;
    });
    expect(ran).toBe(true);
    await expect(database.durable()).resolves.toBeUndefined();
  });
});
