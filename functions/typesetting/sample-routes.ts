// The HTTP side of templates: each kind of paper set with the contents of a sample, to look at and to try a printer with.
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { dateInShanghai } from '../../domain/calendar/plain-date.ts';
import { granted } from '../../domain/errors.ts';
import { PAPER_CONTENTS, type PaperContents, type TypesetCode } from '../../domain/paper/paper-contents.ts';
import { type Route, route } from '../runtime/route.ts';
import { pdfFile } from './paper-routes.ts';
import type { Press } from './press.ts';
import { typesetPaper } from './typeset-paper.ts';

const KINDS = Object.keys(PAPER_CONTENTS) as TypesetCode[];
const SAMPLES = new URL('templates/samples/', import.meta.url);

/** As many stairwells or households as show what a sheet is like. */
const SHOWN_PAGES = 2;

export const sampleRoutes = (press: Press): readonly Route[] => [
  route({
    name: 'printSample',
    summary: { zh: '打印文书样例', en: 'A sample of a kind of paper: marked as such, without number and codes' },
    method: 'GET',
    path: '/api/templates/{kind}/sample',
    access: ['OPERATOR', 'RENOVATION_OFFICE', 'STREET', 'AUDIT'],
    input: {
      params: z.strictObject({ kind: z.enum(KINDS) }),
      query: z.strictObject({ as: z.enum(['PDF', 'PICTURE']).default('PDF') }),
    },
    output: 'FILE',
    async handle({ params: { kind }, query }, ports) {
      const making = { issuer: '示例单位', date: dateInShanghai(ports.clock.now()) };
      const asPicture = query.as === 'PICTURE';
      const set = await typesetPaper(
        { ...press, seal: ports.seal },
        { kind, contents: await sampleContents(kind), making, sample: true, asPicture },
      );
      if (!set.ok) return set;
      const { paper } = set.value;
      if (!asPicture) return pdfFile(paper.pdf(), `${kind}-样例`);
      return granted({ bytes: paper.picture(), mediaType: 'image/svg+xml', fileName: `${kind}-样例.svg` });
    },
  }),
];

async function sampleContents(kind: TypesetCode): Promise<PaperContents> {
  const text = await readFile(new URL(`${kind}.json`, SAMPLES), 'utf8');
  // The schema of the kind gives the contents of the kind; TypeScript does not follow the code through the table.
  const contents = PAPER_CONTENTS[kind].parse(JSON.parse(text)) as PaperContents;
  if (!('pages' in contents)) return contents;
  return { ...contents, pages: contents.pages.slice(0, SHOWN_PAGES) } as PaperContents;
}
