// What Step Functions hands to the steps, and the stream of the table to the projector.
import { beforeEach, expect, it } from 'vitest';
import { machines, placeholdersOf } from '../../../architecture/machines.ts';
import type { Stage } from './stage.ts';
import { STREET } from './stage.ts';

/** Steps that do something by themselves. */
const NO_WAITS = ['ClosePublicity', 'EndWarranty', 'FindStep', 'StartNextGeneration'];
const entryPointOf = (placeholder: string) => placeholder.charAt(0).toLowerCase() + placeholder.slice(1);

export function describeMachine(stageOf: () => Stage): void {
  let stage: Stage;
  beforeEach(() => {
    stage = stageOf();
  });

  it('start the machine of a project and keep the token of its first wait', async () => {
    expect(await stage.waiting(await stage.openProject())).toEqual(['record-survey']);
  });

  it('go on when the act is done: its wait ends, the next one opens, the rows follow', async () => {
    const id = await stage.openProject();
    expect((await stage.act(id, 'record-survey', 1, await stage.survey())).statusCode).toBe(200);
    await stage.lambda.stream();
    expect(await stage.waiting(id)).toEqual(['start-consultation']);
    const list = await stage.http('portalRoutes', { method: 'GET', route: '/api/projects', person: STREET });
    expect(list.body.projects).toContainEqual(expect.objectContaining({ projectId: id, state: 'SURVEYED' }));
  });

  it('find a function of its name for every placeholder, and open every wait', async () => {
    const id = await stage.openProject();
    const placeholders = machines.flatMap(({ text }) => placeholdersOf(text)).filter((name) => /[a-z]$/.test(name));
    const called = placeholders.filter((name) => name !== 'Partition' && !name.endsWith('Machine'));
    const waits = called.filter((name) => !NO_WAITS.includes(name));
    expect(waits.length).toBeGreaterThan(40);
    expect(called.filter((name) => !stage.lambda.entryPoints.has(entryPointOf(name)))).toEqual([]);
    for (const name of waits) {
      const payload = { projectId: id, execution: `${id}-9-9`, taskToken: `token of ${name}` };
      expect(await stage.lambda.call(entryPointOf(name), payload)).toEqual({});
    }
    expect(await stage.waiting(id)).toHaveLength(waits.length + 1);
    // Those of later steps are sent back: the project is not there.
    await stage.lambda.stream();
    expect(await stage.waiting(id)).toContain('tally-willingness');
    expect(await stage.waiting(id)).not.toContain('hand-over');
  });

  it('end a wait at once whose act was done before it opened', async () => {
    const id = await stage.openProject();
    await stage.act(id, 'record-survey', 1, await stage.survey());
    await stage.lambda.stream();
    await stage.lambda.call('recordSurvey', { projectId: id, execution: `${id}-1-9`, taskToken: 'late token' });
    expect(await stage.waiting(id)).toContain('record-survey');
    await stage.lambda.stream();
    expect(await stage.waiting(id)).toEqual(['start-consultation']);
  });

  it('refuse a payload that is not theirs under a name that the machines know', async () => {
    const payload = { projectId: 'x', execution: 'y' };
    await expect(stage.lambda.call('tallyPlanBallot', payload)).rejects.toMatchObject({ name: 'INTERNAL' });
  });

  it('say of a project that nobody knows that stored data are inconsistent', async () => {
    const payload = { projectId: '330302-2026-9999', startedAt: '2026-03-02T01:00:00.000Z' };
    await expect(stage.lambda.call('findStep', payload)).rejects.toMatchObject({ name: 'CORRUPT' });
  });
}
