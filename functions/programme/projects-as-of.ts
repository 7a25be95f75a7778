// Projects as their ledgers stood at the end of an earlier day: nothing is kept for it, the ledger knows.
import { setImmediate as letOthersWork } from 'node:timers/promises';
import { dateInShanghai, type PlainDate } from '../../domain/calendar/plain-date.ts';
import type { Ports } from '../../domain/ports.ts';
import { foldProject } from '../../domain/projects/fold.ts';
import type { Project } from '../../domain/projects/project.ts';

/** Ledgers read at one moment. */
const AT_ONCE = 20;

/** Those that were opened by then. Ledgers are read of those projects only that have changed since. */
export async function projectsAsOf(
  { ledger }: Pick<Ports, 'ledger'>,
  projects: readonly Project[],
  day: PlainDate,
): Promise<readonly Project[]> {
  const asOf = async (project: Project): Promise<Project | undefined> => {
    if (lastChangeOf(project) <= day) return project;
    const entries = await ledger.read({ kind: 'PROJECT', id: project.projectId });
    return foldProject(entries.filter(({ at }) => dateInShanghai(at) <= day));
  };
  const before: Project[] = [];
  for (let first = 0; first < projects.length; first += AT_ONCE) {
    const read = await Promise.all(projects.slice(first, first + AT_ONCE).map(asOf));
    before.push(...read.filter((project) => project !== undefined));
    // On one machine nobody else is served while ledgers are folded.
    await letOthersWork();
  }
  return before;
}

const lastChangeOf = ({ programme }: Project): string =>
  Object.values(programme.trail).reduce((last, marks) => {
    const on = marks.at(-1)?.on ?? '';
    return on > last ? on : last;
  }, '');
