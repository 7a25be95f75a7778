// Derives again, from the stream of the table, what one machine commits with an entry: rows, messages, signals. And looks
// at every new wait, whether its act is done already.
import type { LedgerRef } from '../../domain/ledger.ts';
import { lastConsequences, NOTHING_FOLLOWS, PROJECTIONS } from '../../domain/ledger-projections.ts';
import type { Ports, ViewWrite } from '../../domain/ports.ts';
import { isActName } from '../../domain/projects/act-names.ts';
import { consequencesOf } from '../../domain/projects/consequences.ts';
import { applyEntry, foldProject } from '../../domain/projects/fold.ts';
import type { Project } from '../../domain/projects/project.ts';
import { outcomeOf } from '../../domain/projects/waits.ts';
import { entryPlaceOf, waitPlaceOf } from './table.ts';

export type ProjectorPorts = Pick<Ports, 'ledger' | 'views' | 'workflow' | 'outbox'>;

/** Computes and writes what follows from one entry; doing it again changes nothing. */
export async function projectEntry(ports: ProjectorPorts, ref: LedgerRef, seq: number): Promise<void> {
  if (ref.kind === 'PROJECT') return projectProject(ports, ref, seq);
  if (PROJECTIONS[ref.kind] === NOTHING_FOLLOWS) return;
  const entries = await ports.ledger.read(ref);
  const { views, messages } = lastConsequences(
    ref,
    entries.filter((entry) => entry.seq <= seq),
  );
  await ports.views.write(views);
  if (messages.length > 0) await ports.outbox.enqueue(messages);
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

/**
 * Ends a wait whose act was done before it opened. Its token was kept before the ledger is read here, so that an act
 * that lands in between finds the wait itself.
 */
async function endIfDone(ports: ProjectorPorts, projectId: string, wait: string): Promise<void> {
  const row = await ports.views.get('project', projectId, '');
  // The snapshot was written by the projection from the fold itself.
  const snapshot = row?.value as unknown as Project | undefined;
  const project = foldProject(
    await ports.ledger.read({ kind: 'PROJECT', id: projectId }, snapshot?.head.seq),
    snapshot,
  );
  if (project === undefined || !isActName(wait)) return;
  const outcome = outcomeOf(wait, project);
  if (outcome === undefined) return;
  await ports.workflow.signal([{ kind: 'RESOLVE', projectId, outcomes: { [wait]: outcome } }]);
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
 * Takes what is new in the table, in order, and stops at the first that fails: the stream hands out that one and all
 * behind it again. `failed` hears what went wrong.
 */
export async function projectBatch(
  ports: ProjectorPorts,
  { Records }: StreamEvent,
  failed: (error: unknown) => void,
): Promise<BatchAnswer> {
  for (const { eventName, dynamodb } of Records) {
    const { pk, sk } = dynamodb.Keys;
    try {
      await projectRecord(ports, eventName, { pk: pk.S, sk: sk.S });
    } catch (error) {
      failed(error);
      return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}

async function projectRecord(
  ports: ProjectorPorts,
  eventName: string,
  key: { readonly pk: string; readonly sk: string },
): Promise<void> {
  const entry = entryPlaceOf(key);
  if (entry && eventName === 'INSERT') return projectEntry(ports, entry.ref, entry.seq);
  const wait = waitPlaceOf(key);
  // A wait that is opened again under a newer token is a modified one.
  if (wait && eventName !== 'REMOVE') return endIfDone(ports, wait.projectId, wait.wait);
}
