// The procedure at work: machines, the functions that they call, and what follows the table.
import { expect, it } from 'vitest';
import { readEntryPoints } from '../../../infra/entry-points/read-entry-points.ts';
import { readMachineDefinitions } from '../../../infra/machine-definitions.ts';
import { resourcesOf, type Synthesised, statementsOf, text } from '../synthesise.ts';

export function describeProcedure(synthesised: Synthesised): void {
  const properties = (type: string) => resourcesOf(synthesised, type).map(({ Properties }) => Properties);

  it('deploys every machine, with nothing left open in its text', () => {
    const machines = properties('AWS::StepFunctions::StateMachine');
    expect(machines.map(({ StateMachineName }) => StateMachineName).toSorted()).toEqual(
      readMachineDefinitions()
        .map(({ name }) => `jiugai-${name}`)
        .toSorted(),
    );
    for (const { DefinitionString, DefinitionSubstitutions } of machines) {
      const open = [...String(DefinitionString).matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] ?? '');
      expect(Object.keys(DefinitionSubstitutions as object).toSorted()).toEqual([...new Set(open)].toSorted());
    }
  });

  it('writes no data of an execution to a log: tokens stand in it', () => {
    for (const { LoggingConfiguration } of properties('AWS::StepFunctions::StateMachine')) {
      expect(LoggingConfiguration).toMatchObject({ IncludeExecutionData: false, Level: 'ALL' });
    }
  });

  it('gives every machine a version of its text and the alias by which it is started', () => {
    const count = readMachineDefinitions().length;
    expect(properties('AWS::StepFunctions::StateMachineAlias')).toHaveLength(count);
    const versions = resourcesOf(synthesised, 'AWS::StepFunctions::StateMachineVersion');
    expect(versions).toHaveLength(count);
    expect(versions.every(({ DeletionPolicy }) => DeletionPolicy === 'Retain')).toBe(true);
  });

  it('lets a machine call what its text names, and nothing else', () => {
    for (const { id, functions } of readMachineDefinitions()) {
      const policy = properties('AWS::IAM::Policy').find(({ PolicyName }) =>
        String(PolicyName).startsWith(`${id}MachineRoleDefaultPolicy`),
      );
      const called = statementsOf(policy)
        .filter(({ Action }) => Action === 'lambda:InvokeFunction')
        .flatMap(({ Resource }) => Resource)
        .map(({ Ref }) => /^(?:Steps|Waits)(\w+?)Live/.exec(Ref)?.[1]);
      expect(called.toSorted()).toEqual([...functions].toSorted());
    }
  });

  it('deploys every entry point, each behind its alias', () => {
    const deployed = properties('AWS::Lambda::Function').map(({ Description }) => Description);
    expect(deployed.toSorted()).toEqual(
      readEntryPoints()
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(properties('AWS::Lambda::Alias')).toHaveLength(deployed.length);
  });

  it('follows the table in order, and of it only entries and waits', () => {
    const follower = properties('AWS::Lambda::EventSourceMapping').find(
      ({ FilterCriteria }) => FilterCriteria !== undefined,
    );
    expect(follower).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      FilterCriteria: {
        Filters: [
          { Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"ENTRY#"}]}}}}' },
          { Pattern: '{"eventName":["INSERT","MODIFY"],"dynamodb":{"Keys":{"pk":{"S":[{"prefix":"WAITS#"}]}}}}' },
        ],
      },
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
    expect(follower).not.toHaveProperty('ParallelizationFactor');
  });

  it('files stacks from the same stream, one at a time, by a function with machine code of its own', () => {
    const line = properties('AWS::Lambda::EventSourceMapping').find((mapping) => text(mapping).includes('VIEW#stacks'));
    expect(line).toMatchObject({
      BatchSize: 1,
      FilterCriteria: {
        Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"pk":{"S":["VIEW#stacks#open"]}}}}' }],
      },
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
    const native = properties('AWS::Lambda::Function').filter(({ Description }) =>
      ['fileStacks', 'paperOutRoutes'].includes(String(Description)),
    );
    expect(native.map(({ Architectures }) => Architectures)).toEqual([['x86_64'], ['x86_64']]);
  });

  it('hears of uploads behind tickets and of what scanners drop', () => {
    const rule = text(properties('AWS::Events::Rule'));
    expect(rule).toContain('{"prefix":"uploads/"},{"prefix":"scans/"}');
  });
}
