// Checks an evidence bundle in the browser: every hash, the chains, their end and the seal; the file never leaves the machine.
import { unzipSync } from 'fflate';
import * as z from 'zod';
import type { Bilingual } from '../../../domain/bilingual.ts';
import {
  EMPTY_SEAL,
  ENTRIES_PATH,
  KEYS_PATH,
  MANIFEST_PATH,
  type Manifest,
  manifestSchema,
  ROSTER_PATH,
  SEAL_PATTERN,
} from '../../../domain/evidence/manifest.ts';
import { type Entry, findChainBreak, type LedgerRef } from '../../../domain/ledger.ts';
import { both } from '../../text/texts.ts';

// The pages' own policy forbids code that is made from text.
z.config({ jitless: true });

export interface BundleCheck {
  readonly problems: readonly Bilingual[];
  readonly projectId?: string;
  readonly entries?: number;
  readonly papers?: number;
  readonly keyId?: string;
}

type Files = Readonly<Record<string, Uint8Array>>;
type Bytes = Uint8Array<ArrayBuffer>;

export async function checkBundle(bytes: Bytes): Promise<BundleCheck> {
  const files = unpacked(bytes);
  const manifest = files && manifestOf(files);
  if (files === undefined || manifest === undefined) {
    return { problems: [both('不是完整的证据包', 'not a whole evidence bundle')] };
  }
  const seal = await checkSeal(bytes, files);
  const problems = [...(await changedFiles(files, manifest)), ...brokenChains(files, manifest)];
  // The seal covers every byte and does not say where: it is named last, and only if nothing else was found.
  if (problems.length === 0 && !seal.sound) {
    problems.push(both('签章与文件字节不符', 'the seal does not fit the bytes of the file'));
  }
  return {
    problems,
    projectId: manifest.projectId,
    entries: manifest.head.seq,
    papers: manifest.files.filter(({ path }) => path.startsWith('papers/')).length,
    ...(seal.keyId !== undefined && { keyId: seal.keyId }),
  };
}

function unpacked(bytes: Bytes): Files | undefined {
  try {
    return unzipSync(bytes);
  } catch {
    return undefined;
  }
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

function manifestOf(files: Files): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(textOf(files[MANIFEST_PATH]))).data;
  } catch {
    return undefined;
  }
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const sha256 = async (bytes: Uint8Array): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));

const bytesOf = (text: string): Bytes => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

async function changedFiles(files: Files, manifest: Manifest): Promise<Bilingual[]> {
  const listed = new Set([MANIFEST_PATH, ...manifest.files.map(({ path }) => path)]);
  const problems: Bilingual[] = [];
  for (const file of manifest.files) {
    const bytes = files[file.path];
    if (bytes === undefined) problems.push(both(`缺少 ${file.path}`, `missing: ${file.path}`));
    else if ((await sha256(bytes)) !== file.sha256)
      problems.push(both(`${file.path} 已被改动`, `changed: ${file.path}`));
  }
  const added = Object.keys(files).filter((path) => !listed.has(path));
  return [...problems, ...added.map((path) => both(`多出 ${path}`, `added: ${path}`))];
}

function entriesOf(files: Files, path: string): readonly Entry[] | undefined {
  try {
    // Whatever the lines hold: the chain is checked by hash next.
    return textOf(files[path])
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Entry);
  } catch {
    return undefined;
  }
}

function brokenChains(files: Files, manifest: Manifest): Bilingual[] {
  const [entries, roster] = [entriesOf(files, ENTRIES_PATH), entriesOf(files, ROSTER_PATH)];
  if (entries === undefined || roster === undefined) return [both('台账无法读取', 'a ledger cannot be read')];
  const problems = [
    ...breakOf({ kind: 'PROJECT', id: manifest.projectId }, entries),
    ...breakOf({ kind: 'ROSTER', id: roster[0]?.rosterId ?? '' }, roster),
  ];
  const last = entries.at(-1);
  if (problems.length === 0 && (last?.hash !== manifest.head.hash || last.seq !== manifest.head.seq)) {
    problems.push(both('台账不完整：末条与清单不符', 'the ledger does not end where the manifest says'));
  }
  return problems;
}

function breakOf(ref: LedgerRef, entries: readonly Entry[]): Bilingual[] {
  const broken = findChainBreak(ref, entries);
  if (broken === undefined) return [];
  return [both(`台账第 ${broken.seq} 条断链`, `the chain breaks at entry ${broken.seq}`)];
}

interface PublishedKey {
  readonly keyId: string;
  readonly publicKey: { readonly kty: string; readonly crv: string; readonly x: string };
}

async function checkSeal(bytes: Bytes, files: Files): Promise<{ readonly sound: boolean; readonly keyId?: string }> {
  const start = bytes.length - EMPTY_SEAL.length;
  const [, keyId, signature] = SEAL_PATTERN.exec(textOf(bytes.subarray(start))) ?? [];
  if (keyId === undefined || signature === undefined) return { sound: false };
  try {
    const keys = JSON.parse(textOf(files[KEYS_PATH])) as readonly PublishedKey[];
    const published = keys.find((each) => each.keyId === keyId)?.publicKey;
    if (published === undefined) return { sound: false };
    const raw = Uint8Array.from(atob(published.x.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
      sign.charCodeAt(0),
    );
    // The id is the beginning of the key's own hash: nobody can put another key under a published id.
    if ((await sha256(raw)).slice(0, 16) !== keyId) return { sound: false };
    const key = await crypto.subtle.importKey('jwk', { ...published }, 'Ed25519', false, ['verify']);
    const sound = await crypto.subtle.verify('Ed25519', key, bytesOf(signature), bytes.subarray(0, start));
    return { sound, keyId };
  } catch {
    return { sound: false };
  }
}
