// The street says what the works touch: each point opens the duties that 三(二) gives to a party.
import * as z from 'zod';
import type { PlainDate } from '../../calendar/plain-date.ts';
import { granted } from '../../errors.ts';
import { PARTIES } from '../../parties.ts';
import type { Finding } from '../../policy/finding.ts';
import type { RulePack } from '../../policy/packs.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { type DutyId, dutyOf } from '../../programme/duties.ts';
import { openedDuties } from '../../programme/open-duties.ts';
import { defineAct } from '../act.ts';
import { fieldsRefused } from '../act-input.ts';
import type { Project } from '../project.ts';
import { UTILITY_KINDS } from '../works/transfer-utility.ts';
import { CONTENT_CODES } from './contents.ts';

export const declareContentsInput = z.strictObject({
  contents: z
    .array(z.enum(CONTENT_CODES))
    .max(CONTENT_CODES.length)
    .transform((contents) => [...new Set(contents)]),
  /** Each unit whose lines are touched, by the name of its account: `鹿城供电`. */
  utilities: z
    .array(z.strictObject({ kind: z.enum(UTILITY_KINDS), unit: z.string().trim().min(1).max(40) }))
    .max(20)
    .default([]),
});

type DeclareContents = z.output<typeof declareContentsInput>;

export const declareContents = defineAct<
  'declare-contents',
  DeclareContents,
  undefined,
  { readonly duties: readonly DutyId[] }
>({
  name: 'declare-contents',
  title: { zh: '申报改造涉及事项', en: 'Declare contents' },
  step: 2,
  clause: '三(二)',
  input: declareContentsInput,
  decide({ project, input, on, pack }) {
    const lines = input.contents.includes('UTILITY_LINES');
    if (lines !== input.utilities.length > 0) {
      return fieldsRefused([
        {
          path: '/utilities',
          says: lines
            ? { zh: '请列明涉及的专业单位', en: 'Name the units whose lines are touched' }
            : { zh: '未勾选线路改造，不列专业单位', en: 'No lines are touched: name no units' },
        },
      ]);
    }
    const declared = withContents(project, input, on, project.head.seq + 1);
    const duties = [...new Set(openedDuties(declared).map(({ duty }) => duty))].filter(
      (duty) => dutyOf(duty).trigger.kind === 'CONTENT',
    );
    return granted({
      outcome: 'declared',
      result: { duties },
      findings: duties.map((duty) => dutyIsOpened(duty, pack)),
    });
  },
  apply: (project, { input, on, seq }) => withContents(project, input, on, seq),
});

function withContents(project: Project, { contents, utilities }: DeclareContents, on: PlainDate, seq: number): Project {
  const before = project.programme.contents?.contents;
  const declared = Object.fromEntries(contents.map((content) => [content, before?.[content] ?? { on, seq }]));
  return { ...project, programme: { ...project.programme, contents: { contents: declared, utilities } } };
}

function dutyIsOpened(duty: DutyId, pack: RulePack): Finding {
  const { party, title } = dutyOf(duty);
  return ruleFinding(pack, duty, {
    verdict: 'PASS',
    code: 'DUTY_OPENED',
    says: { zh: `${PARTIES[party].zh}：${title.zh}`, en: `${PARTIES[party].en}: ${title.en}` },
    facts: { party },
  });
}
