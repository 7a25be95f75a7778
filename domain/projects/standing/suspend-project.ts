// The street or the Office holds a project up, with a reason; everybody who waits goes on waiting.
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { reasonInput } from '../act-input.ts';
import { suspend } from './suspension.ts';

export const suspendProjectInput = z.strictObject({ reason: reasonInput });

export const suspendProject = defineAct<'suspend-project', z.output<typeof suspendProjectInput>, undefined, Nothing>({
  name: 'suspend-project',
  title: { zh: '中止项目', en: 'Suspend project' },
  step: 1,
  clause: '三(一)',
  input: suspendProjectInput,
  decide: () => granted({ outcome: 'suspended', result: NOTHING, findings: [] }),
  apply: (project, { input, at }) => suspend(project, input.reason, at),
});
