// One neighbourhood from survey to the end of its warranty, six years on the virtual clock, over HTTP: told once, looked
// at from every side.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { SUBJECT_FIELDS } from '../../domain/ledger.ts';
import { RECONCILIATION } from '../../functions/dashboard/reconcile-projects.ts';
import { replayDecisions } from '../../functions/portal/replay-decisions.ts';
import { acts } from '../../local/acts.ts';
import { SIZE } from '../../local/demo/neighbourhood.ts';
import { Progress } from '../../local/demo/progress.ts';
import { FIRST_MORNING, tellStory } from '../../local/demo/tell-story.ts';
import { residentsOf } from '../../local/seed/residents.ts';
import { runServer, type TestServer } from '../support/journey/running-server.ts';
import { rebuiltRows, rowsOfEntries, storedRows, unfoundedRows } from '../support/journey/view-rows.ts';

const DAY = 86_400_000;

let server: TestServer;
let projectId: string;
/** What the last reconciliation said at each line of the story. */
const reconciliations: unknown[] = [];
const answersToStrangers: string[] = [];
const problems: string[] = [];

class Watching extends Progress {
  override chapter(): void {}
  override line(): void {
    const { view, partition, sort } = RECONCILIATION;
    const row = server.system.stored.database
      .prepare('SELECT value FROM view_rows WHERE view_name = ? AND partition_key = ? AND sort_key = ?')
      .get(view, partition, sort);
    if (row) reconciliations.push(JSON.parse(String(row.value)));
  }
}

beforeAll(async () => {
  server = await runServer(FIRST_MORNING);
  const { fetch } = globalThis;
  const heard = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, request) => {
    const answer = await fetch(input, request);
    const signedIn = new Headers(request?.headers).has('authorization');
    if (!signedIn || !answer.ok) {
      const text = await answer.clone().text();
      if (!answer.ok) problems.push(text);
      else if (!String(input).includes('/oidc/')) answersToStrangers.push(text);
    }
    return answer;
  });
  ({ projectId } = await tellStory(server.origin, new Watching(0), server.folder, 'SPREADSHEET'));
  heard.mockRestore();
});
afterAll(() => server.close());

const executions = () => {
  const { engine } = server.system;
  return engine.listStateMachines({ maxResults: 100 }).stateMachines.flatMap(({ stateMachineArn }) => {
    const found: ReturnType<typeof engine.listExecutions>['executions'] = [];
    let nextToken: string | undefined;
    do {
      const page = engine.listExecutions({ stateMachineArn, nextToken });
      found.push(...page.executions);
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return found;
  });
};

const entries = async () => {
  const { ledger } = server.system.ports;
  const kinds = Object.keys(SUBJECT_FIELDS) as (keyof typeof SUBJECT_FIELDS)[];
  const ledgers = await Promise.all(
    kinds.map(async (kind) => (await ledger.list(kind)).map((id) => ledger.read({ kind, id }))),
  );
  return (await Promise.all(ledgers.flat())).flat();
};

it('ends where the owners maintain their neighbourhood themselves', async () => {
  const row = await server.system.ports.views.get('project', projectId, '');
  expect(row?.value.state).toBe('OWNER_MAINTENANCE');
});

it('lets no execution grow older than 300 days, and leaves none behind', () => {
  const all = executions();
  expect(all.filter(({ stopDate }) => stopDate === undefined)).toEqual([]);
  const ages = all.map(({ startDate, stopDate = startDate }) => (stopDate.getTime() - startDate.getTime()) / DAY);
  expect(Math.max(...ages)).toBeLessThan(300);
  expect(Math.max(...ages)).toBeGreaterThan(240);
});

it('renews the wait through five years of warranty, each generation once', async () => {
  const names = executions()
    .filter(({ stateMachineArn, name }) => stateMachineArn.endsWith(':renovation') && name.startsWith(projectId))
    .map(({ name }) => Number(name.split('-').at(-1)))
    .toSorted((a, b) => a - b);
  expect(names).toEqual(Array.from({ length: names.length }, (_, index) => index + 1));
  expect(names.length).toBeGreaterThanOrEqual(8);
  expect(await server.system.ports.workflow.listWaiting()).toEqual([]);
});

it('gives the reconciler nothing to repair and nothing to report, from the first day to the last', () => {
  expect(reconciliations.length).toBeGreaterThan(20);
  for (const reconciliation of reconciliations) expect(reconciliation).toMatchObject({ repairs: [], stuck: [] });
});

it('is decided again today as it was decided then', async () => {
  const replayed = await replayDecisions(server.system.ports, acts, projectId);
  expect(replayed.differences).toEqual([]);
  expect(replayed.decisions).toBeGreaterThan(70);
});

it('has read models that are what the ledger alone makes of them', async () => {
  const rebuilt = await rebuiltRows(server.system.ports);
  expect(rebuilt.length).toBeGreaterThan(5);
  expect(storedRows(server.system.stored.database)).toEqual(rebuilt);
  expect(unfoundedRows(server.system.stored.database)).toEqual([]);
});

it('writes the rows of every entry in one transaction, and of most entries few', async () => {
  const counts = await rowsOfEntries(server.system.ports, projectId);
  // A transaction of DynamoDB takes 100 changes, and each row may bring one of its counter.
  expect(Math.max(...counts.map(({ all }) => all))).toBeLessThanOrEqual(50);
  const changed = counts.reduce((sum, each) => sum + each.changed, 0);
  // 19.4 were written for an entry when there were no rows by year and every row was written again; now 13.5.
  expect(changed / counts.length).toBeLessThan(15);
});

it('names nobody of the roster in logs, executions, errors, ledgers and answers to strangers', async () => {
  const people = residentsOf(SIZE).flatMap(({ owners }) =>
    owners.flatMap(({ name, idNumber = name, phone = name }) => [name, idNumber, phone]),
  );
  const written = {
    logs: server.logged.map((line) => JSON.stringify(line)),
    executions: executions().map(({ name }) => name),
    errors: problems,
    ledgers: (await entries()).map((entry) => JSON.stringify(entry)),
    strangers: answersToStrangers,
  };
  for (const [where, texts] of Object.entries(written)) {
    expect(texts.length, where).toBeGreaterThan(0);
    const text = texts.join('\n');
    expect(
      people.filter((person) => text.includes(person)),
      where,
    ).toEqual([]);
  }
});

it('logs no error on the way', () => {
  expect(server.logged.filter(({ level }) => level === 'error')).toEqual([]);
});
