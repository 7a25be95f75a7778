// Takes pages out of papers that were issued, to print them again or in another order: always as they were issued.
import { PDFDocument } from '@cantoo/pdf-lib';

export interface PagesOfPaper {
  readonly bytes: Uint8Array;
  /** 1 for the first; all of them unless told. */
  readonly pages?: readonly number[] | undefined;
}

/** The same pages give the same bytes. */
export async function reprintPages(papers: readonly PagesOfPaper[]): Promise<Uint8Array> {
  const print = await PDFDocument.create({ updateMetadata: false });
  for (const { bytes, pages } of papers) {
    const paper = await PDFDocument.load(bytes, { updateMetadata: false });
    const wanted = pages?.map((page) => page - 1) ?? paper.getPageIndices();
    for (const page of await print.copyPages(paper, wanted)) print.addPage(page);
  }
  return print.save({ useObjectStreams: false });
}
