// The receipt of a stack: every page with what became of it and what to do, and the pages of its sets that are missing.

import type { Bilingual } from '../../../domain/bilingual.ts';
import { granted, type Outcome } from '../../../domain/errors.ts';
import type { StackPageRecord } from '../../../domain/paper/filing/filed-page.ts';
import { PAGE_FINDINGS, type PageFindingCode } from '../../../domain/paper/filing/page-findings.ts';
import { versionName } from '../../../domain/paper/version-name.ts';
import type { Actor } from '../../../domain/parties.ts';
import type { Ports } from '../../../domain/ports.ts';
import { describeUpload } from '../describe-upload.ts';
import { newStack } from './file-stack.ts';
import { missingPages } from './filed-papers.ts';
import { STACK_REFUSALS } from './stack.ts';
import { findStack, listPages, type StackRecord } from './stack-records.ts';

export interface ReceiptFinding {
  readonly code: PageFindingCode;
  readonly says: Bilingual;
  readonly toDo: Bilingual;
}

export interface ReceiptPage extends Omit<StackPageRecord, 'findings'> {
  readonly findings: readonly ReceiptFinding[];
}

export interface StackReceipt extends Omit<StackRecord, 'refusal'> {
  readonly refusal: { readonly code: string; readonly says: Bilingual } | null;
  readonly counts: Readonly<Record<StackPageRecord['state'], number>>;
  readonly list: readonly ReceiptPage[];
  /** `330302-2026-0017 F2/0002/0003`: printed, of the same set as a page of this stack, and not on file. */
  readonly missing: readonly string[];
}

export async function readReceipt(
  ports: Ports,
  { actor, uploadId }: { readonly actor: Actor; readonly uploadId: string },
): Promise<Outcome<StackReceipt>> {
  const upload = await describeUpload(ports, { actor, uploadId });
  if (!upload.ok) return upload;
  const stack = (await findStack(ports, uploadId)) ?? newStack(uploadId);
  const pages = await listPages(ports, uploadId);
  const count = (state: StackPageRecord['state']) => pages.filter((page) => page.state === state).length;
  const { refusal } = stack;
  return granted({
    ...stack,
    refusal: refusal && { code: refusal, says: STACK_REFUSALS[refusal] },
    counts: {
      CHECKING: count('CHECKING'),
      FILED: count('FILED'),
      NEEDS_ATTENTION: count('NEEDS_ATTENTION'),
      REFUSED: count('REFUSED'),
    },
    list: pages.map(receiptPageOf),
    missing: stack.state === 'DONE' ? await missingFrom(ports, pages) : [],
  });
}

/** With every finding in words. */
export const receiptPageOf = (page: StackPageRecord): ReceiptPage => ({
  ...page,
  findings: page.findings.map(explained),
});

function explained(code: PageFindingCode): ReceiptFinding {
  const { says, toDo } = PAGE_FINDINGS[code];
  return { code, says, toDo };
}

async function missingFrom(ports: Ports, pages: readonly StackPageRecord[]): Promise<string[]> {
  const sets = new Map(
    pages.flatMap(({ state, name }) =>
      state === 'FILED' && name !== null
        ? [[`${name.projectNo} ${name.kind} ${versionName(name)}`, name] as const]
        : [],
    ),
  );
  const missing: string[] = [];
  for (const set of sets.values()) {
    for (const place of await missingPages(ports, set)) missing.push(`${set.projectNo} ${place}`);
  }
  return missing;
}
