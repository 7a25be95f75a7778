// Which paper of the notice is void without the project knowing it yet: the register of papers held against the ledger.
import type { IssuedPaper } from '../../paper/issue-register.ts';
import type { Project } from '../project.ts';
import type { State } from '../states.ts';
import type { InterruptPublicityInput } from './interrupt-publicity.ts';
import { NOTICE_KINDS } from './record.ts';

export type Printed = Pick<IssuedPaper, 'kind' | 'version' | 'printing' | 'sha256' | 'voidedOn'>;

/** From the notice made ready until its time is over; later nothing that is voided takes a day away. */
const MAY_BE_VOIDED: readonly State[] = ['PLAN_APPROVED', 'PUBLICITY_INTERRUPTED', 'PUBLICITY_RUNNING'];

/** Of all others nothing has to be looked up. */
export const isNoticeUnderWay = ({ state, publicity }: Pick<Project, 'state' | 'publicity'>): boolean =>
  publicity.notice !== undefined && MAY_BE_VOIDED.includes(state);

/**
 * `printed`: all that the register has of the project. What was made ready is named by its hash; a scan of the sealed paper,
 * which the register does not know, is void when every printing of it is.
 */
export function voidOfNotice(
  project: Pick<Project, 'state' | 'consent' | 'publicity'>,
  printed: readonly Printed[],
): InterruptPublicityInput | undefined {
  const { notice, voided = [] } = project.publicity;
  const planVersion = project.consent.planBallot?.planVersion;
  if (notice === undefined || !isNoticeUnderWay(project)) return undefined;
  for (const kind of NOTICE_KINDS) {
    const found = voidPrinting(
      printed.filter((paper) => paper.kind === kind && paper.version === planVersion),
      notice[kind],
    );
    if (found?.voidedOn === undefined || voided.some(({ sha256 }) => sha256 === found.sha256)) continue;
    const { version, printing, sha256, voidedOn } = found;
    return { voidPaper: sha256, kind, version, ...(printing !== undefined && { printing }), voidedOn };
  }
  return undefined;
}

function voidPrinting(printings: readonly Printed[], posted: string): Printed | undefined {
  const named = printings.find(({ sha256 }) => sha256 === posted);
  if (named !== undefined) return named.voidedOn === undefined ? undefined : named;
  return printings.every(({ voidedOn }) => voidedOn !== undefined) ? printings.at(-1) : undefined;
}
