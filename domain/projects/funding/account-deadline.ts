// Which date binds the money of a dedicated account: the target for collecting it, the term of the final accounts, often none.
import { addMonths } from '../../calendar/months.ts';
import type { AccountDeadline } from '../../dashboard.ts';
import { packById } from '../../policy/packs.ts';
import { inForceOn } from '../../policy/parameters/dated.ts';
import type { NextEvent } from '../next-event.ts';
import type { Project } from '../project.ts';

/**
 * 二(三)4 sets no day by which the residents' money must be there (A-07): until then the district's own target for booking it
 * is what there is. From the acceptance on, other law sets one for handing in the final accounts (AC-02), by which more is
 * collected or refunded (A-10); for that settlement nobody has set a day.
 */
export function accountDeadline({ pack, funding, works }: Project, next: NextEvent): AccountDeadline {
  if (next.act === 'book-contributions' && funding.arrival?.funded !== true)
    return { of: 'COLLECTION', on: next.dueOn };
  const months = packById(pack)?.finalAccountsMonths;
  const acceptedOn = works.acceptance?.acceptedOn;
  if (months === undefined || acceptedOn === undefined || funding.finalAccounts !== undefined) return { of: 'NONE' };
  const limit = inForceOn(months, acceptedOn);
  return limit === undefined
    ? { of: 'NONE' }
    : { of: 'FINAL_ACCOUNTS', on: addMonths(acceptedOn, limit.value), citation: limit.citation };
}
