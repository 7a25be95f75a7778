// Holds what is entered on the screen against what was signed on paper: where both are there, they must say the same.

import { votesOfSheets } from '../../domain/paper/filing/votes-of-sheets.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import { rollsOf } from '../../domain/roster/roster-ledger.ts';
import type { VoteProblem, VoteRow } from '../../domain/roster/votes.ts';
import { loadRosterHistory } from '../runtime/append-roster-entry.ts';
import { loadProject } from '../runtime/load-project.ts';
import { rowsOfBallot } from './scan/rows-of-ballot.ts';

/** A row for each household whose sheet was confirmed with another opinion, or another answer on its room. */
export async function compareWithSheets(
  ports: Ports,
  neighbourhoodCode: string,
  roll: Roster,
  entered: readonly VoteRow[],
): Promise<readonly VoteProblem[]> {
  const history = await loadRosterHistory(ports, neighbourhoodCode);
  const projectIds = new Set(rollsOf(history, roll.hash).map(({ projectId }) => projectId));
  const problems: VoteProblem[] = [];
  for (const projectId of projectIds) {
    const project = await loadProject(ports, projectId);
    if (project === undefined) continue;
    const { rows } = await rowsOfBallot(ports, project, roll.hash);
    const signed = new Map(votesOfSheets(roll, rows).votes.map((vote) => [vote.unit, vote]));
    for (const { row, unit, vote, publishRoom } of entered) {
      const paper = signed.get(unit);
      if (paper === undefined || paper.vote === 'NOT_RETURNED') continue;
      if (paper.vote !== vote || paper.publishRoom !== (vote === 'AGREE' && publishRoom)) {
        problems.push({ row, unit, code: 'CONTRADICTING', says: contradictsSheet(unit) });
      }
    }
  }
  return problems;
}

const contradictsSheet = (unit: string) => ({
  zh: `${unit} 的录入与已确认的签字表不一致，请看签字表图像核对，更正其中一处`,
  en: `${unit} is entered otherwise than its confirmed sheet says: look at the picture of the sheet and correct one of the two`,
});
