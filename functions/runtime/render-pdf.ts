// Draws pages of a PDF. What somebody else sent is drawn in the process of the reader of scans only, which may be killed at
// any moment; what was issued here, in the thread of the typesetter.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** Formats of bitmaps and flags of drawing, by pdfium's own numbers. */
const GRAY = { format: 1, channels: 1, flags: 0x08 } as const;
const COLOUR = { format: 4, channels: 4, flags: 0x10 } as const;
type Ink = typeof GRAY | typeof COLOUR;
const WITH_ANNOTATIONS = 0x01;
const WHITE = 0xffffffff;

const POINTS_PER_INCH = 72;

let loaded: Promise<WrappedPdfiumModule> | undefined;

async function load(): Promise<WrappedPdfiumModule> {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
  const pdfium = await init({ wasmBinary: new Uint8Array(wasm).buffer });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

/** Row by row from the top left: one byte a pixel in gray, four (red, green, blue, opacity) in colour. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Renderer {
  /** Page `index` in gray at `dpi`. */
  draw(index: number, dpi: number): DrawnPage;
  drawInColour(index: number, dpi: number): DrawnPage;
  /** Lets the file go. Without it the file stays in memory as long as the process lives. */
  close(): void;
}

/** `checkPixels` throws where a page is larger than its reader can bear. Throws if pdfium does not open the file. */
export async function openRenderer(
  bytes: Uint8Array,
  checkPixels: (width: number, height: number) => void = () => {},
): Promise<Renderer> {
  loaded ??= load();
  const pdfium = await loaded;
  const at = pdfium.pdfium.wasmExports.malloc(bytes.length);
  pdfium.pdfium.HEAPU8.set(bytes, at);
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
  if (document === 0) throw new Error(`pdfium error ${pdfium.FPDF_GetLastError()}`);
  const drawWith = (ink: Ink) => (index: number, dpi: number) => {
    const page = pdfium.FPDF_LoadPage(document, index);
    if (page === 0) throw new Error(`pdfium error ${pdfium.FPDF_GetLastError()}`);
    try {
      return drawPage({ pdfium, page, dpi, ink, checkPixels });
    } finally {
      pdfium.FPDF_ClosePage(page);
    }
  };
  return {
    draw: drawWith(GRAY),
    drawInColour: drawWith(COLOUR),
    close() {
      pdfium.FPDF_CloseDocument(document);
      pdfium.pdfium.wasmExports.free(at);
    },
  };
}

interface Drawing {
  readonly pdfium: WrappedPdfiumModule;
  readonly page: number;
  readonly dpi: number;
  readonly ink: Ink;
  checkPixels(width: number, height: number): void;
}

function drawPage({ pdfium, page, dpi, ink, checkPixels }: Drawing): DrawnPage {
  const width = Math.round((pdfium.FPDF_GetPageWidthF(page) * dpi) / POINTS_PER_INCH);
  const height = Math.round((pdfium.FPDF_GetPageHeightF(page) * dpi) / POINTS_PER_INCH);
  checkPixels(width, height);
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, ink.format, 0, 0);
  if (bitmap === 0) throw new Error('no room for the page');
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS | ink.flags);
    const stride = pdfium.FPDFBitmap_GetStride(bitmap);
    const from = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const length = width * ink.channels;
    const data = new Uint8Array(length * height);
    for (let y = 0; y < height; y += 1) {
      const row = from + y * stride;
      data.set(pdfium.pdfium.HEAPU8.subarray(row, row + length), y * length);
    }
    return { width, height, data };
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}
