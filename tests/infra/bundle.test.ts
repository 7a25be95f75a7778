// Steps that act by themselves start with their clients: what only their acts need lies beside them until they act.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { readEntryPoints } from '../../infra/entry-points/read-entry-points.ts';

const KIB = 1024;

it('loads at start less than half as much again as a bare handler, and its acts with their schemas when it acts', async () => {
  const out = `${mkdtempSync(join(tmpdir(), 'bundle-'))}/`;
  try {
    const sizes = await bundle(
      readEntryPoints().filter(({ name }) => name === 'closePublicity' || name === 'findStep'),
      out,
    );
    for (const [name, { atStart, onDemand }] of sizes) {
      expect(atStart / KIB, name).toBeLessThan(310);
      expect(onDemand / KIB, name).toBeGreaterThan(300);
    }
    // Its parts on demand find everything that they import, their own copy of the schemas too.
    const folder = `${out}closePublicity/`;
    const acts = readdirSync(folder).filter((file) =>
      readFileSync(`${folder}${file}`, 'utf8').includes('as closePublicity}'),
    );
    const loaded = await Promise.all(acts.map((file) => import(`${folder}${file}`)));
    expect(loaded.map(({ closePublicity }) => closePublicity.input.safeParse({}).success)).toEqual([true]);
  } finally {
    rmSync(out, { recursive: true });
  }
});
