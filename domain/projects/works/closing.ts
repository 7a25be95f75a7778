// What is still to be done of step 7 after the acceptance: filings, final accounts, settlement, archive (二(三)7, 二(四)6–7).
import type { ActName } from '../act-names.ts';
import type { Project } from '../project.ts';

/** Acts of step 7 still open, in the order of the text; empty before the acceptance is not meant to be asked. */
export function openClosingActs({ works, funding }: Project): readonly ActName[] {
  const closing = {
    'file-fire-acceptance': works.fireFiling,
    'file-completion': works.completionFiling,
    'approve-final-accounts': funding.finalAccounts?.approvedOn,
    'complete-settlement': funding.settlement?.completedOn,
    'archive-project': works.archive,
  } as const satisfies Partial<Record<ActName, unknown>>;
  const acts = Object.keys(closing) as (keyof typeof closing)[];
  return acts.filter((act) => closing[act] === undefined);
}
