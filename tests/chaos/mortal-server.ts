// A server that is killed and started again on the same port; whoever finds it closed waits until it opens.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Counter } from '../support/journey/clerk.ts';

export class MortalServer implements Counter {
  readonly origin: string;
  /** What went wrong in any life, as it was logged. */
  readonly errors: string[] = [];
  readonly #folder: string;
  readonly #port: number;
  #next: ChildProcess;
  #life: ChildProcess | undefined;
  #open = Promise.withResolvers<void>();
  #answersLeft = 0;
  #hasAnswered = Promise.withResolvers<void>();

  constructor(folder: string, port: number) {
    this.#folder = folder;
    this.#port = port;
    this.origin = `http://localhost:${port}`;
    this.#next = this.#spawn();
  }

  open(): Promise<void> {
    return this.#open.promise;
  }

  answered(): void {
    this.#answersLeft -= 1;
    if (this.#answersLeft === 0) this.#hasAnswered.resolve();
  }

  /** Resolves when so many answers have arrived from now on. */
  hasAnswered(answers: number): Promise<void> {
    this.#answersLeft = answers;
    this.#hasAnswered = Promise.withResolvers();
    return this.#hasAnswered.promise;
  }

  async begin(): Promise<void> {
    const life = this.#next;
    life.on('message', (message) => {
      if (message === 'open') this.#open.resolve();
      else this.errors.push(JSON.stringify(message));
    });
    life.once('exit', (code) => {
      if (code !== null) this.#open.reject(new Error(`the server left by itself: ${code}`));
    });
    life.send('begin');
    this.#life = life;
    // It loads its code while this one is at work.
    this.#next = this.#spawn();
    await this.open();
  }

  /** Nothing moves in the process while `look` does its work. */
  async holding<T>(look: () => Promise<T>): Promise<T> {
    this.#life?.kill('SIGSTOP');
    try {
      return await look();
    } finally {
      this.#life?.kill('SIGCONT');
    }
  }

  async kill(): Promise<void> {
    if (this.#life === undefined) return;
    this.#open = Promise.withResolvers();
    await kill(this.#life);
    this.#life = undefined;
  }

  async close(): Promise<void> {
    await this.kill();
    await kill(this.#next);
  }

  #spawn(): ChildProcess {
    return spawn(process.execPath, [join(import.meta.dirname, 'one-life.ts'), this.#folder, String(this.#port)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Half of a life would be compiling.
      env: { ...process.env, NODE_COMPILE_CACHE: join(this.#folder, '..', 'compiled') },
    });
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
