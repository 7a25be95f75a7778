// The same data give the same bytes, as a PDF that archives take.
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '../../../domain/calendar/plain-date.ts';
import { sha256Hex } from '../../../domain/json.ts';
import { readableCode } from '../../../domain/paper/filing-code.ts';
import { typesetPaper } from '../../../functions/typesetting/typeset-paper.ts';
import { createTypesetter } from '../../../functions/typesetting/typesetter.ts';
import { linesOf, readPdf } from '../../../local/paperwork/read-pdf.ts';
import { edition, house, making, sampleOf, seal, setPaper } from './sample-papers.ts';

describe('the typesetter', () => {
  it('gives the same bytes for the same data, also from another press and after other papers', async () => {
    const first = (await setPaper('A3', sampleOf('A3'))).paper.pdf();
    (await setPaper('F3', sampleOf('F3'))).paper.pdf();
    expect(sha256Hex((await setPaper('A3', sampleOf('A3'))).paper.pdf())).toBe(sha256Hex(first));
    const order = { kind: 'A3' as const, contents: sampleOf('A3'), making, edition };
    const elsewhere = await typesetPaper({ typesetter: createTypesetter(), seal, house }, order);
    expect(elsewhere.ok && sha256Hex(elsewhere.value.paper.pdf())).toBe(sha256Hex(first));
  });

  it.each(['A2', 'F3', 'F2D'] as const)(
    'prints on every page of %s the code of this paper, whatever was set before',
    async (kind) => {
      await setPaper(kind, sampleOf(kind));
      const { paper, pages } = await setPaper(kind, sampleOf(kind), { edition: { ...edition, version: 7 } });
      const printed = (await readPdf(paper.pdf())).map((page) =>
        linesOf(page)
          .map(({ text }) => text)
          .join('\n'),
      );
      expect(printed).toHaveLength(pages.length);
      for (const [index, name] of pages.entries()) expect(printed[index]).toContain(readableCode(seal, name));
    },
  );

  it('gives other bytes for another date', async () => {
    const later = { making: { ...making, date: plainDateOf('2026-11-17') } };
    const [one, other] = [await setPaper('A2', sampleOf('A2')), await setPaper('A2', sampleOf('A2'), later)];
    expect(sha256Hex(other.paper.pdf())).not.toBe(sha256Hex(one.paper.pdf()));
  });

  it('is PDF/A-2b: says so, names its colours, embeds every font, and holds nothing that runs or is locked', async () => {
    const bytes = (await setPaper('A2', sampleOf('A2'))).paper.pdf();
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toMatch(/pdfaid:part>2</);
    expect(text).toMatch(/pdfaid:conformance>B</);
    expect(text).toContain('2026-11-15T16:00:00');
    expect(text).not.toMatch(/\/(?:Encrypt|JavaScript|Launch|EmbeddedFile|AA)\b/);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const intents = document.catalog.lookup(PDFName.of('OutputIntents'), PDFArray);
    const intent = intents.lookup(0, PDFDict);
    expect(intent.lookup(PDFName.of('S'), PDFName).asString()).toBe('/GTS_PDFA1');
    const profile = intent.lookup(PDFName.of('DestOutputProfile'), PDFStream);
    expect(profile.getContentsSize()).toBeGreaterThan(100);
    const fonts = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .filter((object) => object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor'));
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) {
      const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((file) => font.has(PDFName.of(file)));
      expect(embedded, String(font.get(PDFName.of('FontName')))).toBe(true);
    }
  });

  it('sets a paper as long as it turns out, with a code for each page', async () => {
    const opinions = Array.from({ length: 40 }, (_, index) => ({
      unit: `第${index + 1}单位`,
      text: '同意，施工期间注意交通组织和行人安全。'.repeat(3),
    }));
    const set = await setPaper('A3', { ...sampleOf('A3'), opinions });
    expect(set.paper.pages).toBeGreaterThan(5);
    expect(set.pages.map(({ page }) => page)).toEqual(Array.from({ length: set.paper.pages }, (_, index) => index + 1));
    const last = (await readPdf(set.paper.pdf())).at(-1);
    expect(last && linesOf(last)[0]?.text).toContain(`A3 V1 P0${set.paper.pages}`);
  });

  it('refuses to let a sheet run over into the code of the next one', async () => {
    const form = sampleOf('F2D');
    const tooLong = { ...form, planPlace: '小区东门公告栏、'.repeat(400) };
    await expect(setPaper('F2D', tooLong)).rejects.toThrow('pages instead of 2');
  });
});
