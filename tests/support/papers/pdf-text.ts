// The words of a PDF as its reader copies them, page by page.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { init } from '@embedpdf/pdfium';

const wasm = readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
const pdfium = await init({ wasmBinary: new Uint8Array(wasm).buffer });
pdfium.PDFiumExt_Init();

/** Without spaces and ends of lines: a name may be broken at either. */
export function textOfPdf(bytes: Uint8Array): string {
  const { malloc, free } = pdfium.pdfium.wasmExports;
  const at = malloc(bytes.length);
  pdfium.pdfium.HEAPU8.set(bytes, at);
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
  if (document === 0) throw new Error(`pdfium error ${pdfium.FPDF_GetLastError()}`);
  const pages = Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) => {
    const page = pdfium.FPDF_LoadPage(document, index);
    const text = pdfium.FPDFText_LoadPage(page);
    const length = pdfium.FPDFText_CountChars(text);
    // Two bytes for each sign, and for the one that ends them.
    const room = malloc((length + 1) * 2);
    pdfium.FPDFText_GetText(text, 0, length, room);
    const words = Buffer.from(pdfium.pdfium.HEAPU8.slice(room, room + length * 2)).toString('utf16le');
    free(room);
    pdfium.FPDFText_ClosePage(text);
    pdfium.FPDF_ClosePage(page);
    return words;
  });
  pdfium.FPDF_CloseDocument(document);
  free(at);
  return pages.join('').replaceAll(/\s+/g, '');
}
