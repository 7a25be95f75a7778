// What a second person is asked for: a paper to be void, a workflow to be repaired, a circular to be issued. A number, the title
// of a kind, a day and a link; never a reason, and no words of the paper.
import * as z from 'zod';
import type { Bilingual } from '../../domain/bilingual.ts';
import type { Message } from '../../domain/ports.ts';
import { type Letterhead, linkToCircular, linkToVoiding, tasksOf } from './letterhead.ts';

type Values = Readonly<Record<string, string>> & { readonly dueOn: string };

export interface AskedOfSecondPerson {
  /** Without the day by which. */
  readonly subject: Bilingual;
  /** Line by line. */
  readonly text: { readonly [Language in keyof Bilingual]: readonly string[] };
  readonly values: Values;
}

type Asking = (given: Message['values'], letterhead: Letterhead) => AskedOfSecondPerson | undefined;

interface Said {
  readonly subject: Bilingual;
  readonly proposed: readonly Bilingual[];
  /** Where it is answered. */
  readonly link: string;
}

const asking =
  <Of extends Values>(schema: z.ZodType<Of>, says: (values: Of, letterhead: Letterhead) => Said): Asking =>
  (given, letterhead) => {
    const read = schema.safeParse(given);
    if (!read.success) return undefined;
    const values = read.data;
    const { subject, proposed, link } = says(values, letterhead);
    const lines = [...proposed, { zh: `答复期限：${values.dueOn}`, en: `Due: ${values.dueOn}` }];
    const text = { zh: [...lines.map(({ zh }) => zh), link], en: [...lines.map(({ en }) => en), link] };
    return { subject, values, text };
  };

const dueOn = z.iso.date();
const ofProject = (projectId: string): Bilingual => ({ zh: `项目 ${projectId}`, en: `Project ${projectId}` });

const voiding = asking(
  z.object({ projectId: z.string(), titleZh: z.string(), titleEn: z.string(), version: z.string(), dueOn }),
  ({ projectId, titleZh, titleEn, version }, letterhead) => ({
    subject: {
      zh: `${projectId} 待确认作废：${titleZh}第 ${version} 版`,
      en: `${projectId} to be voided, second person: ${titleEn}, version ${version}`,
    },
    proposed: [
      ofProject(projectId),
      { zh: `有人提出作废：${titleZh}第 ${version} 版`, en: `Proposed to be voided: ${titleEn}, version ${version}` },
      {
        zh: '须由另一名经办人确认或不同意；答复前该文件仍有效',
        en: 'Another person confirms or declines; until then it holds',
      },
    ],
    link: linkToVoiding(letterhead, projectId),
  }),
);

const repair = asking(z.object({ projectId: z.string(), dueOn }), ({ projectId }, letterhead) => ({
  subject: { zh: `${projectId} 待确认修复流程`, en: `${projectId} workflow to be repaired, second person` },
  proposed: [
    ofProject(projectId),
    { zh: '有人提出修复流程（不动台账）', en: 'Proposed: repair its workflow (its ledger is not touched)' },
    { zh: '须由另一名经办人确认或不同意', en: 'Another person confirms or declines' },
  ],
  link: tasksOf(letterhead),
}));

const circular = asking(
  z.object({ year: z.string(), no: z.string(), month: z.string(), dueOn }),
  ({ year, no, month }, letterhead) => ({
    subject: {
      zh: `${month} 进度通报（${year} 年第 ${no} 期）待复核印发`,
      en: `Progress circular of ${month} (no. ${no} of ${year}) to be looked at and issued, second person`,
    },
    proposed: [
      { zh: `${month} 进度通报，${year} 年第 ${no} 期`, en: `Progress circular of ${month}, no. ${no} of ${year}` },
      {
        zh: '有人提请印发；须由另一名经办人复核印发，或写明理由退回',
        en: 'Proposed to be issued; another person issues it, or returns it and says why',
      },
    ],
    link: linkToCircular(letterhead, { year, no }),
  }),
);

const BY_TEMPLATE: ReadonlyMap<string, Asking> = new Map([
  ['voiding-proposed', voiding],
  ['repair-proposed', repair],
  ['circular-proposed', circular],
]);

/** Undefined for a template that asks for no second person. */
export const askedOf = (
  { template, values }: Pick<Message, 'template' | 'values'>,
  letterhead: Letterhead,
): AskedOfSecondPerson | undefined => BY_TEMPLATE.get(template)?.(values, letterhead);
