// The papers of a ballot: looked at as a draft, issued, printed in order, one page of them again.
import { PDFDocument } from '@cantoo/pdf-lib';
import type { IssuedPaper } from './issuing.ts';
import { ACCOUNTS, check, type Story } from './story.ts';
import { PLAN } from './words/plan.ts';

const { body } = ACCOUNTS;
/** Households that live abroad and asked for a page of their own, by their place in the roll. */
export const ABROAD = [7, 120] as const;

export interface PrintedPack {
  /** SHA-256 of the signature form. */
  readonly form: string;
  readonly version: number;
  readonly signatureForm: Uint8Array;
}

export async function printPack(story: Story, ballotTo: string): Promise<PrintedPack> {
  const { desk, projectId, room, progress } = story;
  const path = `/api/projects/${projectId}/packs/ballot`;
  const { clock } = await desk.get<{ clock: { now: string } }>(undefined, '/api/health');
  const contents = { ...PLAN.F2, ballotFrom: clock.now.slice(0, 10), ballotTo };
  const asked = { contents, singleHouseholds: ABROAD };
  // Shown, not judged: how fast it is says the bench, and a busy machine breaks no rule.
  const before = performance.now();
  const preview = await desk.fetchFile(body, `${path}/preview`, asked);
  const seconds = (performance.now() - before) / 1000;
  const { papers } = await desk.post<{ papers: IssuedPaper[] }>(body, path, asked);
  check(
    'kinds of the pack',
    papers.map(({ kind }) => kind),
    ['F2', 'F2D', 'U1'],
  );
  const [version = 0] = papers.map((paper) => paper.version);
  const whole = await desk.download(body, `${path}?version=${version}`);
  const pages = papers.reduce((sum, paper) => sum + paper.pages, 0);
  check('pages of the pack, printed in order', await pagesOf(whole), pages);
  check('pages of the preview', await pagesOf(preview), pages);
  check('a page printed again', await pagesOf(await desk.download(body, `${path}?version=${version}&pages=2`)), 1);
  for (const paper of papers) {
    const bytes = await desk.download(body, `/api/projects/${projectId}/papers/${paper.sha256}`);
    await room.layOut(paper, bytes, `第${version}版`);
  }
  progress.line(
    clock.now.slice(0, 10),
    `打印第 ${version} 版表决材料：封面、签字页、单户页、单元码条共 ${pages} 页，预览 ${seconds.toFixed(1)} 秒`,
    'ballot pack previewed, issued and printed in order',
  );
  const [form] = papers;
  if (form === undefined) throw new Error('the pack has no signature form');
  return {
    form: form.sha256,
    version,
    signatureForm: await desk.download(body, `/api/projects/${projectId}/papers/${form.sha256}`),
  };
}

const pagesOf = async (bytes: Uint8Array): Promise<number> =>
  (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
