// Lists the stacks that a party handed in, newest first, with how far each is: also those that came from a scanner's folder.
import { granted, type Outcome } from '../../../domain/errors.ts';
import type { Actor } from '../../../domain/parties.ts';
import type { Ports } from '../../../domain/ports.ts';
import { newStack } from './file-stack.ts';
import { findStack, listPages, listPartyStacks, type StackRecord } from './stack-records.ts';

const STACKS_PER_PAGE = 20;

export interface ListedStack extends StackRecord {
  /** Pages that wait for a person, once the stack has been read. */
  readonly attention: number;
  readonly receivedAt: string;
}

export interface ListedStacks {
  readonly stacks: readonly ListedStack[];
  readonly cursor?: string;
}

export async function listStacks(
  ports: Pick<Ports, 'views'>,
  { actor, cursor }: { readonly actor: Actor; readonly cursor?: string | undefined },
): Promise<Outcome<ListedStacks>> {
  const page = { limit: STACKS_PER_PAGE, ...(cursor !== undefined && { cursor }) };
  const { stacks, ...rest } = await listPartyStacks(ports, actor, page);
  const listed = await Promise.all(
    stacks.map(async ({ uploadId, receivedAt }) => {
      const stack = (await findStack(ports, uploadId)) ?? newStack(uploadId);
      const pages = stack.state === 'DONE' ? await listPages(ports, uploadId) : [];
      const attention = pages.filter(({ state }) => state === 'NEEDS_ATTENTION').length;
      return { ...stack, attention, receivedAt };
    }),
  );
  return granted({ stacks: listed, ...rest });
}
