// Draws pages of a PDF that are no plain scans. Runs in the reader's own process only, which may be killed at any moment.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { checkPixels } from './decode-image.ts';
import type { GrayImage } from './gray-image.ts';

const GRAY = 1;
const WITH_ANNOTATIONS = 0x01;
const AS_GRAY = 0x08;
const WHITE = 0xffffffff;

const POINTS_PER_INCH = 72;

let loaded: Promise<WrappedPdfiumModule> | undefined;

async function load(): Promise<WrappedPdfiumModule> {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
  const pdfium = await init({ wasmBinary: new Uint8Array(wasm).buffer });
  pdfium.PDFiumExt_Init();
  return pdfium;
}

export interface Renderer {
  /** Page `index` in gray at `dpi`. */
  draw(index: number, dpi: number): GrayImage;
}

/** Throws if pdfium does not open the file. The file stays in memory as long as the process lives. */
export async function openRenderer(bytes: Uint8Array): Promise<Renderer> {
  loaded ??= load();
  const pdfium = await loaded;
  const at = pdfium.pdfium.wasmExports.malloc(bytes.length);
  pdfium.pdfium.HEAPU8.set(bytes, at);
  const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, '');
  if (document === 0) throw new Error(`pdfium error ${pdfium.FPDF_GetLastError()}`);
  return {
    draw(index, dpi) {
      const page = pdfium.FPDF_LoadPage(document, index);
      if (page === 0) throw new Error(`pdfium error ${pdfium.FPDF_GetLastError()}`);
      try {
        return drawPage(pdfium, page, dpi);
      } finally {
        pdfium.FPDF_ClosePage(page);
      }
    },
  };
}

function drawPage(pdfium: WrappedPdfiumModule, page: number, dpi: number): GrayImage {
  const width = Math.round((pdfium.FPDF_GetPageWidthF(page) * dpi) / POINTS_PER_INCH);
  const height = Math.round((pdfium.FPDF_GetPageHeightF(page) * dpi) / POINTS_PER_INCH);
  checkPixels(width, height);
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, GRAY, 0, 0);
  if (bitmap === 0) throw new Error('no room for the page');
  try {
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS | AS_GRAY);
    const stride = pdfium.FPDFBitmap_GetStride(bitmap);
    const from = pdfium.FPDFBitmap_GetBuffer(bitmap);
    const data = new Uint8Array(width * height);
    for (let y = 0; y < height; y += 1) {
      const row = from + y * stride;
      data.set(pdfium.pdfium.HEAPU8.subarray(row, row + width), y * width);
    }
    return { width, height, data };
  } finally {
    pdfium.FPDFBitmap_Destroy(bitmap);
  }
}
