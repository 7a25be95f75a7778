// Reads the code of every page of a stack as intake does: a look where sheets carry it, then a search where that found nothing.
import { Readable } from 'node:stream';
import { createReader } from '../../../functions/intake/scan/reader.ts';

/** The text of each page, empty where none was read. */
export async function readCodes(stack: Buffer): Promise<readonly string[]> {
  const reader = createReader({
    bytes: stack.length,
    stream: async () => Readable.from([stack]),
  });
  try {
    const opened = await reader.open();
    if (!opened.ok) throw new Error(`the stack was refused: ${opened.refusal}`);
    const texts: string[] = [];
    for (let page = 1; page <= opened.pages; page++) {
      const glance = await reader.glance(page);
      const code = glance?.code ?? (await reader.search(page, []));
      texts.push(code?.text ?? '');
    }
    return texts;
  } finally {
    reader.close();
  }
}
