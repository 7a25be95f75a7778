// Tells the ledger of a project that a paper of its notice is void: the register of papers is another ledger, and both are
// never written at once. Asked by whoever voids, by the look at the publicity and by the reconciler: told once, it is told.
import { Fault } from '../../domain/errors.ts';
import { SYSTEM } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';
import type { InterruptPublicityInput } from '../../domain/projects/publicity/interrupt-publicity.ts';
import { isNoticeUnderWay, type Printed, voidOfNotice } from '../../domain/projects/publicity/void-of-notice.ts';
import { listIssuedPapers } from './issued-papers.ts';
import { loadProject } from './load-project.ts';

/** A photo of a posting, an objection: somebody may act at the same moment, but hardly eight times. */
const MOST_ATTEMPTS = 8;

/** What has to be told; undefined if nothing is void, if it is on record, or if it was voided after the period was over. */
export async function findVoidOfNotice(
  ports: Ports,
  project: Project,
  printed?: readonly Printed[],
): Promise<InterruptPublicityInput | undefined> {
  if (!isNoticeUnderWay(project)) return undefined;
  const found = voidOfNotice(project, printed ?? (await listIssuedPapers(ports, project.projectId)));
  const { runsFrom, endsOn } = project.publicity;
  if (found === undefined || runsFrom === undefined) return found;
  const [{ packById }, { countPeriod }, { currentCalendar }] = await Promise.all([
    import('../../domain/policy/packs.ts'),
    import('../../domain/projects/publicity/period.ts'),
    import('./current-calendar.ts'),
  ]);
  const pack = packById(project.pack);
  if (pack === undefined) throw new Fault('CORRUPT', `no rule pack ${project.pack}`);
  const { period } = countPeriod(runsFrom, endsOn, await currentCalendar(ports), pack);
  return period.status === 'FIXED' && found.voidedOn > period.endsOn ? undefined : found;
}

/** Whether something was told. `printed`: what the register says, where its read model may not yet say it. */
export async function interruptVoidPublicity(
  ports: Ports,
  projectId: string,
  printed?: readonly Printed[],
): Promise<boolean> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const project = await loadProject(ports, projectId);
    const input = project && (await findVoidOfNotice(ports, project, printed));
    if (input === undefined) return false;
    // Only now: hardly any notice is ever void, and acting knows every act and rule.
    const [{ interruptPublicity }, { humanAct }, { performAct }] = await Promise.all([
      import('../../domain/projects/publicity/interrupt-publicity.ts'),
      import('./human-act.ts'),
      import('./perform-act.ts'),
    ]);
    const told = await performAct(ports, humanAct(interruptPublicity), { projectId, actor: SYSTEM, input });
    if (told.ok) return true;
  }
  throw new Fault('CONTENTION', `others act on ${projectId} all the time`);
}
