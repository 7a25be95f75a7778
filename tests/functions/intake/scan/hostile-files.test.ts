// Files that would exhaust, deceive or run something: each gets a verdict, none reaches a renderer, the next one is filed.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStack } from '../../../../functions/intake/scan/open-stack.ts';
import { blankPage } from '../../../../local/paperwork/stack-files.ts';
import { type FakePorts, fakePorts } from '../../../support/ports/fake-ports.ts';
import { fileNow } from '../../../support/scans/filing-desk.ts';
import { HOSTILE_PDFS, JPEG_BOMB, pdfOfObjects } from '../../../support/scans/hostile-files.ts';

const READER = fileURLToPath(new URL('../../../../functions/intake/scan/reader-process.ts', import.meta.url));

const VERDICTS = {
  'a script': 'ACTIVE_CONTENT',
  'a script with escaped names': 'ACTIVE_CONTENT',
  'a link that starts a program': 'ACTIVE_CONTENT',
  'an attached program': 'ACTIVE_CONTENT',
  'an action on opening a page': 'ACTIVE_CONTENT',
  'no pages': 'NO_PAGES',
  'a page tree in a circle': 'DAMAGED',
  'a page of 70 metres': 'PAGE_SIZE',
  'a content stream that unpacks to 64 MB': 'TOO_MUCH_INSIDE',
  'a picture of 60,000 × 60,000': 'TOO_MUCH_INSIDE',
  'nothing after its first bytes': 'DAMAGED',
} as const;

describe('the structure check', () => {
  it.each(Object.entries(VERDICTS))('refuses a PDF with %s as %s', async (name, refusal) => {
    const bytes = HOSTILE_PDFS[name]?.() ?? Buffer.alloc(0);
    await expect(openStack(bytes)).rejects.toMatchObject({ refusal });
  });

  it('refuses a JPEG that claims more pixels than any paper has', async () => {
    await expect(openStack(JPEG_BOMB)).rejects.toMatchObject({ refusal: 'TOO_MUCH_INSIDE' });
  });

  it('opens a PDF that asks nothing of its reader', async () => {
    const plain = pdfOfObjects([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
    ]);
    const { pages } = await openStack(plain);
    expect(pages).toMatchObject([{ source: { kind: 'DRAWING', index: 0 } }]);
    expect(pages[0]?.size?.height).toBeCloseTo(297, 0);
  });
});

describe('a hostile stack', () => {
  let fake: FakePorts;
  beforeEach(() => {
    fake = fakePorts();
  });
  afterEach(() => fake.close());

  it('cannot make its reader hold more memory than allowed: the process ends itself', async () => {
    const reader = fork(READER, ['0', '1000000'], { env: {}, stdio: ['pipe', 'ignore', 'ignore', 'ipc'] });
    reader.stdin?.end();
    const [code, signal] = await once(reader, 'exit');
    expect([code, signal]).toEqual([null, 'SIGKILL']);
  });

  it('is refused with a code, and the next stack is filed', async () => {
    const script = await fileNow(fake.ports, HOSTILE_PDFS['a script']?.() ?? Buffer.alloc(0));
    expect(script.stack).toMatchObject({ state: 'REFUSED', refusal: 'ACTIVE_CONTENT', pages: 0 });
    const next = await fileNow(fake.ports, await blankPage(1));
    expect(next.stack).toMatchObject({ state: 'DONE', pages: 1 });
  });
});
