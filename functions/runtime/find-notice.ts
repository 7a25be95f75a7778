// Finds the public notice behind the code on a poster, as long as it hangs.
import type { PlainDate } from '../../domain/calendar/plain-date.ts';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { type PageName, readCode } from '../../domain/paper/filing-code.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';
import type { State } from '../../domain/projects/states.ts';
import { listIssuedPapers } from './issued-papers.ts';
import { loadProject } from './load-project.ts';

/** While the notice hangs, is being posted again, or objections to it are in mediation. */
const OPEN: readonly State[] = ['PUBLICITY_RUNNING', 'PUBLICITY_INTERRUPTED', 'OBJECTION'];

/** A code as it stands in an address, with dots for spaces: the readable code has a spelling that needs no escapes. */
export const codeInAddress = (readable: string): string => readable.replaceAll(/[\s/]+/g, '.');
export const spokenCode = (inAddress: string): string => inAddress.replaceAll('.', ' ');

/**
 * A wrong code, another kind of paper, an old version and a notice that is over get one answer: nothing to see here. Of one
 * that was voided while it hangs everybody is told that it is void.
 */
export async function findNotice(ports: Ports, code: string): Promise<Outcome<Project>> {
  const reading = readCode(ports.seal, spokenCode(code));
  if (reading.verdict !== 'GENUINE' || reading.page.kind !== 'F3') return nothingPosted();
  const project = await loadProject(ports, reading.page.projectNo);
  if (project === undefined || !OPEN.includes(project.state)) return nothingPosted();
  if (project.consent.planBallot?.planVersion !== reading.page.version) return nothingPosted();
  const on = await noticeVoidedOn(ports, reading.page);
  return on === undefined ? granted(project) : voidedNotice(on);
}

/** The day on which two persons voided this printing of the notice; what was never issued here cannot be void. */
export async function noticeVoidedOn(
  ports: Pick<Ports, 'views'>,
  { projectNo, version, printing }: Pick<PageName, 'projectNo' | 'version' | 'printing'>,
): Promise<PlainDate | undefined> {
  const issued = await listIssuedPapers(ports, projectNo, 'F3');
  const printed = issued.filter((paper) => paper.version === version && paper.printing === printing);
  return printed.some(({ voidedOn }) => voidedOn === undefined) ? undefined : printed.at(-1)?.voidedOn;
}

/** For whoever holds the poster and wants to act: that it is no use, and who hears them all the same. */
const voidedNotice = (on: PlainDate): Outcome<never> =>
  refused('NOT_NOW', {
    zh: `这份公示已于 ${on} 作废，不再有效，不再凭它查询或接收异议；有意见请向业委会（自治小组）或属地街道提出。`,
    en: `This notice was voided on ${on}: it no longer holds, and nothing is looked up or objected to by it. Turn to the owners’ body or the street office.`,
  });

const nothingPosted = (): Outcome<never> =>
  refused('NOT_FOUND', {
    zh: '没有这份公示，或公示期已结束；请核对编码，或向属地街道查询。',
    en: 'There is no such notice, or its time is over; check the code, or ask the street office.',
  });
