// Numbers of the programme around the procedure, dated and cited; none of them stands in the instrument.
import { plainDateOf } from '../calendar/plain-date.ts';
import type { Parameter } from '../policy/parameters/dated.ts';

interface ProgrammeParameters {
  /** Days from the receipt of a petition to its answer; the law counts from its acceptance, which may be later. */
  readonly petitionDays: Parameter<number>;
  readonly petitionExtensionDays: Parameter<number>;
  /** 定期: the interval between two reports of progress is the district's, a target and no gate. */
  readonly progressIntervalDays: Parameter<number>;
}

const OLD_LAW = { from: plainDateOf('2005-05-01'), citation: '信访条例第三十三条', grade: 'UNVERIFIED' } as const;
const LAW = { from: plainDateOf('2022-05-01'), citation: '信访工作条例', grade: 'UNVERIFIED' } as const;

export const programmeParameters: ProgrammeParameters = {
  petitionDays: [
    { value: 60, ...OLD_LAW },
    { value: 60, ...LAW },
  ],
  petitionExtensionDays: [
    { value: 30, ...OLD_LAW },
    { value: 30, ...LAW },
  ],
  progressIntervalDays: [
    { value: 30, from: plainDateOf('2020-07-01'), citation: '三(五)“工程进度定期通报”', grade: 'READING' },
  ],
};
