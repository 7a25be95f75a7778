// The stream of the table: what changed, in order, through the filters of the workflow stack, in batches.
import type { BatchAnswer, StreamEvent } from '../../../../adapters/aws/projector.ts';
import type { ItemChange } from '../dynamo.ts';
import { REGION } from '../start-aws.ts';
import { TABLE } from './environment.ts';

const BATCH = 100;
/** The stack gives up on a record after as many tries; here a fault that stays is a mistake. */
const MOST_TRIES = 5;

interface Follower {
  readonly entryPoint: string;
  readonly wants: (change: ItemChange) => boolean;
}

/** In step with `infra/stacks/workflow.ts`. */
const FOLLOWERS: readonly Follower[] = [
  {
    entryPoint: 'projectEntries',
    wants: ({ eventName, pk, sk }) =>
      (eventName === 'INSERT' && sk.startsWith('ENTRY#')) || (eventName !== 'REMOVE' && pk.startsWith('WAITS#')),
  },
  {
    entryPoint: 'fileStacks',
    wants: ({ eventName, pk }) => eventName === 'INSERT' && pk === 'VIEW#stacks#open',
  },
];

type Batch = StreamEvent & { readonly Records: readonly ReturnType<typeof recordOf>[] };

export class TableStream {
  readonly #waiting = new Map<string, ReturnType<typeof recordOf>[]>(
    FOLLOWERS.map(({ entryPoint }) => [entryPoint, []]),
  );
  readonly #tries = new Map<string, number>();
  #taken = 0;

  take(change: ItemChange): void {
    this.#taken += 1;
    for (const { entryPoint, wants } of FOLLOWERS) {
      if (wants(change)) this.#waiting.get(entryPoint)?.push(recordOf(change, this.#taken));
    }
  }

  batches(): readonly { readonly entryPoint: string; readonly batch: Batch }[] {
    return [...this.#waiting]
      .filter(([, records]) => records.length > 0)
      .map(([entryPoint, records]) => ({ entryPoint, batch: { Records: records.slice(0, BATCH) } }));
  }

  /** Takes away what was dealt with: everything before the first failure. */
  handedOn(entryPoint: string, { Records }: Batch, answer: unknown): void {
    // Of a function that the mapping asks for partial failures; the others throw.
    const [failed] = (answer as BatchAnswer | undefined)?.batchItemFailures ?? [];
    const place = Records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === failed?.itemIdentifier);
    this.#waiting.get(entryPoint)?.splice(0, place < 0 ? Records.length : place);
    if (failed === undefined) return;
    const tries = (this.#tries.get(failed.itemIdentifier) ?? 0) + 1;
    this.#tries.set(failed.itemIdentifier, tries);
    if (tries >= MOST_TRIES) throw new Error(`${entryPoint} fails at the same record again and again`);
  }
}

/** A record as a stream with KEYS_ONLY hands it over. */
const recordOf = ({ eventName, pk, sk }: ItemChange, place: number) => ({
  eventID: `event-${place}`,
  eventName,
  eventVersion: '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: REGION,
  dynamodb: {
    ApproximateCreationDateTime: 1_772_413_200,
    Keys: { pk: { S: pk }, sk: { S: sk } },
    SequenceNumber: String(100 + place),
    SizeBytes: 64,
    StreamViewType: 'KEYS_ONLY',
  },
  eventSourceARN: `arn:aws:dynamodb:${REGION}:123456789012:table/${TABLE}/stream/2026-03-02T00:00:00.000`,
});
