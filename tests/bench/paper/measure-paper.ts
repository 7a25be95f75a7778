// Paper intake: a stack of a hundred colour scans filed and checked, beside the pipelines of others over pages of the same
// stack, in alternating rounds; then codes on bad pages, read by each; then what becomes of normal and of harsh scans.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { measureAccuracy } from '../../functions/intake/scan/bench-accuracy.ts';
import { fakePorts } from '../../support/ports/fake-ports.ts';
import { atLeast, atMost, type Figure, figure, type Measured, median } from '../figure.ts';
import type { Asked } from '../sections.ts';
import { ARCHIVE, FULL_TEXT, missing, type Pipeline, type PipelineRun, runPipeline, SHELL } from './pipelines.ts';
import { readCodes } from './read-codes.ts';
import { makePages, type Pages, stackOf } from './stacks.ts';

const SPEED = new URL('../../functions/intake/scan/bench-speed.ts', import.meta.url).pathname;
const STACK_PAGES = 100;
/** Others need a second for each page, however many there are. */
const PEER_PAGES = 12;
const FULL_TEXT_PAGES = 3;
const BAD_PAGES = 40;
const NORMAL_SCANS = 30;
const HARSH_SCANS = 15;
const PEERS = [SHELL, ARCHIVE] as const;

const speed = z.object({
  filedPerSecond: z.number(),
  filingCpuPerPage: z.number(),
  fullyCheckedSeconds: z.number(),
  checkedPerSecond: z.number(),
  filingMegabytes: z.number(),
  checkingMegabytes: z.number(),
});
type Speed = z.output<typeof speed>;

export async function measurePaper({ rounds, withPeers, tell }: Asked): Promise<Measured> {
  const notes = withPeers ? [SHELL, ARCHIVE, FULL_TEXT].map(missing).filter((note) => note !== undefined) : [];
  const peers = withPeers ? PEERS.filter((peer) => missing(peer) === undefined) : [];
  tell(`printing and scanning ${STACK_PAGES} pages in colour`);
  const pages = await makePages('office', STACK_PAGES);
  const ours: Speed[] = [];
  const theirs = new Map<Pipeline, PipelineRun[]>(peers.map((peer) => [peer, []]));
  const folder = mkdtempSync(join(tmpdir(), 'bench-stack-'));
  try {
    const file = join(folder, 'stack.pdf');
    writeFileSync(file, await stackOf(pages));
    const few = await stackOf(pages, PEER_PAGES);
    for (let round = 1; round <= rounds; round++) {
      tell(`round ${round} of ${rounds}: ours, ${STACK_PAGES} pages`);
      ours.push(await measureSpeed(file));
      for (const [peer, runs] of theirs) {
        tell(`round ${round} of ${rounds}: ${peer.name}, ${PEER_PAGES} pages`);
        runs.push(runPipeline(peer, few, PEER_PAGES));
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const middle = (pick: (one: Speed) => number) => median(ours.map(pick));
  return {
    figures: [
      atLeast(
        `pages filed, ${STACK_PAGES} in one stack`,
        middle((one) => one.filedPerSecond),
        'pages/s',
        25,
      ),
      atMost(
        'CPU to file a page',
        middle((one) => one.filingCpuPerPage),
        'ms',
        60,
      ),
      atLeast(
        'pages fully checked, in the background',
        middle((one) => one.checkedPerSecond),
        'pages/s',
        2,
      ),
      figure(
        `${STACK_PAGES} pages, from upload to the last check`,
        middle((one) => one.fullyCheckedSeconds),
        's',
      ),
      atMost(
        'memory while filing',
        middle((one) => one.filingMegabytes),
        'MB',
        300,
      ),
      atMost(
        'memory while checking, with OCR',
        middle((one) => one.checkingMegabytes),
        'MB',
        700,
      ),
      ...[...theirs].flatMap(([peer, runs]) => figuresOf(peer, runs)),
      ...(withPeers ? await fullText(pages, tell) : []),
      ...(await measureCodes(peers, tell)),
      ...(await measureScans(tell)),
    ],
    notes,
  };
}

const run = promisify(execFile);

async function measureSpeed(file: string): Promise<Speed> {
  const { stdout } = await run(process.execPath, ['--expose-gc', SPEED, file, String(STACK_PAGES)]);
  return speed.parse(JSON.parse(stdout));
}

function figuresOf({ name }: Pipeline, runs: readonly PipelineRun[]): readonly Figure[] {
  const pagesPerSecond = median(runs.map((one) => one.pagesPerSecond));
  const cpu = median(runs.map((one) => one.cpu));
  return [figure(name, pagesPerSecond, 'pages/s'), figure(`${name}, CPU of a page`, cpu, 'ms')];
}

async function fullText(pages: Pages, tell: Asked['tell']): Promise<readonly Figure[]> {
  if (missing(FULL_TEXT) !== undefined) return [];
  tell(`${FULL_TEXT.name}, ${FULL_TEXT_PAGES} pages`);
  return figuresOf(FULL_TEXT, [runPipeline(FULL_TEXT, await stackOf(pages, FULL_TEXT_PAGES), FULL_TEXT_PAGES)]);
}

/** On the same pages, skewed, blurred, noisy, pale and turned; a text that the page does not carry is a wrong one. */
async function measureCodes(peers: readonly Pipeline[], tell: Asked['tell']): Promise<readonly Figure[]> {
  tell(`codes on ${BAD_PAGES} bad pages`);
  const pages = await makePages('bad', BAD_PAGES);
  const stack = await stackOf(pages);
  const read = (texts: readonly string[]) =>
    texts.filter((text, page) => text.includes(pages.codes[page] ?? ' ')).length;
  const misread = (texts: readonly string[]) =>
    texts.filter((text, page) => text.includes('JG1:') && !text.includes(pages.codes[page] ?? ' ')).length;
  const theirs = peers.map((peer) => {
    tell(`codes on ${BAD_PAGES} bad pages: ${peer.name}`);
    return { peer, texts: runPipeline(peer, stack, BAD_PAGES).texts };
  });
  tell(`codes on ${BAD_PAGES} bad pages: ours`);
  const ours = await readCodes(stack);
  const zxing = theirs.find(({ peer }) => peer === ARCHIVE);
  const what = `codes read on ${BAD_PAGES} bad pages`;
  return [
    zxing ? atLeast(what, read(ours), 'codes', read(zxing.texts)) : figure(what, read(ours), 'codes'),
    atMost('codes read wrongly', misread(ours), 'codes', 0),
    ...theirs.flatMap(({ peer, texts }) => [
      figure(`${what}: ${peer.name}`, read(texts), 'codes'),
      figure(`codes read wrongly: ${peer.name}`, misread(texts), 'codes'),
    ]),
  ];
}

async function measureScans(tell: Asked['tell']): Promise<readonly Figure[]> {
  const { ports, close } = fakePorts();
  tell(`${NORMAL_SCANS} normal scans and ${HARSH_SCANS} harsh ones, filed and checked`);
  const { counts: normal } = await measureAccuracy(ports, 'normal', 0, NORMAL_SCANS);
  const { counts: harsh } = await measureAccuracy(ports, 'harsh', 0, HARSH_SCANS);
  close();
  return [
    figure('normal scans that file themselves', (100 * normal.filedRight) / normal.pages, '%'),
    figure('harsh scans that file themselves; the others ask', (100 * harsh.filedRight) / harsh.pages, '%'),
    atMost('scans filed wrongly', normal.filedWrongly + harsh.filedWrongly, 'pages', 0),
    atMost('signatures missed on normal scans', normal.signaturesMissed, 'rows', 0),
  ];
}
