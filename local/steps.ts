// The functions that the machines call, by the names in their placeholders.
import type { Ports } from '../domain/ports.ts';
import { ACT_NAMES } from '../domain/projects/act-names.ts';
import { closePublicity } from '../functions/publicity/close-publicity.ts';
import { awaitAct } from '../functions/runtime/await-act.ts';
import { findStep } from '../functions/runtime/find-step.ts';
import type { Log } from '../functions/runtime/log.ts';
import { startNextGeneration } from '../functions/runtime/start-next-generation.ts';
import type { Step } from '../functions/runtime/step.ts';
import { endWarranty } from '../functions/works/end-warranty.ts';

/** tally-plan-ballot → TallyPlanBallot */
const pascalCase = (name: string): string => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ...ACT_NAMES.map((act) => [pascalCase(act), awaitAct(act)] as const),
  ['FindStep', findStep],
  ['StartNextGeneration', startNextGeneration],
  // Acts of the system: the machine does not wait for somebody, it does them.
  ['ClosePublicity', closePublicity],
  ['EndWarranty', endWarranty],
]);

/** Calls a step as Lambda would; `log` hears what the steps say. */
export function invokeOver(ports: Ports, log: Log): (functionName: string, payload: unknown) => Promise<unknown> {
  const handlers = new Map([...STEPS].map(([name, step]) => [name, step.over(ports, log)]));
  return async (functionName, payload) => {
    const handler = handlers.get(functionName);
    if (handler === undefined) {
      throw Object.assign(new Error(`Function not found: ${functionName}`), {
        name: 'Lambda.ResourceNotFoundException',
      });
    }
    return handler(payload, {});
  };
}
