// Definitions that the engine cannot run are refused when they are created, each with the place and the reason.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import { checkDefinition, parseDefinition } from '../../../local/stepfunctions/definition.ts';
import { callback, machine, task } from './workbench.ts';

const end: JsonObject = { Type: 'Pass', End: true };
const lambda = task('f', {});

function problems(text: string): string[] {
  const checked = checkDefinition(text);
  return 'problems' in checked ? checked.problems.map(({ location, message }) => `${location}: ${message}`) : [];
}

describe('a definition', () => {
  it('is taken when everything in it is known', () => {
    const states = {
      A: { ...lambda, End: undefined, Comment: 'asks', TimeoutSeconds: 9, HeartbeatSeconds: 3, Next: 'B' },
      B: callback({
        TimeoutSeconds: '{% 1 + 1 %}',
        Retry: [{ ErrorEquals: ['States.ALL'], JitterStrategy: 'FULL' }],
        End: true,
      }),
    };
    expect(
      problems(machine(JSON.parse(JSON.stringify(states)), { Comment: 'c', TimeoutSeconds: 60, Version: '1.0' })),
    ).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['text that is no JSON', '{', 'is not JSON'],
    ['JSONPath by default', JSON.stringify({ StartAt: 'A', States: { A: end } }), '/QueryLanguage: must be JSONata'],
    [
      'JSONPath in a state',
      machine({ A: { ...end, QueryLanguage: 'JSONPath' } }),
      '/States/A/QueryLanguage: must be JSONata',
    ],
    ['a field of JSONPath', machine({ A: { ...end, ResultPath: '$.a' } }), '/States/A: Unrecognized key: "ResultPath"'],
    ['an unknown field of the machine', machine({ A: end }, { Region: 'x' }), ': Unrecognized key: "Region"'],
    ['an unknown type', machine({ A: { Type: 'Loop', End: true } }), '/States/A/Type: is not a state of a known Type'],
    [
      'an unknown resource',
      machine({ A: { ...lambda, Resource: 'arn:aws:states:::sqs:sendMessage' } }),
      '/States/A/Resource: is not a resource',
    ],
    [
      '.sync of the first version',
      machine({ A: { ...lambda, Resource: 'arn:aws:states:::states:startExecution.sync' } }),
      '/States/A/Resource: is not a resource',
    ],
    ['Credentials', machine({ A: { ...lambda, Credentials: {} } }), '/States/A: Unrecognized key: "Credentials"'],
    [
      'an argument that Lambda does not get here',
      machine({ A: { ...lambda, Arguments: { FunctionName: 'f', InvocationType: 'Event' } } }),
      '/States/A/Arguments/InvocationType: is not supported',
    ],
    [
      'no function name',
      machine({ A: { ...lambda, Arguments: { Payload: {} } } }),
      '/States/A/Arguments: needs FunctionName',
    ],
    [
      'a Distributed Map',
      machine({
        A: {
          Type: 'Map',
          ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, StartAt: 'I', States: { I: end } },
          End: true,
        },
      }),
      '/States/A/ItemProcessor/ProcessorConfig/Mode: must be INLINE',
    ],
    [
      'an item reader',
      machine({ A: { Type: 'Map', ItemReader: {}, ItemProcessor: { StartAt: 'I', States: { I: end } }, End: true } }),
      '/States/A: Unrecognized key: "ItemReader"',
    ],
    ['both Next and End', machine({ A: { ...end, Next: 'A' } }), '/States/A: needs either Next or End'],
    ['neither Next nor End', machine({ A: { Type: 'Pass' } }), '/States/A: needs either Next or End'],
    ['a transition to nowhere', machine({ A: { Type: 'Pass', Next: 'B' } }), '/States/A/Next: leads to "B"'],
    [
      'a transition out of a branch',
      machine({
        P: { Type: 'Parallel', Branches: [{ StartAt: 'X', States: { X: { Type: 'Pass', Next: 'P' } } }], End: true },
      }),
      '/States/P/Branches/0/States/X/Next: leads to "P"',
    ],
    ['a start that is not there', machine({ A: end }, { StartAt: 'B' }), '/StartAt: leads to "B"'],
    ['a state that is never reached', machine({ A: end, B: end }), '/States/B: is not reached'],
    [
      'two states of one name',
      machine({ A: { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: end } }], End: true } }),
      'has the name of another state',
    ],
    [
      'a Wait with two ends',
      machine({ A: { Type: 'Wait', Seconds: 1, Timestamp: 'x', End: true } }),
      '/States/A: needs either Seconds or Timestamp',
    ],
    [
      'a Wait until no instant',
      machine({ A: { Type: 'Wait', Timestamp: '2026-02-30T00:00:00Z', End: true } }),
      '/States/A/Timestamp: is no instant',
    ],
    [
      'a heartbeat longer than the timeout',
      machine({ A: { ...lambda, TimeoutSeconds: 5, HeartbeatSeconds: 5 } }),
      '/States/A/HeartbeatSeconds: must be smaller',
    ],
    [
      'States.ALL among others',
      machine({ A: { ...lambda, Retry: [{ ErrorEquals: ['X', 'States.ALL'] }] } }),
      '/States/A/Retry/0/ErrorEquals: States.ALL must stand alone and last',
    ],
    [
      'States.ALL before others',
      machine({ A: { ...lambda, Retry: [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['X'] }] } }),
      'States.ALL must stand alone and last',
    ],
    [
      'an unknown error of Step Functions',
      machine({ A: { ...lambda, Retry: [{ ErrorEquals: ['States.Timeuot'] }] } }),
      '"States.Timeuot" is no error',
    ],
    [
      'an expression that is none',
      machine({ A: { ...end, Output: '{% $states.input. %}' } }),
      '/States/A/Output: is not a JSONata expression',
    ],
    ['$eval', machine({ A: { ...end, Output: "{% $eval('1') %}" } }), '/States/A/Output: uses $eval'],
    [
      'a slip in $states',
      machine({ A: { ...end, Output: '{% $states.inputt %}' } }),
      '/States/A/Output: uses $states.inputt',
    ],
    [
      'a result before there is one',
      machine({ A: { ...lambda, Arguments: { FunctionName: '{% $states.result %}' } } }),
      '/States/A/Arguments/FunctionName: uses $states.result',
    ],
    [
      'an error output where there was no error',
      machine({ A: { ...end, Output: '{% $states.errorOutput %}' } }),
      'uses $states.errorOutput',
    ],
    [
      'a variable that nothing assigns',
      machine({ A: { ...end, Output: '{% $ghost %}' } }),
      '/States/A/Output: uses $ghost, which nothing assigns',
    ],
    ['an unknown function', machine({ A: { ...end, Output: '{% $fetch(1) %}' } }), 'uses $fetch'],
    ['a variable named states', machine({ A: { ...end, Assign: { states: 1 } } }), '/States/A/Assign'],
    [
      'an assignment to an outer variable',
      machine({
        A: {
          Type: 'Map',
          Assign: { v: 1 },
          ItemProcessor: { StartAt: 'I', States: { I: { ...end, Assign: { v: 2 } } } },
          End: true,
        },
      }),
      'assigns $v, which belongs to an outer scope',
    ],
    [
      'a variable of an inner scope',
      machine({
        A: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'I', States: { I: { ...end, Assign: { v: 2 } } } },
          Output: '{% $v %}',
          End: true,
        },
      }),
      '/States/A/Output: uses $v',
    ],
  ])('with %s is refused', (_what, text, problem) => {
    expect(problems(text).join('\n')).toContain(problem);
  });

  it('may bind its own variables inside an expression', () => {
    const Output = '{% ($a := 1; $f := function($x) { $x + $a }; $map([1], function($v, $i) { $f($v) + $i })) %}';
    expect(problems(machine({ A: { ...end, Output } }))).toEqual([]);
  });

  it('is refused by the service with all its problems at once', () => {
    expect(() => parseDefinition(machine({ A: { Type: 'Pass', Next: 'B' }, C: end }))).toThrow(
      expect.objectContaining({
        name: 'InvalidDefinition',
        message: expect.stringMatching(/leads to "B".*is not reached/),
      }),
    );
  });
});
