// Finds the public notice behind the code on a poster, as long as it hangs.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { readCode } from '../../domain/paper/filing-code.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';
import type { State } from '../../domain/projects/states.ts';
import { loadProject } from './load-project.ts';

/** While the notice hangs, is being posted again, or objections to it are in mediation. */
const OPEN: readonly State[] = ['PUBLICITY_RUNNING', 'PUBLICITY_INTERRUPTED', 'OBJECTION'];

/** A code as it stands in an address, with dots for spaces: the readable code has a spelling that needs no escapes. */
export const codeInAddress = (readable: string): string => readable.replaceAll(/[\s/]+/g, '.');
export const spokenCode = (inAddress: string): string => inAddress.replaceAll('.', ' ');

/** A wrong code, another kind of paper, an old version and a notice that is over get one answer: nothing to see here. */
export async function findNotice(ports: Ports, code: string): Promise<Outcome<Project>> {
  const reading = readCode(ports.seal, spokenCode(code));
  if (reading.verdict !== 'GENUINE' || reading.page.kind !== 'F3') return nothingPosted();
  const project = await loadProject(ports, reading.page.projectNo);
  if (project === undefined || !OPEN.includes(project.state)) return nothingPosted();
  return project.consent.planBallot?.planVersion === reading.page.version ? granted(project) : nothingPosted();
}

const nothingPosted = (): Outcome<never> =>
  refused('NOT_FOUND', {
    zh: '没有这份公示，或公示期已结束；请核对编码，或向属地街道查询。',
    en: 'There is no such notice, or its time is over; check the code, or ask the street office.',
  });
