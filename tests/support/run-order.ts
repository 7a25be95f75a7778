// In which order files of tests are begun on a machine that has never run them, where nothing is known but their size.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By itself as long as a third of all others: whoever begins it last waits for it alone. */
const LONGEST = 'tests/web/browser/every-page.test.ts';

/** Chromium takes two cores where it can: beside it run tests that wait for disks and children as often as they compute. */
const TURNS = ['entry points', 'code', 'browser'];

const turnOf = ({ moduleId, project }: TestSpecification): number =>
  moduleId.endsWith(LONGEST) ? -1 : TURNS.indexOf(project.name);

export class RunOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => turnOf(a) - turnOf(b));
  }
}
