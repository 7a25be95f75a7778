// Whose turn it is to be reserved a subsidy: first come those whose own money was first complete (三(四) “率先达到100%”, I-04).
import { granted, type Outcome, refused } from '../errors.ts';
import { rankProjects } from '../projects/funding/priority-queue.ts';
import type { Project } from '../projects/project.ts';
import type { Programme } from './programme-ledger.ts';
import { competesIn } from './rounds.ts';

/** A refusal names at most so many of those ahead. */
const MOST_NAMED = 3;

export interface YearsOfRound {
  readonly programme: Programme;
  /** The year before: what was carried over stands there. */
  readonly before: Programme;
}

/** `queue`: every project that has its own money together and no subsidy yet. */
export function decideTurn(
  project: Project,
  queue: readonly Project[],
  { programme, before }: YearsOfRound,
): Outcome<undefined> {
  // Whoever holds a reservation keeps its place when the amount or the year changes.
  if (project.funding.reservation !== undefined) return granted(undefined);
  const { year } = programme;
  if (!competesIn(year, project, programme, before)) {
    return refused(
      'GATE_SHUT',
      {
        zh: `该项目不在 ${year} 年度申报范围内，须先增补或结转。`,
        en: `The project has no place in the round of ${year}: it has to be added or carried over by decision first.`,
      },
      { clause: '三(四)' },
    );
  }
  const ranked = rankProjects(queue.filter((other) => competesIn(year, other, programme, before)));
  const place = ranked.findIndex(({ projectId }) => projectId === project.projectId);
  const ahead = ranked.slice(0, Math.max(place, 0)).map(({ projectId }) => projectId);
  if (ahead.length === 0) return granted(undefined);
  const named = ahead.slice(0, MOST_NAMED);
  return refused(
    'GATE_SHUT',
    {
      zh: `自筹资金更早到位的还有 ${ahead.length} 个项目未预留：${named.join('、')}。请按到位先后办理，或先将其结转。`,
      en: `${ahead.length} projects whose own money was complete earlier have no subsidy yet: ${named.join(', ')}. Reserve in that order, or carry them over first.`,
    },
    { clause: '三(四)' },
  );
}
