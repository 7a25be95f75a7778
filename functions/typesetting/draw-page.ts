// Draws one page of a paper as it was issued, from the very bytes that were issued: what is looked at is what was handed out.
import sharp from 'sharp';
import { openRenderer } from '../runtime/render-pdf.ts';

export interface PageOfFile {
  readonly bytes: Uint8Array;
  /** 1 for the first. */
  readonly page: number;
}

/** Letters stay sharp when the page is looked at four times as large as a pane shows it. */
const DPI = 200;
/** Black, the red of heads and seals, and what lies between them and the white. */
const COLOURS = 32;

/** PNG. */
export async function drawPage({ bytes, page }: PageOfFile): Promise<Uint8Array> {
  const renderer = await openRenderer(bytes);
  try {
    const { width, height, data } = renderer.drawInColour(page - 1, DPI);
    return await sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .png({ palette: true, colours: COLOURS, dither: 0, effort: 1, compressionLevel: 6 })
      .toBuffer();
  } finally {
    renderer.close();
  }
}
