// The street takes back a receipt that was booked by mistake or that the bank returned; not the person who booked it.
import { granted } from '../../domain/errors.ts';
import type { Entry } from '../../domain/ledger.ts';
import { bookContributions } from '../../domain/projects/funding/book-contributions.ts';
import { reverseContribution as act } from '../../domain/projects/funding/reverse-contribution.ts';
import { humanAct } from '../runtime/human-act.ts';
import { anotherPerson } from '../runtime/two-persons.ts';
import { bookedReceipts } from './booked-receipts.ts';

export const reverseContribution = humanAct(act, async (ports, { project, input, actor }) => {
  const { projectId, head } = project;
  const entries = (await ports.ledger.read({ kind: 'PROJECT', id: projectId })).filter(({ seq }) => seq <= head.seq);
  const permitted = anotherPerson(entries.findLast(books(input.receipt)), actor);
  return permitted.ok ? granted({ receipts: await bookedReceipts(ports, project) }) : permitted;
});

const books =
  (receipt: string) =>
  ({ act: name, payload }: Entry): boolean =>
    name === bookContributions.name &&
    (bookContributions.input.safeParse(payload.input).data?.rows.some((row) => row.receipt === receipt) ?? false);
