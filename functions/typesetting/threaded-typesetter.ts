// The typesetter in a thread of its own: a ballot pack takes a second of computing, and nobody else should wait for it.
import { Worker } from 'node:worker_threads';
import { Fault } from '../../domain/errors.ts';
import type { PageOfFile } from './draw-page.ts';
import type { PagesOfPaper } from './reprint-pages.ts';
import type { TypesetPaper, TypesetRequest, Typesetter } from './typesetter.ts';

/** Asked of the thread. */
export type ThreadRequest =
  | { readonly id: number; readonly typeset: TypesetRequest }
  | { readonly id: number; readonly unprintable: string }
  | { readonly id: number; readonly reprint: readonly PagesOfPaper[] }
  | { readonly id: number; readonly draw: PageOfFile };

export type ThreadAnswer =
  | { readonly id: number; readonly paper: { pages: number; rows: readonly unknown[]; file: Uint8Array } }
  | { readonly id: number; readonly unprintable: readonly string[] }
  | { readonly id: number; readonly print: Uint8Array }
  | { readonly id: number; readonly drawn: Uint8Array }
  | { readonly id: number; readonly fault: string };

interface Waiting {
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (fault: unknown) => void;
}

/** What the reader of scans asks for after a paper is set; nothing else leaves the thread. */
const SIGN_ROWS = 'sign-row';

export interface ThreadOptions {
  readonly licensedFonts?: string | undefined;
  /** Code of the thread, where it does not lie beside this file. */
  readonly thread?: string | URL | undefined;
}

const THREAD = new URL('./typesetter-thread.ts', import.meta.url);

/** Starts with the first paper; a thread that dies takes its papers with it, and the next paper starts another. */
export function createThreadedTypesetter({ thread: code = THREAD, ...options }: ThreadOptions = {}): Typesetter {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let last = 0;

  function start(): Worker {
    const started = new Worker(code, { workerData: options });
    started.on('message', (answer: ThreadAnswer) => {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', (error) => {
      thread = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    });
    return started;
  }

  function ask(request: Record<string, unknown>): Promise<ThreadAnswer> {
    thread ??= start();
    // Kept alive by its work only: a command that prints one paper ends after it.
    thread.ref();
    last += 1;
    const id = last;
    const answered = new Promise<ThreadAnswer>((resolve, reject) => waiting.set(id, { resolve, reject }));
    thread.postMessage({ id, ...request });
    return answered;
  }

  return {
    async unprintable(text) {
      const answer = await ask({ unprintable: text });
      if ('unprintable' in answer) return answer.unprintable;
      throw faultOf(answer);
    },
    async reprint(papers) {
      const answer = await ask({ reprint: papers });
      if ('print' in answer) return answer.print;
      throw faultOf(answer);
    },
    async draw(page) {
      const answer = await ask({ draw: page });
      if ('drawn' in answer) return answer.drawn;
      throw faultOf(answer);
    },
    async typeset(request): Promise<TypesetPaper> {
      const answer = await ask({ typeset: request });
      if (!('paper' in answer)) throw faultOf(answer);
      const { pages, rows, file } = answer.paper;
      const query = (label: string) => (label === SIGN_ROWS ? rows : []);
      return { pages, query, pdf: () => file, picture: () => file };
    },
  };
}

const faultOf = (answer: ThreadAnswer): Fault =>
  new Fault('INTERNAL', 'fault' in answer ? answer.fault : 'the typesetting thread gave the wrong answer');
