// The ballot on paper: sheets signed, scanned in two mixed stacks, filed by their codes, confirmed row by row, counted.
import { setTimeout as pause } from 'node:timers/promises';
import type { Vote } from '../../domain/policy/rules/double-majority.ts';
import { blankPage, pdfOf } from '../paperwork/stack-files.ts';
import { PaperPile, type Written } from './sign-and-scan.ts';
import { ACCOUNTS, check, type Story } from './story.ts';

const { street, body, community } = ACCOUNTS;

interface Receipt {
  readonly state: string;
  readonly pages: number;
  readonly checked: number;
  readonly counts: Record<'FILED' | 'NEEDS_ATTENTION' | 'REFUSED', number>;
  readonly list: readonly {
    pageId: string;
    state: string;
    name: { kind: string; version: number; page: number } | null;
    findings: { code: string }[];
  }[];
}

interface Row {
  readonly no: number;
  readonly unit: string | null;
  readonly proposed: { signature: string; opinion: string };
  readonly standing: string;
}

export interface PaperBallot {
  readonly on: string;
  readonly rollHash: string;
  readonly version: number;
  readonly signatureForm: Uint8Array;
  /** The form of the version before: somebody still had a sheet of it. */
  readonly oldForm: Uint8Array;
  /** Papers of other kinds that lay in the same pile. */
  readonly others: readonly Uint8Array[];
  /** By the place in the roll, from 0. */
  readonly voteOf: (index: number) => Vote;
}

/** The votes in the vault, as counted from the confirmed sheets. */
export async function ballotOnPaper(story: Story, ballot: PaperBallot): Promise<string> {
  const { desk, projectId, progress } = story;
  const { on, version, rollHash } = ballot;
  const wrote = (no: number): Written | undefined => writtenBy(ballot.voteOf(no - 1), no);
  const pile = new PaperPile(ballot.signatureForm);
  const sent: { uploadId: string; pages: number }[] = [];
  // The first stack is read while the second one lies in the scanner.
  for (const stack of [0, 1] as const) {
    progress.note(`扫描第 ${stack + 1} 叠 stack ${stack + 1}`);
    const scans = await feedScanner(stack, pile, ballot, wrote);
    sent.push({ uploadId: await sendStack(story, await pdfOf(scans), `scan000${stack + 1}.pdf`), pages: scans.length });
  }
  const receipts = await Promise.all(sent.map(({ uploadId }) => receiptOf(story, uploadId)));
  const pages = receipts.flatMap(({ list }) => list);
  const count = (state: string) => pages.filter((page) => page.state === state).length;
  check(
    'pages of the two stacks',
    receipts.map(({ list }) => list.length),
    sent.map((stack) => stack.pages),
  );
  const sheets = pages.filter((page) => page.name?.kind === 'F2' && page.name.version === version);
  check('sheets filed by their codes', sheets.length, (await pile.sheets()).length);
  const old = pages.filter((page) => page.findings.some(({ code }) => code === 'OLD_VERSION'));
  check(
    'sheets of the old plan that are not filed',
    old.map(({ state }) => state),
    ['REFUSED'],
  );
  progress.line(
    on,
    `两叠混合扫描件 ${pages.length} 页：归档 ${count('FILED')}、待处理 ${count('NEEDS_ATTENTION')}、不收 ${count('REFUSED')}（旧版签字页）`,
    'two mixed stacks filed page by page, with blank backs and sheets upside down',
  );

  let rows = 0;
  let looks = 0;
  for (const { pageId } of sheets) {
    const { rows: read } = await desk.get<{ rows: Row[] }>(body, `/api/pages/${pageId}/cells`);
    const missed = read.filter(({ no, proposed }) => wrote(no) !== undefined && proposed.signature === 'BLANK');
    check(`signatures missed on page ${pageId}`, missed.length, 0);
    looks += read.filter(({ proposed }) => proposed.signature === 'LOOK' || proposed.opinion === 'LOOK').length;
    rows += read.length;
    await confirm(story, body, pageId, read, wrote);
    const second = (await desk.get<{ rows: Row[] }>(community, `/api/pages/${pageId}/cells`)).rows;
    const again = second.filter(({ standing }) => standing === 'SECOND_NEEDED');
    if (again.length > 0) await confirm(story, community, pageId, again, wrote);
  }
  const stillNeeded = await desk.get<{ unconfirmed: number }>(
    body,
    `/api/projects/${projectId}/sheets/still-needed?rollHash=${rollHash}`,
  );
  check('rows not confirmed', stillNeeded.unconfirmed, 0);
  const counted = await desk.post<{ votesSha256: string; counts: Record<Vote, { units: number }> }>(
    body,
    `/api/projects/${projectId}/sheets/count`,
    { rollHash },
  );
  for (const vote of ['AGREE', 'DISAGREE', 'NOT_RETURNED'] as const) {
    const expected = Array.from({ length: rows }, (_, index) => ballot.voteOf(index)).filter((each) => each === vote);
    check(`${vote} on paper`, counted.counts[vote].units, expected.length);
  }
  progress.line(
    on,
    `签字格 ${rows} 户逐户看图确认（${looks} 户机器请人看），抽样由第二人复核后计票`,
    'rows confirmed from their pictures, a sample by a second person, then counted into the frozen roll',
  );
  return counted.votesSha256;
}

function writtenBy(vote: Vote, no: number): Written | undefined {
  if (vote !== 'AGREE' && vote !== 'DISAGREE' && vote !== 'ABSTAIN') return undefined;
  return { opinion: vote, publishRoom: (no - 1) % 3 !== 0 };
}

/** Sheets of one half of the neighbourhood, other papers between them, blank backs, some upside down. */
async function feedScanner(
  stack: 0 | 1,
  pile: PaperPile,
  { oldForm, others }: PaperBallot,
  wrote: (no: number) => Written | undefined,
): Promise<readonly Uint8Array[]> {
  const sheets = await pile.sheets();
  const half = Math.ceil(sheets.length / 2);
  const scans: Uint8Array[] = [];
  for (const [index, { page }] of sheets.entries()) {
    if (index < half !== (stack === 0)) continue;
    scans.push(await pile.scan(page, { seed: 1_000 + page, upsideDown: index % 7 === 3, written: wrote }));
    if (index % 6 === 1) scans.push(await blankPage(page));
  }
  for (const [index, paper] of others.entries()) {
    if (index % 2 !== stack) continue;
    const scan = await new PaperPile(paper).scan(1, { seed: 2_000 + index, upsideDown: index === 1 });
    scans.splice(2 + index, 0, scan);
  }
  if (stack === 1) scans.push(await new PaperPile(oldForm).scan(2, { seed: 3_000, written: wrote }));
  return scans;
}

async function sendStack({ desk }: Story, bytes: Uint8Array, name: string): Promise<string> {
  const uploadId = await desk.uploadFile(street, name, bytes);
  await desk.post(street, `/api/uploads/${uploadId}/file`, {}, 202);
  return uploadId;
}

async function receiptOf({ desk, progress }: Story, uploadId: string): Promise<Receipt> {
  for (;;) {
    const receipt = await desk.get<Receipt>(street, `/api/uploads/${uploadId}/pages`);
    if (receipt.state === 'DONE' || receipt.state === 'REFUSED') return receipt;
    progress.note(`核对 ${receipt.checked}/${receipt.pages} 页 pages checked`);
    await pause(200);
  }
}

async function confirm(
  { desk }: Story,
  account: string,
  pageId: string,
  rows: readonly Row[],
  wrote: (no: number) => Written | undefined,
): Promise<void> {
  const seen = rows.map(({ no }) => {
    const written = wrote(no);
    return {
      no,
      signature: written === undefined ? 'BLANK' : 'SIGNED',
      opinion: written?.opinion ?? 'NONE',
      publishRoom: written?.publishRoom ?? false,
      remarks: [],
    };
  });
  await desk.post(account, `/api/pages/${pageId}/cells`, { rows: seen }, 200);
}
