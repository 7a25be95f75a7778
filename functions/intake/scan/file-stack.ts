// Files an uploaded stack: a quick pass that names every page by its code, then a full check of each. May be killed at any
// moment and called again: what is done stays done.
import { Fault } from '../../../domain/errors.ts';
import { pageIdOf, type StackPageRecord } from '../../../domain/paper/filing/filed-page.ts';
import { type PageFindingCode, stateUnder } from '../../../domain/paper/filing/page-findings.ts';
import { isBlank } from '../../../domain/paper/filing/page-quality.ts';
import type { Ports } from '../../../domain/ports.ts';
import { writeOfPage } from '../../runtime/scanned-page.ts';
import { findUpload, type StoredUpload } from '../upload-record.ts';
import { checkPage } from './check-page.ts';
import { identifyPage } from './identify-page.ts';
import { createReader, type StackReader } from './reader.ts';
import type { Answers, Glance, SizeInMillimetres } from './reader-messages.ts';
import { findStack, listPages, type StackRecord, writesOfStack } from './stack-records.ts';

export type FilingPorts = Pick<Ports, 'ledger' | 'views' | 'papers' | 'seal' | 'clock'>;

/** So many pages are written together: a write that survives a power cut costs as much as reading a page. */
const BATCH = 10;

/** Resolves when every page is filed, in need of attention, or refused; earlier, with the work so far, once `stop` is given. */
export async function fileStack(ports: FilingPorts, uploadId: string, stop?: AbortSignal): Promise<StackRecord> {
  const begun = await findStack(ports, uploadId);
  if (begun?.state === 'DONE' || begun?.state === 'REFUSED') return begun;
  const upload = await findUpload(ports, uploadId);
  if (upload?.state !== 'STORED') throw notStored(uploadId);

  const progress = await trackProgress(ports, begun ?? newStack(uploadId));
  const reader = createReader({ bytes: upload.bytes, stream: () => streamOf(ports, upload) });
  try {
    const opened = await reader.open();
    if (!opened.ok) return await progress.move({ state: 'REFUSED', refusal: opened.refusal });
    await progress.move({ state: 'FILING', pages: opened.pages });
    await namePages(ports, reader, upload, opened, progress, stop);
    if (stop?.aborted) return progress.current();
    await progress.move({ state: 'CHECKING' });
    for (const page of await listPages(ports, uploadId)) {
      if (stop?.aborted) return progress.current();
      if (page.checked) continue;
      const checked = await checkPage(ports, reader, upload, page);
      await ports.views.write([writeOfPage(checked)]);
      await progress.move({ checked: page.number });
    }
    return await progress.move({ state: 'DONE' });
  } finally {
    reader.close();
  }
}

async function streamOf(
  { papers }: FilingPorts,
  { uploadId, sha256 }: StoredUpload,
): Promise<AsyncIterable<Uint8Array>> {
  const pieces = await papers.stream(sha256);
  if (pieces === undefined) throw notStored(uploadId);
  return pieces;
}

const notStored = (uploadId: string) => new Fault('CORRUPT', `upload ${uploadId} is not stored`);

export const newStack = (uploadId: string): StackRecord => ({
  uploadId,
  revision: 1,
  state: 'WAITING',
  pages: 0,
  filed: 0,
  checked: 0,
  refusal: null,
});

interface Progress {
  current(): StackRecord;
  move(change: Partial<Omit<StackRecord, 'uploadId' | 'revision'>>): Promise<StackRecord>;
}

async function trackProgress({ views }: FilingPorts, from: StackRecord): Promise<Progress> {
  let current = from;
  return {
    current: () => current,
    async move(change) {
      current = { ...current, ...change, revision: current.revision + 1 };
      await views.write(writesOfStack(current));
      return current;
    },
  };
}

async function namePages(
  ports: FilingPorts,
  reader: StackReader,
  upload: StoredUpload,
  { pages, drawn }: Answers['OPEN'],
  progress: Progress,
  stop: AbortSignal | undefined,
): Promise<void> {
  const known = new Set((await listPages(ports, upload.uploadId)).map(({ number }) => number));
  let batch: StackPageRecord[] = [];
  for (let number = 1; number <= pages && !stop?.aborted; number += 1) {
    if (drawn.includes(number)) batch.push(unreadPage(upload, number, 'VECTOR_PAGE'));
    else if (!known.has(number)) batch.push(await namePage(ports, upload, number, await reader.glance(number)));
    if (batch.length < BATCH && number < pages) continue;
    await ports.views.write(batch.map(writeOfPage));
    await progress.move({ filed: number });
    batch = [];
  }
}

const unreadPage = ({ uploadId }: StoredUpload, number: number, finding: PageFindingCode): StackPageRecord => ({
  pageId: pageIdOf(uploadId, number),
  uploadId,
  number,
  revision: 1,
  state: stateUnder([finding]),
  findings: [finding],
  name: null,
  code: null,
  digest: null,
  pixels: null,
  size: null,
  dpi: null,
  photographedAt: null,
  picture: null,
  checked: true,
  resolved: null,
});

async function namePage(
  ports: FilingPorts,
  upload: StoredUpload,
  number: number,
  glance: Glance | undefined,
): Promise<StackPageRecord> {
  const unread = unreadPage(upload, number, 'UNREADABLE_PAGE');
  if (glance === undefined) return unread;
  const { digest, width, height, size, ink, code, photographedAt } = glance;
  const seen = {
    digest,
    pixels: { width, height },
    size,
    dpi: resolutionOf(glance),
    photographedAt,
    code,
    checked: false,
  };
  if (isBlank(ink)) return { ...unread, ...seen, state: 'FILED', findings: ['BLANK_PAGE'], name: null };
  if (code === null) return { ...unread, ...seen, state: 'CHECKING', findings: [], name: null };
  const { name, findings } = await identifyPage(ports, upload.uploader, code.text);
  // A code that is not genuine may be a misread one: it is looked for again before anybody is asked.
  const state = name === null ? 'CHECKING' : stateUnder(findings);
  return { ...unread, ...seen, state, findings: name === null ? [] : [...findings], name };
}

const A4: SizeInMillimetres = { width: 210, height: 297 };
const MM_PER_INCH = 25.4;

/** From pixels and millimetres, never from the tag, which says what a program once made up. Photos are taken for A4. */
function resolutionOf({ width, height, size }: Glance): number {
  const { width: across, height: down } = size ?? A4;
  return Math.round((Math.max(width, height) / Math.max(across, down)) * MM_PER_INCH);
}
