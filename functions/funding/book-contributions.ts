// The street books what the bank has credited to the dedicated account.
import { granted } from '../../domain/errors.ts';
import { bookContributions as act } from '../../domain/projects/funding/book-contributions.ts';
import { humanAct } from '../runtime/human-act.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';
import { bookedReceipts } from './booked-receipts.ts';

export const bookContributions = humanAct(act, async (ports, { project, input: { rows } }) => {
  const decisions = rows.flatMap(({ ownersDecision }, index) =>
    ownersDecision === undefined ? [] : [[`/rows/${index}/ownersDecision`, ownersDecision] as const],
  );
  const papers = await papersOnFile(ports, decisions);
  return papers.ok ? granted({ receipts: await bookedReceipts(ports, project) }) : papers;
});
