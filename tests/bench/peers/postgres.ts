// A PostgreSQL server of the bench's own, thrown away afterwards: for peers that keep their work there. As durable as ours, with fsync.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram } from './find-program.ts';

const DEBIAN = '/usr/lib/postgresql';
/** The one that the peers were measured with first. */
const PREFERRED = '15';
const ATTEMPTS = 100;

export interface Postgres {
  readonly version: string;
  readonly pid: number;
  newDatabase(name: string): string;
  close(): Promise<void>;
}

function programFolders(): string[] {
  try {
    const versions = readdirSync(DEBIAN).toSorted((a, b) => Number(b === PREFERRED) - Number(a === PREFERRED));
    return versions.map((version) => join(DEBIAN, version, 'bin'));
  } catch {
    return [];
  }
}

/** It refuses to run as root: then as somebody who may do nothing else. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].map((name) => accounts.find(([found]) => found === name)).find(Boolean);
  return account ? { uid: Number(account[2]), gid: Number(account[3]) } : {};
}

/** Undefined where PostgreSQL is not installed. */
export async function startPostgres(): Promise<Postgres | undefined> {
  const folders = programFolders();
  const [initdb, postgres, psql] = ['initdb', 'postgres', 'psql'].map((name) => findProgram(name, folders));
  if (!initdb || !postgres || !psql) return undefined;
  const who = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'bench-postgres-'));
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
  let server: ChildProcess | undefined;
  // Also when the bench is stopped in the middle: nobody else knows of this server, which lets go of its files a moment later.
  const stop = () => {
    server?.kill('SIGQUIT');
    spawn('sh', ['-c', 'sleep 2; rm -rf "$0"', folder], { detached: true, stdio: 'ignore' }).unref();
  };
  process.once('exit', stop);
  const data = join(folder, 'data');
  const run = { ...who, cwd: folder, stdio: 'ignore' } as const;
  execFileSync(initdb, ['-D', data, '-U', 'bench', '--auth=trust', '-E', 'UTF8', '--no-locale'], run);
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'on',
    synchronous_commit: 'on',
    max_connections: '200',
    shared_buffers: '256MB',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const started = spawn(postgres, ['-D', data, '-p', String(port), ...flags], run);
  server = started;
  const ask = (sql: string) =>
    execFileSync(psql, ['-h', '127.0.0.1', '-p', String(port), '-U', 'bench', '-d', 'postgres', '-Atc', sql], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  const untilOpen = async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return ask('SHOW server_version').split(' ')[0] ?? '';
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        await sleep(100);
      }
    }
  };
  const close = async () => {
    process.off('exit', stop);
    const ended = once(started, 'exit');
    // At once: nobody will read this data again.
    started.kill('SIGQUIT');
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  try {
    const version = await untilOpen();
    return {
      version,
      pid: started.pid ?? 0,
      newDatabase(name) {
        ask(`CREATE DATABASE ${name}`);
        return `postgresql://bench@127.0.0.1:${port}/${name}`;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
