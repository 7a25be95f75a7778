// A ledger on stage, and somebody who has its file and writes into it past the rules.
import { expect } from 'vitest';
import { EMPTY_HEAD, type Entry, sealEntry } from '../../../domain/ledger.ts';
import { openStage, PROJECT_ID, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { fakePorts } from '../../support/ports/fake-ports.ts';

export const PROJECT = { kind: 'PROJECT', id: PROJECT_ID } as const;

export interface ForgedLedger {
  /** Played until the plan is approved. */
  readonly stage: Stage;
  /** Writes the entries over the stored ones, as somebody does who knows how to drop a trigger. */
  overwrite(entries: readonly Entry[]): void;
  /** One entry changed, and every entry from there on hashed again, so that the chain holds; its number. */
  forge(act: string, change: (entry: Entry) => Partial<Entry>): Promise<number>;
}

export async function openForgedLedger(): Promise<ForgedLedger> {
  const world = fakePorts();
  const stage = await openStage(world);
  await stage.playUntil('PLAN_APPROVED');
  const overwrite = (entries: readonly Entry[]): void => {
    world.database.connection.exec('DROP TRIGGER IF EXISTS entries_are_never_changed');
    for (const entry of entries) {
      world.database
        .prepare(`UPDATE entries SET entry = ?, hash = ? WHERE kind = 'PROJECT' AND id = ? AND seq = ?`)
        .run(JSON.stringify(entry), entry.hash, PROJECT_ID, entry.seq);
    }
  };
  return {
    stage,
    overwrite,
    async forge(act, change) {
      const entries = await stage.ports.ledger.read(PROJECT);
      const forged: Entry[] = [];
      for (const entry of entries) {
        const { hash: _hash, prevHash: _prevHash, seq: _seq, ...content } = entry;
        forged.push(
          sealEntry(PROJECT, forged.at(-1) ?? EMPTY_HEAD, { ...content, ...(entry.act === act ? change(entry) : {}) }),
        );
      }
      overwrite(forged);
      return entries.find((entry) => entry.act === act)?.seq ?? expect.fail(`no ${act}`);
    },
  };
}
