// Engines of others, doing the same work beside ours. They are no part of the project: the bench installs them from the npm
// registry into a folder of its own when asked, and leaves out, with a line, what cannot be had.
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Throughput } from './nine-states.ts';

export interface Peer {
  readonly name: string;
  measure(inFlight: number, count: number): Promise<Throughput>;
  close(): Promise<void>;
}

/** What `perf.md` names that needs neither a database server nor a container. */
const PEERS = [
  { name: 'restate', packages: ['@restatedev/restate-server@1.7.12', '@restatedev/restate-sdk@1'] },
  { name: 'openworkflow', packages: ['openworkflow@0.10.1'] },
] as const;

export async function installPeers(): Promise<readonly Peer[]> {
  const peers: Peer[] = [];
  for (const { name, packages } of PEERS) {
    const folder = mkdtempSync(join(tmpdir(), `peer-${name}-`));
    try {
      writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
      execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], {
        cwd: folder,
        stdio: 'ignore',
      });
      for (const script of [`peer-${name}.mjs`]) {
        copyFileSync(new URL(script, import.meta.url), join(folder, script));
      }
      peers.push(await openPeer(name, folder));
    } catch (error) {
      console.error(`${name} is left out: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return peers;
}

/** Its script says `{ready}`, and `{perSecond, p50, p99}` for each `{inFlight, count}`. */
async function openPeer(name: string, folder: string): Promise<Peer> {
  const child = fork(join(folder, `peer-${name}.mjs`), [folder], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // What is told of every invocation would be measured with it.
    env: { ...process.env, RESTATE_LOGGING: 'ERROR' },
  });
  const left = once(child, 'exit').then(() => {
    throw new Error('it left by itself');
  });
  left.catch(() => {});
  await Promise.race([once(child, 'message'), left]);
  return {
    name,
    async measure(inFlight, count) {
      child.send({ inFlight, count });
      const [measured] = await Promise.race([once(child, 'message'), left]);
      return measured;
    },
    async close() {
      child.send('close');
      await once(child, 'exit').catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
