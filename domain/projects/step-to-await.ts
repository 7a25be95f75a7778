// Which step's machine a project is waited for in. Apart from the waits themselves, which know every act.
import { type Project, stepOf } from './project.ts';
import type { Step } from './states.ts';
import { openClosingActs } from './works/closing.ts';

/**
 * The step whose machine has to wait now. Step 7 is waited out even when the papers were handed over before its last
 * filing: handing over (二(三)8) needs the acceptance, not the audit of the final accounts.
 */
export function stepToAwait(project: Project): Step {
  const step = stepOf(project);
  return step > 7 && openClosingActs(project).length > 0 ? 7 : step;
}
