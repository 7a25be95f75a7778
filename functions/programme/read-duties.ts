// The register of duties, and what each project opens of it.
import * as z from 'zod';
import { bilingual, projectIdSchema } from '../../domain/api.ts';
import { granted } from '../../domain/errors.ts';
import { PARTIES, ROLES } from '../../domain/parties.ts';
import { RULES } from '../../domain/policy/rule-catalogue.ts';
import { DUTY_IDS, dutyOf } from '../../domain/programme/duties.ts';
import { openedDuties, partiesFor } from '../../domain/programme/open-duties.ts';
import { titleOfParty } from '../../domain/projects/approvals/joint-review.ts';
import { CONTENTS } from '../../domain/projects/programme/contents.ts';
import { readersOf } from '../../domain/readers-of-page.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';

const listDutiesRoute = route({
  name: 'listDuties',
  summary: { zh: '部门职责清单', en: 'The register of duties of 三(二)' },
  method: 'GET',
  path: '/api/programme/duties',
  access: readersOf('cases'),
  output: z.object({
    duties: z.array(
      z.object({
        duty: z.enum(DUTY_IDS),
        party: z.enum(ROLES),
        partyTitle: bilingual,
        title: bilingual,
        clause: z.string(),
        quote: z.string(),
        trigger: z.object({
          kind: z.string(),
          from: z.string().optional(),
          contents: z.array(bilingual.extend({ code: z.string() })).optional(),
        }),
        evidence: bilingual,
        dischargedBy: z.array(z.string()).readonly().optional(),
      }),
    ),
  }),
  handle: () =>
    Promise.resolve(
      granted({
        duties: DUTY_IDS.map((id) => {
          const { party, title, trigger, evidence, dischargedBy } = dutyOf(id);
          const { clause, quote } = RULES[id];
          return {
            duty: id,
            party,
            partyTitle: PARTIES[party],
            title,
            clause,
            quote,
            trigger:
              trigger.kind === 'CONTENT'
                ? { kind: trigger.kind, contents: trigger.contents.map((code) => ({ code, ...CONTENTS[code] })) }
                : trigger,
            evidence,
            ...(dischargedBy && { dischargedBy }),
          };
        }),
      }),
    ),
});

const dutyOfProject = z.object({
  duty: z.enum(DUTY_IDS),
  party: z.enum(ROLES),
  unit: z.string(),
  title: bilingual,
  since: z.object({ on: z.string(), seq: z.int() }),
  dischargedOn: z.string().optional(),
});

const readProjectDutiesRoute = route({
  name: 'readProjectDuties',
  summary: {
    zh: '项目涉及的部门职责与联审单位',
    en: 'Duties that a project opens, and whom its joint review convenes',
  },
  method: 'GET',
  path: '/api/projects/{id}/duties',
  access: readersOf('cases'),
  input: { params: z.strictObject({ id: projectIdSchema }) },
  output: z.object({
    duties: z.array(dutyOfProject),
    reviewParties: z
      .array(z.object({ party: z.string(), title: bilingual }))
      .describe('Suggested input of convene-joint-review'),
  }),
  async handle({ params, actor }, ports) {
    const project = await findOwnProject(ports, params.id, actor);
    if (!project.ok) return project;
    return granted({
      duties: openedDuties(project.value).map((opened) => ({ ...opened, title: dutyOf(opened.duty).title })),
      reviewParties: partiesFor(project.value).map((party) => ({ party, title: titleOfParty(party) })),
    });
  },
});

export const DUTY_ROUTES: readonly Route[] = [listDutiesRoute, readProjectDutiesRoute];
