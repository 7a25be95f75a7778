// Makes the evidence bundle of a project: its ledger, every paper in its original bytes, the rules and the calendar used, signed.
import { shippedCalendar } from '../../domain/calendar/working-days.ts';
import { granted, type Outcome } from '../../domain/errors.ts';
import {
  BUNDLE_FORMAT,
  EMPTY_SEAL,
  ENTRIES_PATH,
  KEYS_PATH,
  MANIFEST_PATH,
  type Manifest,
  papersNamedIn,
  ROSTER_PATH,
  sealComment,
} from '../../domain/evidence/manifest.ts';
import { canonicalJson, sha256Hex } from '../../domain/json.ts';
import type { Entry, LedgerRef } from '../../domain/ledger.ts';
import { PACKS } from '../../domain/policy/packs.ts';
import type { Ports } from '../../domain/ports.ts';
import { foldProject } from '../../domain/projects/fold.ts';
import { rosterLedger } from '../../domain/roster/roster-ledger.ts';
import { CALENDAR_LEDGER } from '../runtime/current-calendar.ts';
import { listIssuedPapers } from '../runtime/issued-papers.ts';
import { noSuchProject } from '../runtime/own-project.ts';
import { type ZipEntry, zipArchive } from '../runtime/zip-archive.ts';

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'application/ofd': 'ofd',
  'application/json': 'json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** A bundle holds whatever the papers hold, also personal data: it is for those who may read the project's papers. */
export async function makeEvidenceBundle(ports: Ports, projectId: string): Promise<Outcome<Uint8Array>> {
  const ref: LedgerRef = { kind: 'PROJECT', id: projectId };
  const entries = await ports.ledger.read(ref);
  const head = entries.at(-1);
  if (head === undefined) return noSuchProject();

  // What owners voted on stands in the roster's own ledger: without it nobody could count a ballot again.
  const project = foldProject(entries);
  const roster = project ? await ports.ledger.read(rosterLedger(project.neighbourhood.code)) : [];
  // What left the system as a paper: sheets, bills and letters that no act of the ledger had to name.
  const issued = await listIssuedPapers(ports, projectId);
  const named = [...entries, ...roster].flatMap(({ payload }) => papersNamedIn(payload));
  const { papers, erased } = await papersOf(ports, [...named, ...papersNamedIn(issued)]);
  const contents: ZipEntry[] = [
    textFile(ENTRIES_PATH, linesOf(entries)),
    textFile(ROSTER_PATH, linesOf(roster)),
    textFile('issued.json', JSON.stringify(issued, null, 2)),
    textFile('decisions.json', JSON.stringify(entries.map(decisionOf), null, 2)),
    textFile('calendar/shipped.json', canonicalJson({ version: shippedCalendar.version })),
    textFile('calendar/entries.jsonl', linesOf(await ports.ledger.read(CALENDAR_LEDGER))),
    ...packsUsed(entries),
    ...papers,
    textFile(KEYS_PATH, JSON.stringify(await ports.seal.publicKeys(), null, 2)),
    textFile('README.txt', README),
  ];
  const manifest: Manifest = {
    format: BUNDLE_FORMAT,
    projectId,
    madeAt: ports.clock.now(),
    head: { seq: head.seq, hash: head.hash },
    erased,
    files: contents.map(({ path, bytes }) => ({ path, sha256: sha256Hex(bytes), bytes: bytes.length })),
  };
  return granted(await sealed(ports, [textFile(MANIFEST_PATH, JSON.stringify(manifest, null, 2)), ...contents]));
}

/** Signs all bytes before the comment, then writes the signature into the room kept for it. */
async function sealed(ports: Pick<Ports, 'seal'>, entries: readonly ZipEntry[]): Promise<Buffer> {
  const zip = await zipArchive(entries, EMPTY_SEAL);
  const signed = zip.subarray(0, zip.length - EMPTY_SEAL.length);
  const { keyId, signature } = await ports.seal.sign(signed);
  zip.write(sealComment(keyId, Buffer.from(signature, 'base64url').toString('hex')), signed.length, 'ascii');
  return zip;
}

async function papersOf(ports: Pick<Ports, 'papers'>, named: readonly string[]) {
  const papers: ZipEntry[] = [];
  const erased: string[] = [];
  for (const sha256 of [...new Set(named)].sort()) {
    const meta = await ports.papers.describe(sha256);
    // A hash of something else than a paper (a roll, a unit) has no description.
    if (meta === undefined) continue;
    const bytes = await ports.papers.get(sha256);
    if (bytes === undefined) erased.push(sha256);
    else papers.push({ path: `papers/${sha256}.${ENDINGS[meta.mediaType] ?? 'bin'}`, bytes });
  }
  return { papers, erased };
}

function packsUsed(entries: readonly Entry[]): readonly ZipEntry[] {
  const versions = new Set(entries.map(({ rulebook }) => rulebook));
  return Object.values(PACKS)
    .filter(({ version }) => versions.has(version))
    .map((pack) => textFile(`packs/${pack.version}.json`, JSON.stringify(pack, null, 2)));
}

const decisionOf = ({ seq, at, act, payload, findings }: Entry) => ({
  seq,
  at,
  act,
  outcome: payload.outcome,
  findings,
});
const linesOf = (entries: readonly Entry[]): string => entries.map((entry) => `${canonicalJson(entry)}\n`).join('');
const textFile = (path: string, text: string): ZipEntry => ({ path, bytes: Buffer.from(text, 'utf8') });

const README = `证据包 Evidence bundle

manifest.json         每个文件的 SHA-256 / SHA-256 of every file
ledger/entries.jsonl  台账全部记录，逐条以散列相链 / all entries of the ledger, chained by hash
ledger/roster.jsonl   名册台账 / the ledger of the roster
issued.json           已编号签发的文件，含作废的 / the papers that were issued, void ones too
decisions.json        每项决定及其认定依据 / every decision with its findings
packs/ calendar/      当时适用的规则与工作日历 / the rules and the calendar that were used
papers/               每份材料的原始字节，以 SHA-256 命名 / every paper in its original bytes, named by SHA-256
keys.json             本系统的公钥；请与公布的公钥核对 / public keys; compare them with the published ones

核验（无需联网）/ To verify, offline:
    npm run verify -- BUNDLE.zip
`;
