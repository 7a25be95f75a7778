// Derives again, from the stream of the table, what one machine commits with an entry: rows, messages, signals.
import { budgetLedger, foldBudget, projectBudget } from '../../domain/budget/budget.ts';
import { projectGrants } from '../../domain/directory/grants.ts';
import type { Entry, LedgerRef } from '../../domain/ledger.ts';
import type { Ports, ViewWrite } from '../../domain/ports.ts';
import { consequencesOf } from '../../domain/projects/consequences.ts';
import { applyEntry } from '../../domain/projects/fold.ts';
import type { Project } from '../../domain/projects/project.ts';
import { entryPlaceOf } from './table.ts';

export type ProjectorPorts = Pick<Ports, 'ledger' | 'views' | 'workflow' | 'outbox'>;

/** Computes and writes what follows from one entry; doing it again changes nothing. */
export async function projectEntry(ports: ProjectorPorts, ref: LedgerRef, seq: number): Promise<void> {
  switch (ref.kind) {
    case 'PROJECT':
      return projectProject(ports, ref, seq);
    case 'BUDGET': {
      const entries = await entriesUpTo(ports, budgetLedger(ref.id), seq);
      return ports.views.write([projectBudget(foldBudget(ref.id, entries))]);
    }
    case 'GRANTS':
      return ports.views.write(projectGrants(ref, await entriesUpTo(ports, ref, seq)));
    case 'CALENDAR':
    case 'PROGRAMME':
    case 'ROSTER':
      // Asked of their ledgers directly.
      return;
  }
  // A new kind of ledger must say here what follows from its entries.
  ref.kind satisfies never;
}

/**
 * Goes on from the snapshot, also over entries before this one that were given up on. The snapshot is written last, so
 * that it stands for everything: what it contains needs nothing more, what it lacks is done again from the beginning.
 */
async function projectProject(ports: ProjectorPorts, ref: LedgerRef, seq: number): Promise<void> {
  const row = await ports.views.get('project', ref.id, '');
  // The snapshot was written by the projection from the fold itself.
  let before = row?.value as unknown as Project | undefined;
  for (const entry of await ports.ledger.read(ref, before?.head.seq)) {
    if (entry.seq > seq) return;
    const after = applyEntry(before, entry);
    const { views, messages, signals } = consequencesOf(before, after);
    await ports.views.write(views.filter((write) => !isSnapshot(write)));
    await ports.outbox.enqueue(messages);
    await ports.workflow.signal(signals);
    await ports.views.write(views.filter(isSnapshot));
    before = after;
  }
}

const isSnapshot = ({ view }: ViewWrite): boolean => view === 'project';

async function entriesUpTo({ ledger }: ProjectorPorts, ref: LedgerRef, seq: number): Promise<readonly Entry[]> {
  return (await ledger.read(ref)).filter((entry) => entry.seq <= seq);
}

/** The part of a DynamoDB stream event that is looked at. */
export interface StreamEvent {
  readonly Records: readonly {
    readonly eventName: string;
    readonly dynamodb: {
      readonly SequenceNumber: string;
      readonly Keys: { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };
    };
  }[];
}

export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * Projects the entries of a batch in order and stops at the first that fails: the stream hands out that one and all
 * behind it again. `failed` hears what went wrong.
 */
export async function projectBatch(
  ports: ProjectorPorts,
  { Records }: StreamEvent,
  failed: (error: unknown) => void,
): Promise<BatchAnswer> {
  for (const { eventName, dynamodb } of Records) {
    const { pk, sk } = dynamodb.Keys;
    const place = eventName === 'INSERT' ? entryPlaceOf({ pk: pk.S, sk: sk.S }) : undefined;
    if (place === undefined) continue;
    try {
      await projectEntry(ports, place.ref, place.seq);
    } catch (error) {
      failed(error);
      return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}
