// The engine against SQLite alone, and against the peers that were asked for, in alternating rounds: whatever else the
// machine does in a round, it does to all of them.
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeast, atMost, type Figure, figure, type Measured, median } from '../figure.ts';
import { STATES, type Throughput } from './nine-states.ts';
import { measureOverHttp } from './over-http.ts';
import { PeerRounds } from './peer-rounds.ts';
import type { Peer } from './peers.ts';
import { sideBySide } from './side-by-side.ts';

const CONTESTANT = new URL('contestant.ts', import.meta.url).pathname;
const PARKED = 10_000;
const LOADS = [
  { inFlight: 50, count: 1500 },
  { inFlight: 200, count: 2000 },
] as const;

/** As measured beside each other before this was built (Restate 1.7.12, one partition): states a second, share of SQLite's. */
const RESTATE_OF_LIMIT: Readonly<Record<number, number>> = { 50: 3120 / 53_200, 200: 3540 / 53_200 };
const RESTATE_P99: Readonly<Record<number, number>> = { 50: 220, 200: 807 };

/** Of SQLite alone, in turns with the engine. */
interface Limit {
  readonly share: number;
  readonly perSecond: number;
  readonly rowsOfState: number;
  readonly bytesOfState: number;
}

interface InProcess extends Throughput {
  readonly cpu: number;
  readonly megabytes: number;
  readonly kilobytes: number;
  readonly packedKilobytes: number;
}

/** Printed as its last line. */
function ask<Answer>(what: string, file: string, ...numbers: readonly number[]): Answer {
  const printed = execFileSync(process.execPath, [CONTESTANT, what, file, ...numbers.map(String)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed);
}

export async function measureEngine(
  rounds: number,
  peers: readonly Peer[],
  tell: (text: string) => void = () => {},
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'stepfunctions-'));
  const limits = new Map<number, Limit[]>(LOADS.map(({ inFlight }) => [inFlight, []]));
  const inProcess = new Map<number, InProcess[]>(LOADS.map(({ inFlight }) => [inFlight, []]));
  const overHttp = new Map<number, Throughput[]>(LOADS.map(({ inFlight }) => [inFlight, []]));
  const ofPeers = new PeerRounds(peers);
  let files = 0;
  const newFile = () => join(folder, `${files++}.db`);
  for (let round = 1; round <= rounds; round++) {
    const tellRound = (what: string) => tell(`round ${round} of ${rounds}: ${what}`);
    for (const { inFlight, count } of LOADS) {
      tellRound(`ours, ${inFlight} in flight`);
      limits.get(inFlight)?.push(ask('share', newFile(), inFlight));
      inProcess.get(inFlight)?.push(ask('in-process', newFile(), inFlight, count));
      overHttp.get(inFlight)?.push(await measureOverHttp(newFile(), inFlight, count));
      await ofPeers.measure(inFlight, tellRound);
    }
  }
  tell(`${PARKED} executions parked, then killed`);
  const recovery = await measureRecovery(newFile());
  rmSync(folder, { recursive: true });

  const alone = [...limits.values()].flat();
  const limit = median(alone.map(({ perSecond }) => perSecond));
  const { rowsOfState = 0, bytesOfState = 0 } = alone[0] ?? {};
  const figures: Figure[] = [
    figure(`SQLite alone, the same ${rowsOfState} rows a state (${bytesOfState} bytes)`, limit, 'states/s'),
    ...ofPeers.figures(LOADS.map(({ inFlight }) => inFlight)),
  ];
  const middle = <Of>(of: readonly Of[] | undefined, pick: (one: Of) => number) => median((of ?? []).map(pick));
  for (const { inFlight } of LOADS) {
    const measured = ofPeers.middle('restate', inFlight, ({ perSecond }) => perSecond);
    const restate = measured ?? (limit * (RESTATE_OF_LIMIT[inFlight] ?? 0)) / STATES;
    const restateP99 = ofPeers.middle('restate', inFlight, ({ p99 }) => p99) ?? RESTATE_P99[inFlight] ?? 0;
    const here = inProcess.get(inFlight);
    const http = overHttp.get(inFlight);
    const name = `${inFlight} in flight`;
    if (measured === undefined)
      figures.push(figure(`Restate by its share of SQLite's, ${name}`, restate, 'executions/s'));
    figures.push(
      atLeast(
        `in process, ${name}`,
        middle(here, (one) => one.perSecond),
        'executions/s',
        Math.max(450, 3 * restate),
      ),
      atMost(
        `in process, ${name}, p99`,
        middle(here, (one) => one.p99),
        'ms',
        restateP99,
      ),
      atLeast(
        `over HTTP, ${name}`,
        middle(http, (one) => one.perSecond),
        'executions/s',
        2 * restate,
      ),
      atMost(
        `over HTTP, ${name}, p99`,
        middle(http, (one) => one.p99),
        'ms',
        restateP99,
      ),
      figure(
        `in process, ${name}, CPU of one execution`,
        middle(here, (one) => one.cpu),
        'ms',
      ),
      figure(
        `in process, ${name}, memory`,
        middle(here, (one) => one.megabytes),
        'MB',
      ),
    );
  }
  const shares = LOADS.map(({ inFlight }) => ({
    inFlight,
    share: middle(limits.get(inFlight), (one) => one.share) * 100,
  }));
  const widest = inProcess.get(200);
  const all = [
    ...figures,
    ...shares.map(({ inFlight, share }) => figure(`share of SQLite's states/s, ${inFlight} in flight`, share, '%')),
    atLeast("share of SQLite's states/s", Math.max(...shares.map(({ share }) => share)), '%', 25),
    atMost(
      'on disk, as written',
      middle(widest, (one) => one.kilobytes),
      'KB/execution',
      8,
    ),
    atMost(
      'on disk, once packed',
      middle(widest, (one) => one.packedKilobytes),
      'KB/execution',
      8,
    ),
    atMost(`${PARKED} parked, killed: back`, recovery.back, 'ms', 1000),
    atMost(`${PARKED} parked, killed: first one ended`, recovery.firstEnded, 'ms', 250),
  ];
  const loads = LOADS.map(({ inFlight }) => inFlight);
  const throughputs = (of: ReadonlyMap<number, readonly Throughput[]>) =>
    new Map(
      loads.map((inFlight) => {
        const measured = of.get(inFlight);
        const pick = (one: 'perSecond' | 'p50' | 'p99') => middle(measured, (throughput) => throughput[one]);
        return [inFlight, { perSecond: pick('perSecond'), p50: pick('p50'), p99: pick('p99') }] as const;
      }),
    );
  const first = inProcess.get(loads[0] ?? 0);
  const cost = {
    cpu: middle(first, (one) => one.cpu),
    megabytes: middle(first, (one) => one.megabytes),
    kilobytes: middle(widest, (one) => one.kilobytes),
  };
  const ours = [
    { name: 'ours, in process', at: throughputs(inProcess), cost },
    { name: 'ours, over HTTP', at: throughputs(overHttp) },
  ];
  return {
    table: sideBySide([...ours, ...ofPeers.contenders(loads)], loads),
    figures: all,
    notes: ofPeers.notes(),
  };
}

async function measureRecovery(file: string): Promise<{ back: number; firstEnded: number }> {
  await once(fork(CONTESTANT, ['park', file, '0', String(PARKED)]), 'exit');
  return ask('recover', file);
}
