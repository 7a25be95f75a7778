// Checks an evidence bundle offline: seal, manifest, chain and completeness; says what was changed, added or missing.
import { createPublicKey, hash, verify } from 'node:crypto';
import { fromBufferPromise } from 'yauzl';
import * as z from 'zod';
import type { Bilingual } from '../../domain/bilingual.ts';
import {
  EMPTY_SEAL,
  ENTRIES_PATH,
  KEYS_PATH,
  MANIFEST_PATH,
  type Manifest,
  manifestSchema,
  ROSTER_PATH,
  SEAL_PATTERN,
} from '../../domain/evidence/manifest.ts';
import { type Entry, findChainBreak, type LedgerRef } from '../../domain/ledger.ts';

export interface BundleProblem {
  readonly kind: 'NOT_A_BUNDLE' | 'CHANGED' | 'ADDED' | 'MISSING' | 'CHAIN' | 'SEAL';
  /** Path in the bundle, `seq 12`, or `zip`. */
  readonly what: string;
  readonly says: Bilingual;
}

export interface BundleReport {
  readonly problems: readonly BundleProblem[];
  readonly projectId?: string;
  readonly entries?: number;
  readonly papers?: number;
  readonly keyId?: string;
}

/** A bundle holds scans and tables; more than this is no bundle of ours, or a bomb. */
const MAXIMUM_BYTES = 4 * 1024 ** 3;

const keysSchema = z.array(
  z.object({ keyId: z.string(), publicKey: z.object({ kty: z.string(), crv: z.string(), x: z.string() }) }),
);

export async function verifyEvidenceBundle(bundle: Buffer): Promise<BundleReport> {
  const files = await readFiles(bundle);
  const manifest = files && readManifest(files.get(MANIFEST_PATH));
  if (files === undefined || manifest === undefined) {
    return { problems: [problem('NOT_A_BUNDLE', 'zip', '不是完整的证据包', 'not a whole evidence bundle')] };
  }
  const seal = checkSeal(bundle, files.get(KEYS_PATH));
  const problems = [...checkFiles(files, manifest), ...checkLedgers(files, manifest)];
  // The seal covers every byte: it is the first to break, and the last to be named, because it does not say where.
  if (problems.length === 0 && !seal.sound) {
    problems.push(problem('SEAL', 'zip', '签章与文件字节不符', 'the seal does not fit the bytes of the file'));
  }
  return {
    problems,
    projectId: manifest.projectId,
    entries: manifest.head.seq,
    papers: manifest.files.filter(({ path }) => path.startsWith('papers/')).length,
    ...(seal.keyId && { keyId: seal.keyId }),
  };
}

async function readFiles(bundle: Buffer): Promise<ReadonlyMap<string, Buffer> | undefined> {
  try {
    const zip = await fromBufferPromise(bundle, { lazyEntries: true });
    const files = new Map<string, Buffer>();
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        total += chunk.length;
        if (total > MAXIMUM_BYTES) return undefined;
        chunks.push(chunk);
      }
      files.set(entry.fileName, Buffer.concat(chunks));
    }
    return files;
  } catch {
    // A zip whose tables do not hold is reported as a whole: nothing in it can be named reliably.
    return undefined;
  }
}

function readManifest(bytes: Buffer | undefined): Manifest | undefined {
  if (bytes === undefined) return undefined;
  try {
    return manifestSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

function checkSeal(bundle: Buffer, keys: Buffer | undefined): { sound: boolean; keyId?: string } {
  const start = bundle.length - EMPTY_SEAL.length;
  const [, keyId, signature] = SEAL_PATTERN.exec(bundle.subarray(start).toString('latin1')) ?? [];
  if (keyId === undefined || signature === undefined || keys === undefined) return { sound: false };
  try {
    const key = keysSchema.parse(JSON.parse(keys.toString('utf8'))).find((published) => published.keyId === keyId);
    if (key === undefined) return { sound: false };
    // The id is the beginning of the key's own hash: nobody can put another key under a published id.
    if (hash('sha256', Buffer.from(key.publicKey.x, 'base64url'), 'hex').slice(0, 16) !== keyId)
      return { sound: false };
    const publicKey = createPublicKey({ format: 'jwk', key: key.publicKey });
    return { sound: verify(null, bundle.subarray(0, start), publicKey, Buffer.from(signature, 'hex')), keyId };
  } catch {
    return { sound: false };
  }
}

function checkFiles(files: ReadonlyMap<string, Buffer>, manifest: Manifest): BundleProblem[] {
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const problems: BundleProblem[] = [];
  for (const { path, sha256 } of manifest.files) {
    const bytes = files.get(path);
    if (bytes === undefined) problems.push(problem('MISSING', path, `缺少 ${path}`, `missing: ${path}`));
    else if (hash('sha256', bytes, 'hex') !== sha256) {
      problems.push(problem('CHANGED', path, `${path} 已被改动`, `changed: ${path}`));
    }
  }
  for (const path of files.keys()) {
    if (path !== MANIFEST_PATH && !listed.has(path)) {
      problems.push(problem('ADDED', path, `多出 ${path}`, `added: ${path}`));
    }
  }
  return problems;
}

function checkLedgers(files: ReadonlyMap<string, Buffer>, manifest: Manifest): BundleProblem[] {
  const entries = readEntries(files.get(ENTRIES_PATH));
  const roster = readEntries(files.get(ROSTER_PATH));
  if (entries === undefined || roster === undefined) {
    return [problem('CHAIN', ENTRIES_PATH, '台账无法读取', 'a ledger cannot be read')];
  }
  const problems = [
    ...checkChain(ENTRIES_PATH, { kind: 'PROJECT', id: manifest.projectId }, entries),
    ...checkChain(ROSTER_PATH, { kind: 'ROSTER', id: roster[0]?.rosterId ?? '' }, roster),
  ];
  const last = entries.at(-1);
  if (problems.length === 0 && (last?.hash !== manifest.head.hash || last.seq !== manifest.head.seq)) {
    problems.push(
      problem('CHAIN', 'head', '台账不完整：末条与清单不符', 'the ledger does not end where the manifest says'),
    );
  }
  return problems;
}

function checkChain(path: string, ref: LedgerRef, entries: readonly Entry[]): BundleProblem[] {
  const broken = findChainBreak(ref, entries);
  if (broken === undefined) return [];
  const { seq, reason } = broken;
  const zh = `${path} 第 ${seq} 条断链（${reason}）`;
  return [problem('CHAIN', `${path} seq ${seq}`, zh, `the chain of ${path} breaks at entry ${seq} (${reason})`)];
}

function readEntries(bytes: Buffer | undefined): readonly Entry[] | undefined {
  try {
    const lines = bytes?.toString('utf8').split('\n').filter(Boolean);
    // Whatever the lines hold: the chain is checked by hash next.
    return lines?.map((line) => JSON.parse(line) as Entry);
  } catch {
    return undefined;
  }
}

const problem = (kind: BundleProblem['kind'], what: string, zh: string, en: string): BundleProblem => ({
  kind,
  what,
  says: { zh, en },
});
