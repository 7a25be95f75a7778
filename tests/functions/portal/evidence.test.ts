// The evidence bundle: sound as it is made; whatever is changed, added, missing or cut is found, and named where it can be.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import {
  EMPTY_SEAL,
  ENTRIES_PATH,
  KEYS_PATH,
  MANIFEST_PATH,
  manifestSchema,
  ROSTER_PATH,
} from '../../../domain/evidence/manifest.ts';
import { canonicalJson, sha256Hex } from '../../../domain/json.ts';
import { type Issued, issuedRow, registerLedger } from '../../../domain/paper/issue-register.ts';
import type { Ports } from '../../../domain/ports.ts';
import { makeEvidenceBundle } from '../../../functions/portal/make-evidence-bundle.ts';
import { verifyEvidenceBundle } from '../../../functions/portal/verify-evidence-bundle.ts';
import { zipArchive } from '../../../functions/runtime/zip-archive.ts';
import { openStage, PROJECT_ID, type Stage } from '../../domain/projects/consent/neighbourhood-on-stage.ts';
import { chainOf } from '../../support/ports/entries.ts';

const CENTRAL_DIRECTORY = Buffer.from('PK\x01\x02', 'latin1');
const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1');

let stage: Stage;
let bundle: Buffer;
let files: ReadonlyMap<string, Buffer>;

beforeAll(async () => {
  stage = await openStage();
  await stage.playUntil('PUBLICITY_RUNNING');
  bundle = await bundleOf(stage.ports);
  files = await unzip(bundle);
});
afterAll(() => stage.close());

async function bundleOf(ports: Ports): Promise<Buffer> {
  const made = await makeEvidenceBundle(ports, PROJECT_ID);
  return made.ok ? Buffer.from(made.value) : expect.fail(made.refusal.says.en);
}

async function unzip(zipped: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const zip = await fromBufferPromise(zipped, { lazyEntries: true });
  const found = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    found.set(entry.fileName, Buffer.concat(chunks));
  }
  return found;
}

const textOf = (path: string): string => (files.get(path) ?? expect.fail(`no ${path}`)).toString('utf8');

/** What is found in a bundle with these files put in place of its own; `undefined` takes a file out. */
async function found(changes: Readonly<Record<string, string | undefined>>): Promise<readonly string[]> {
  const changed: Readonly<Record<string, string | Buffer | undefined>> = { ...Object.fromEntries(files), ...changes };
  const entries = Object.entries(changed).flatMap(([path, content]) =>
    content === undefined ? [] : [{ path, bytes: Buffer.from(content) }],
  );
  // The seal is the old one, as somebody without the key has to leave it.
  const seal = bundle.subarray(bundle.length - EMPTY_SEAL.length).toString('latin1');
  const { problems } = await verifyEvidenceBundle(await zipArchive(entries, seal));
  return problems.map(({ kind, what }) => `${kind} ${what}`);
}

/** The manifest of somebody who took care that every hash fits. */
function manifestFor(changes: Readonly<Record<string, string>>): string {
  const manifest = manifestSchema.parse(JSON.parse(textOf(MANIFEST_PATH)));
  const listed = manifest.files.map((file) => {
    const text = changes[file.path];
    return text === undefined ? file : { ...file, sha256: sha256Hex(text), bytes: Buffer.byteLength(text) };
  });
  return JSON.stringify({ ...manifest, files: listed }, null, 2);
}

describe('an evidence bundle', () => {
  it('is sound as it is made, with every entry and every paper in it', async () => {
    const report = await verifyEvidenceBundle(bundle);
    expect(report).toMatchObject({ problems: [], projectId: PROJECT_ID, entries: 14 });
    expect(report.papers).toBeGreaterThan(3);
    const [key] = await stage.ports.seal.publicKeys();
    expect(report.keyId).toBe(key?.keyId);
  });

  it('is the same bytes when it is made again at the same moment', async () => {
    expect((await bundleOf(stage.ports)).equals(bundle)).toBe(true);
  });

  it('has every paper that was issued, also one that no act names', async () => {
    const bytes = Buffer.from('a bill to a household');
    const kept = await stage.ports.papers.put(bytes, {
      mediaType: 'application/pdf',
      paperClass: 'ISSUED',
      storedAt: stage.ports.clock.now(),
    });
    const issuedOn = plainDateOf('2026-03-02');
    const bill: Issued = {
      ...{ projectNo: PROJECT_ID, kind: 'S1', version: 1, title: '居民出资缴款通知单', issuer: '街道', issuedOn },
      ...{ sha256: kept.sha256, pages: 1 },
    };
    await stage.ports.views.write([issuedRow(registerLedger(PROJECT_ID), 1, { paper: bill })]);
    const inside = await unzip(await bundleOf(stage.ports));
    expect(inside.get(`papers/${kept.sha256}.pdf`)?.equals(bytes)).toBe(true);
    expect(JSON.parse(inside.get('issued.json')?.toString('utf8') ?? '')).toMatchObject([
      { kind: 'S1', sha256: kept.sha256 },
    ]);
  });

  it('is found out by any single changed byte: content, headers, central directory, comment', async () => {
    const directory = bundle.indexOf(CENTRAL_DIRECTORY);
    const headers: number[] = [];
    for (let at = bundle.indexOf(LOCAL_HEADER); at >= 0; at = bundle.indexOf(LOCAL_HEADER, at + 1)) headers.push(at);
    const position = fc.oneof(
      fc.nat(bundle.length - 1),
      fc.tuple(fc.constantFrom(...headers), fc.nat(60)).map(([header, offset]) => header + offset),
      fc.integer({ min: directory, max: bundle.length - 1 }),
      fc.integer({ min: bundle.length - EMPTY_SEAL.length - 22, max: bundle.length - 1 }),
    );
    await fc.assert(
      fc.asyncProperty(position, fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(bundle);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect((await verifyEvidenceBundle(changed)).problems).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is found out when bytes are put before or behind it, or cut off its end', async () => {
    const byte = Buffer.from([0]);
    const cut = [1, 200, Math.floor(bundle.length / 2), bundle.length].map((missing) =>
      bundle.subarray(0, bundle.length - missing),
    );
    for (const changed of [Buffer.concat([byte, bundle]), Buffer.concat([bundle, byte]), ...cut]) {
      expect((await verifyEvidenceBundle(changed)).problems).not.toEqual([]);
    }
  });

  it('names a paper that was taken out, and one that was put in', async () => {
    const paper = [...files.keys()].find((path) => path.startsWith('papers/')) ?? expect.fail('no paper');
    expect(await found({ [paper]: undefined })).toEqual([`MISSING ${paper}`]);
    expect(await found({ 'papers/another.pdf': 'another' })).toEqual(['ADDED papers/another.pdf']);
    expect(await found({ [paper]: 'another' })).toEqual([`CHANGED ${paper}`]);
  });

  it('names the cut in a ledger that ends too early, even when every hash was made to fit', async () => {
    const lines = textOf(ENTRIES_PATH).trimEnd().split('\n');
    const cut = `${lines.slice(0, -1).join('\n')}\n`;
    expect(await found({ [ENTRIES_PATH]: cut })).toEqual([`CHANGED ${ENTRIES_PATH}`, 'CHAIN head']);
    expect(await found({ [ENTRIES_PATH]: cut, [MANIFEST_PATH]: manifestFor({ [ENTRIES_PATH]: cut }) })).toEqual([
      'CHAIN head',
    ]);
  });

  it('names the place of an entry that was left out, changed, or taken from another project', async () => {
    const lines = textOf(ENTRIES_PATH).trimEnd().split('\n');
    const [stranger] = chainOf({ kind: 'PROJECT', id: '330302-2026-0018' }, 1);
    const changes = {
      'left out': lines.toSpliced(4, 1),
      changed: lines.with(4, (lines[4] ?? '').replace('"outcome":"', '"outcome":"not-')),
      strange: lines.with(4, canonicalJson(stranger ?? expect.fail('no entry'))),
    };
    for (const [how, changed] of Object.entries(changes)) {
      const text = `${changed.join('\n')}\n`;
      const problems = await found({ [ENTRIES_PATH]: text, [MANIFEST_PATH]: manifestFor({ [ENTRIES_PATH]: text }) });
      expect(problems, how).toEqual([`CHAIN ${ENTRIES_PATH} seq 5`]);
    }
  });

  it('names an entry of the roster that was changed', async () => {
    const roster = textOf(ROSTER_PATH).replace('"rosterHash":"', '"rosterHash":"0');
    const changes = { [ROSTER_PATH]: roster };
    expect(await found({ ...changes, [MANIFEST_PATH]: manifestFor(changes) })).toEqual([`CHAIN ${ROSTER_PATH} seq 1`]);
  });

  it('is found out by its seal alone when somebody made everything else fit', async () => {
    const decisions = textOf('decisions.json').replace('passed', 'failed');
    const changes = { 'decisions.json': decisions };
    expect(await found({ ...changes, [MANIFEST_PATH]: manifestFor(changes) })).toEqual(['SEAL zip']);
  });

  it('takes no key under the id of another one', async () => {
    const keys = textOf(KEYS_PATH).replace(/"x": "[^"]+"/, `"x": "${'A'.repeat(43)}"`);
    const changes = { [KEYS_PATH]: keys };
    expect(await found({ ...changes, [MANIFEST_PATH]: manifestFor(changes) })).toEqual(['SEAL zip']);
  });

  it('says of anything else that it is no bundle', async () => {
    for (const other of [Buffer.alloc(0), Buffer.from('PK'), await zipArchive([], '')]) {
      expect((await verifyEvidenceBundle(other)).problems.map(({ kind }) => kind)).toEqual(['NOT_A_BUNDLE']);
    }
  });
});
