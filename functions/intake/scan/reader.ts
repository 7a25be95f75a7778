// Reads a stack in a process of its own, under limits of time and memory; when that is killed, the next page gets a new one.
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../../domain/errors.ts';
import type { SheetGeometry } from '../../../domain/paper/filing/sheet-geometry.ts';
import type {
  Answers,
  CellsRead,
  Examination,
  ExpectedHead,
  Glance,
  ReaderReply,
  ReaderRequest,
  SeenCode,
} from './reader-messages.ts';
import type { StackRefusal } from './stack.ts';

const PROCESS = fileURLToPath(new URL('reader-process.ts', import.meta.url));

const MEGABYTE = 1_000_000;
/** The process itself with all its readers; the recogniser of letters needs 150 MB of it. */
const OWN_MEMORY = 400 * MEGABYTE;
/** A file is there as it came and, in part, as its pages. */
const MEMORY_PER_BYTE = 1.2;
const JAVASCRIPT_MEGABYTES = 192;

/** By the clock, for a reader that hangs without working; one that works too long ends itself much earlier. */
const PATIENCE_MILLISECONDS = 60_000;
/** A file whose pages kill this many readers gets no other one. */
const READERS = 3;

/**
 * Since 1.30 the recogniser's runtime tells its maker of every process that loads it, and leaves a log in the temporary folder
 * (onnxruntime, pull request 27379): what is read here is nobody's business. Only an environment variable stops it before it starts.
 */
const READER_ENVIRONMENT = { ORT_DISABLE_TELEMETRY: '1' };

export type Opened = ({ readonly ok: true } & Answers['OPEN']) | { readonly ok: false; readonly refusal: StackRefusal };

/** Answers are undefined if no machine can read the page: it broke, or it took too long. One request at a time. */
export interface StackReader {
  open(): Promise<Opened>;
  glance(page: number): Promise<Glance | undefined>;
  /** `rejected`: texts that looked like codes and are none of ours. */
  search(page: number, rejected: readonly string[]): Promise<SeenCode | undefined>;
  examine(page: number, code: SeenCode | null, expected: ExpectedHead | null): Promise<Examination | undefined>;
  readCells(page: number, code: SeenCode, geometry: SheetGeometry): Promise<CellsRead | undefined>;
  close(): void;
}

/** The file, given to each reader anew and never held here as a whole. */
export interface StackSource {
  readonly bytes: number;
  stream(): Promise<AsyncIterable<Uint8Array>>;
}

export function createReader(source: StackSource): StackReader {
  let running: ChildProcess | undefined;
  let started = 0;

  async function start(): Promise<ReaderReply | undefined> {
    started += 1;
    const pieces = await source.stream();
    const memory = Math.round(OWN_MEMORY + source.bytes * MEMORY_PER_BYTE);
    const reader = fork(PROCESS, [String(source.bytes), String(memory)], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${JAVASCRIPT_MEGABYTES}`],
      // Nothing of our environment, which may hold keys, and nothing of what hostile files make libraries print.
      env: READER_ENVIRONMENT,
      stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    });
    running = reader;
    const ready = nextMessage(reader);
    await hand(pieces, reader);
    if ((await ready) === undefined) throw new Fault('UNAVAILABLE', 'no reader of scans started');
    return exchange({ kind: 'OPEN' });
  }

  async function exchange(request: ReaderRequest): Promise<ReaderReply | undefined> {
    const asked = running;
    if (asked === undefined) return undefined;
    const reply = nextMessage(asked);
    asked.send(request, () => {});
    const answered = await reply;
    if (answered === undefined && running === asked) running = undefined;
    // The process speaks the types of reader-messages.
    return answered as ReaderReply | undefined;
  }

  async function ask<Kind extends keyof Answers>(request: ReaderRequest & { readonly kind: Kind }) {
    if (running === undefined) {
      if (started >= READERS) return undefined;
      await start();
    }
    const reply = await exchange(request);
    // An answer is of the kind that was asked for: one request at a time.
    return reply?.ok === true ? ((reply.answer as Answers[Kind] | null) ?? undefined) : undefined;
  }

  return {
    async open() {
      const reply = await start();
      if (reply === undefined) return { ok: false, refusal: 'TOO_SLOW' };
      if (!reply.ok) return { ok: false, refusal: reply.refusal ?? 'DAMAGED' };
      return { ok: true, ...(reply.answer as Answers['OPEN']) };
    },
    glance: (page) => ask({ kind: 'GLANCE', page }),
    search: (page, rejected) => ask({ kind: 'SEARCH', page, rejected }),
    examine: (page, code, expected) => ask({ kind: 'EXAMINE', page, code, expected }),
    readCells: (page, code, geometry) => ask({ kind: 'READ_CELLS', page, code, geometry }),
    close() {
      running?.kill('SIGKILL');
      running = undefined;
    },
  };
}

/** One piece after the other, each gone from here before the next comes. */
async function hand(pieces: AsyncIterable<Uint8Array>, { stdin }: ChildProcess): Promise<void> {
  if (stdin === null) return;
  stdin.on('error', () => {});
  for await (const piece of pieces) {
    const isTaken = await new Promise<boolean>((resolve) => stdin.write(piece, (error) => resolve(!error)));
    // It has died: whoever waits for its first word hears of it.
    if (!isTaken) return;
  }
  stdin.end();
}

/** Undefined, and the process dead, if it says nothing in time. */
function nextMessage(reader: ChildProcess): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const timer = setTimeout(() => reader.kill('SIGKILL'), PATIENCE_MILLISECONDS);
  reader.once('message', resolve);
  reader.once('exit', () => resolve(undefined));
  reader.once('error', () => resolve(undefined));
  return promise.finally(() => {
    clearTimeout(timer);
    reader.removeAllListeners();
    reader.on('error', () => {});
  });
}
