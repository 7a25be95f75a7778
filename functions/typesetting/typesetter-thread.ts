// What runs in the typesetting thread: sets one paper after the other and hands over its pages.
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadAnswer, ThreadRequest } from './threaded-typesetter.ts';
import { createTypesetter } from './typesetter.ts';

const typesetter = createTypesetter(workerData as { licensedFonts?: string });

async function answerTo(request: ThreadRequest): Promise<ThreadAnswer> {
  const { id } = request;
  try {
    if ('unprintable' in request) return { id, unprintable: await typesetter.unprintable(request.unprintable) };
    if ('draw' in request) return { id, drawn: await typesetter.draw(request.draw) };
    if ('reprint' in request) return { id, print: await typesetter.reprint(request.reprint) };
    const paper = await typesetter.typeset(request.typeset);
    const file = request.typeset.asPicture ? paper.picture() : paper.pdf();
    return { id, paper: { pages: paper.pages, rows: paper.query('sign-row'), file: new Uint8Array(file) } };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : 'a paper could not be set' };
  }
}

parentPort?.on('message', async (request: ThreadRequest) => {
  const answer = await answerTo(request);
  parentPort?.postMessage(answer, 'paper' in answer ? [answer.paper.file.buffer as ArrayBuffer] : []);
});
