// What the page of templates shows: a sample of every kind, asked for over HTTP.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { linesOf, readPdf } from '../../../local/paperwork/read-pdf.ts';
import { openPrintingCounter, type PrintingCounter } from './printing-counter.ts';
import { TYPESET_CODES } from './sample-papers.ts';
import { STORED_SAMPLES, storedSamples } from './stored-samples.ts';

let counter: PrintingCounter;
beforeAll(async () => {
  counter = await openPrintingCounter();
});
const sample = (kind: string, as?: string) =>
  counter.ask('RENOVATION_OFFICE', 'GET', `/api/templates/${kind}/sample`, undefined, as === undefined ? {} : { as });

describe('a sample of a template', () => {
  it.each(TYPESET_CODES)('of %s is a paper without codes that says on every page that it is a sample', async (kind) => {
    const { status, file } = await sample(kind);
    expect(status).toBe(200);
    for (const page of await readPdf(file)) {
      expect(page.pictures).toEqual([]);
      const text = linesOf(page)
        .map((line) => line.text)
        .join('\n');
      expect(text).toContain('样例');
      expect(text).not.toContain('送审稿');
    }
  });

  it('is looked at as a picture that holds no script', async () => {
    const { status, file } = await sample('A2', 'PICTURE');
    const svg = new TextDecoder().decode(file);
    expect(status).toBe(200);
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toMatch(/<script|onload|javascript:|foreignObject/i);
  });

  it('lies on white paper page by page, none of which covers another', async () => {
    const svg = new TextDecoder().decode((await sample('A2', 'PICTURE')).file);
    const papers = [...svg.matchAll(/<path class="typst-shape"([^>]*) d="M 0 0 L 0 841\.9 [^>]*>\n<g([^>]*)>/g)];
    expect(papers).toHaveLength(2);
    expect(papers.map(([, paper, page]) => paper?.startsWith(page ?? '-'))).toEqual([true, true]);
    expect(papers[1]?.[2]).toContain('841.9');
  });

  it('is there for kinds that are set only, and for those who look after papers', async () => {
    expect((await sample('T')).status).toBe(422);
    expect((await counter.ask('FIRE', 'GET', '/api/templates/A2/sample')).body.code).toBe('FORBIDDEN_ROLE');
    expect((await counter.ask('STREET', 'GET', '/api/templates/A2/sample')).status).toBe(200);
  });

  it('is the sample of the tests: `node tests/functions/typesetting/write-samples.ts` writes them anew', () => {
    const stored = readdirSync(STORED_SAMPLES).map((name) => [
      name,
      readFileSync(new URL(name, STORED_SAMPLES), 'utf8'),
    ]);
    expect(new Map(stored as [string, string][])).toEqual(new Map(storedSamples()));
  });
});
