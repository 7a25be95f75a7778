// Engines of others, doing the same work beside ours. They are no part of the project: the bench installs them from the npm
// registry into a folder of its own, and leaves out, with a sentence, what cannot be had.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { leftOut } from '../peers/find-program.ts';
import { installPackages } from '../peers/install-packages.ts';
import { type Postgres, startPostgres } from '../peers/postgres.ts';
import { cpuOfTree, megabytesOfTree } from '../peers/process-tree.ts';
import type { Throughput } from './nine-states.ts';

export interface PeerThroughput extends Throughput {
  /** Of one execution, of all processes that it took, in milliseconds. */
  readonly cpu: number;
  readonly megabytes: number;
  /** Of one execution on disk. */
  readonly kilobytes: number;
}

export interface Peer {
  readonly id: PeerId;
  readonly name: string;
  measure(inFlight: number): Promise<PeerThroughput>;
  close(): Promise<void>;
}

interface PeerOffer {
  readonly name: string;
  readonly packages: readonly string[];
  readonly onPostgres?: boolean;
  /** Executions at 50 and at 200 in flight: a few seconds of its work. */
  readonly counts: Readonly<Record<number, number>>;
}

const PEERS = {
  restate: {
    name: 'Restate 1.7.12, one partition',
    packages: ['@restatedev/restate-server@1.7.12', '@restatedev/restate-sdk@1.17.2'],
    counts: { 50: 800, 200: 1000 },
  },
  openworkflow: {
    name: 'openworkflow 0.10 on node:sqlite',
    packages: ['openworkflow@0.10.1'],
    counts: { 50: 150, 200: 200 },
  },
  dbos: {
    name: 'DBOS 5.3',
    packages: ['@dbos-inc/dbos-sdk@5.3.0'],
    onPostgres: true,
    counts: { 50: 150, 200: 200 },
  },
  'graphile-worker': {
    name: 'graphile-worker 0.17',
    packages: ['graphile-worker@0.17.3'],
    onPostgres: true,
    counts: { 50: 100, 200: 200 },
  },
  'bpmn-engine': {
    name: 'bpmn-engine 25, kept in SQLite',
    packages: ['bpmn-engine@25.0.1'],
    counts: { 50: 100, 200: 200 },
  },
} as const satisfies Record<string, PeerOffer>;

export type PeerId = keyof typeof PEERS;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message.split('\n')[0] : String(error));
const REGISTRY = 'it comes from the npm registry, which has to be reachable once';
const READY_MILLISECONDS = 60_000;
/** What takes longer than this for a few hundred executions has stopped. */
const MEASURED_MILLISECONDS = 120_000;

export interface OpenPeers {
  readonly peers: readonly Peer[];
  readonly notes: readonly string[];
  close(): Promise<void>;
}

export async function openPeers(tell: (text: string) => void): Promise<OpenPeers> {
  const peers: Peer[] = [];
  const notes: string[] = [];
  let howToHave = 'apt-get install postgresql';
  const postgres = await startPostgres().catch((error: unknown) => {
    howToHave = `its server did not start (${reasonOf(error)})`;
    return undefined;
  });
  for (const id of peerIds()) {
    const offer: PeerOffer = PEERS[id];
    if (offer.onPostgres && !postgres) {
      notes.push(leftOut(`${offer.name} on PostgreSQL`, howToHave));
      continue;
    }
    tell(`installing and starting ${offer.name}`);
    try {
      peers.push(await openPeer(id, offer, postgres));
    } catch (error) {
      notes.push(leftOut(offer.name, `${REGISTRY} (${reasonOf(error)})`));
    }
  }
  return {
    peers,
    notes,
    async close() {
      for (const peer of peers) await peer.close();
      await postgres?.close();
    },
  };
}

const peerIds = (): PeerId[] => Object.keys(PEERS).filter((id): id is PeerId => id in PEERS);

/** Its script says `{ready}`, and a throughput for each `{inFlight, count}`. */
async function openPeer(id: PeerId, offer: PeerOffer, postgres: Postgres | undefined): Promise<Peer> {
  const scripts = [`peer-${id}.mjs`, 'peer-work.mjs'].map((script) => new URL(script, import.meta.url));
  const folder = installPackages(id, offer.packages, scripts);
  const data = join(folder, 'data');
  rmSync(data, { recursive: true, force: true });
  const onPostgres = offer.onPostgres && postgres ? postgres : undefined;
  const url = onPostgres?.newDatabase(id.replace('-', '_')) ?? '';
  const child = fork(join(folder, `peer-${id}.mjs`), [data, url], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // What is told of every invocation would be measured with it.
    env: { ...process.env, RESTATE_LOGGING: 'ERROR', NO_LOG_SUCCESS: '1' },
  });
  await answerOf(child, READY_MILLISECONDS);
  const pids = [child.pid, onPostgres?.pid].filter((pid) => pid !== undefined);
  return {
    id,
    name: onPostgres ? `${offer.name} on PostgreSQL ${onPostgres.version}` : offer.name,
    async measure(inFlight) {
      const count = offer.counts[inFlight] ?? inFlight;
      const before = cpuOfTree(pids);
      child.send({ inFlight, count });
      const measured = await answerOf(child, MEASURED_MILLISECONDS);
      const cpu = (cpuOfTree(pids) - before) / count;
      return { ...measured, cpu, megabytes: megabytesOfTree(pids) };
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.send('close', () => {});
      const forced = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await exit;
      clearTimeout(forced);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

type Answer = Throughput & { readonly kilobytes: number };

async function answerOf(child: ChildProcess, milliseconds: number): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const exit = () => reject(new Error('it left by itself'));
  const timer = setTimeout(() => {
    child.kill('SIGKILL');
    reject(new Error(`no answer within ${milliseconds / 1000} s`));
  }, milliseconds);
  child.once('message', resolve);
  child.once('exit', exit);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off('message', resolve);
    child.off('exit', exit);
  }
}
