// The same approval as a page of HTML, word for word and line for line, for programs that make papers from HTML.
import { readPdf } from '../../../local/paperwork/read-pdf.ts';

const FONTS = new URL('../../../functions/typesetting/fonts/fandol/', import.meta.url);

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** `paper`: told apart by a number, as papers are; nobody may answer with the one before. */
export async function approvalHtml(pdf: Uint8Array): Promise<(paper: number) => string> {
  const pages = await readPdf(pdf);
  const body = pages.map(({ runs }, index) => {
    const lines = Map.groupBy(runs, ({ baseline }) => Math.round(baseline));
    const paragraphs = [...lines]
      .toSorted(([above], [below]) => above - below)
      .map(([, line]) => {
        const text = line
          .toSorted((left, right) => left.x - right.x)
          .map((run) => run.text)
          .join('');
        const [first] = line;
        return `<p style="font-size:${first?.size ?? 16}pt;margin-left:${Math.max(0, (first?.x ?? 26) - 26)}mm">${escaped(text)}</p>`;
      });
    return `<section${index > 0 ? ' style="page-break-before:always"' : ''}>${paragraphs.join('\n')}</section>`;
  });
  return (paper) => `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>批复 ${paper}</title><style>
@font-face { font-family: Fang; src: url("${new URL('FandolFang-Regular.otf', FONTS)}"); }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
body { font-family: Fang, FandolFang; margin: 0; }
p { margin: 0; line-height: 28pt; white-space: nowrap; }
</style></head><body>${body.join('\n')}<p>第 ${paper} 号</p></body></html>`;
}
