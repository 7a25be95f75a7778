// Says what a page is a page of, by its code, and whether it may be filed there at all.

import type { PageFindingCode } from '../../../domain/paper/filing/page-findings.ts';
import { type PageName, readCode } from '../../../domain/paper/filing-code.ts';
import { standingOf } from '../../../domain/paper/issue-register.ts';
import { type Actor, belongsTo } from '../../../domain/parties.ts';
import type { Ports } from '../../../domain/ports.ts';
import type { Project } from '../../../domain/projects/project.ts';
import { listIssuedPapers } from '../../runtime/issued-papers.ts';
import { loadProject } from '../../runtime/load-project.ts';

export interface Identity {
  readonly name: PageName | null;
  readonly project?: Project;
  readonly findings: readonly PageFindingCode[];
}

/** Papers of the district belong to no project; only its own parties file them. */
const DISTRICT_SERIAL = /-0000$/;

export async function identifyPage(
  ports: Pick<Ports, 'ledger' | 'views' | 'seal'>,
  filer: Actor,
  text: string | undefined,
): Promise<Identity> {
  if (text === undefined) return { name: null, findings: ['NO_CODE'] };
  const reading = readCode(ports.seal, text);
  if (reading.verdict !== 'GENUINE') return { name: null, findings: ['CODE_NOT_GENUINE'] };
  const name = reading.page;
  if (DISTRICT_SERIAL.test(name.projectNo)) {
    const ofStreet = filer.role === 'STREET' || filer.role === 'COMMUNITY' || filer.role === 'BODY';
    return { name, findings: ofStreet ? ['WRONG_STREET'] : [] };
  }
  const project = await loadProject(ports, name.projectNo);
  if (project === undefined) return { name, findings: ['UNKNOWN_PROJECT'] };
  if (!belongsTo(filer, project.neighbourhood)) return { name, project, findings: ['WRONG_STREET'] };
  if (isOfOldPlan(name, project)) return { name, project, findings: ['OLD_VERSION'] };
  return { name, project, findings: await standingFindings(ports, name) };
}

/** A paper that was voided, or that a later version replaced, says so when it is scanned. Forms that were never issued say nothing. */
async function standingFindings(ports: Pick<Ports, 'views'>, name: PageName): Promise<readonly PageFindingCode[]> {
  const standing = standingOf(name, await listIssuedPapers(ports, name.projectNo, name.kind));
  if (standing.status !== 'VOID') return [];
  return [standing.paper.voidedOn === undefined ? 'OLD_VERSION' : 'VOID_PAPER'];
}

/** Forms of the ballot bear the version of the plan that is voted on (二(三)3): signatures for another plan do not count. */
const FORMS_OF_BALLOT: readonly PageName['kind'][] = ['F2', 'F2D', 'F2P', 'F2S'];

function isOfOldPlan({ kind, version }: PageName, { consent }: Project): boolean {
  const inForce = consent.planBallot?.planVersion ?? consent.plan?.version;
  return FORMS_OF_BALLOT.includes(kind) && inForce !== undefined && version !== inForce;
}
