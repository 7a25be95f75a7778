// Ports for tests of steps: the one-machine adapters in memory, a clock that is set by hand, ids that count up.
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Names } from '../../../adapters/granted-directory.ts';
import { sealOf } from '../../../adapters/keyed-seal.ts';
import { Database } from '../../../adapters/sqlite/database.ts';
import { sqliteNames } from '../../../adapters/sqlite/directory.ts';
import { portsOn } from '../../../adapters/sqlite/ports.ts';
import { createSchema } from '../../../adapters/sqlite/schema.ts';
import { epochMillisecondsOf, type Instant, instantOf } from '../../../domain/calendar/plain-date.ts';
import type { Ports } from '../../../domain/ports.ts';
import { RENOVATION_ARN, RecordingEngine } from './recording-engine.ts';

/** The key of RFC 8032 §7.1, test 1: known to everybody, good for tests only. */
const SIGNING_KEY = createPrivateKey({
  format: 'jwk',
  key: {
    kty: 'OKP',
    crv: 'Ed25519',
    d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
    x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  },
});
const SECRET = new Uint8Array(32).fill(7);

export interface FakePorts {
  readonly ports: Ports;
  readonly engine: RecordingEngine;
  readonly database: Database;
  readonly names: Names;
  /** Sets the clock, forward or back. */
  setNow(now: Instant): void;
  close(): void;
}

/** `now` defaults to 09:00 in Wenzhou on Monday, 2 March 2026. */
export function fakePorts({ now = instantOf(Date.UTC(2026, 2, 2, 1)) }: { now?: Instant } = {}): FakePorts {
  let current = now;
  let ids = 0;
  const database = new Database(':memory:');
  createSchema(database);
  const folder = mkdtempSync(join(tmpdir(), 'jiugai-'));
  const engine = new RecordingEngine(() => epochMillisecondsOf(current));
  const ports = portsOn({
    database,
    folder,
    seal: sealOf(SECRET, [SIGNING_KEY]),
    clock: { now: () => current },
    engine,
    renovationMachineArn: RENOVATION_ARN,
    newId: () => {
      ids += 1;
      return `id-${String(ids).padStart(4, '0')}`;
    },
  });
  return {
    ports,
    engine,
    database,
    names: sqliteNames(database),
    setNow(to) {
      current = to;
    },
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
