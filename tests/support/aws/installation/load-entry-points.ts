// The entry points of all functions, called as Lambda calls them: with an event and a context.
import { readEntryPoints } from '../../../../infra/entry-points/read-entry-points.ts';

export type Call = (event: unknown) => Promise<unknown>;

/** Beyond what any call takes here: how long a function has on AWS is said by its stack. */
const PATIENCE_MILLISECONDS = 900_000;

export async function loadEntryPoints(): Promise<ReadonlyMap<string, Call>> {
  const entryPoints = new Map<string, Call>();
  for (const { name, file } of readEntryPoints()) {
    const { [name]: handler } = await import(file);
    let calls = 0;
    entryPoints.set(name, (event) => {
      calls += 1;
      const context = { awsRequestId: `${name}-${calls}`, getRemainingTimeInMillis: () => PATIENCE_MILLISECONDS };
      return handler(event, context);
    });
  }
  return entryPoints;
}
