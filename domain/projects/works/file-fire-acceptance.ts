// The employer files the fire acceptance with exactly five documents; complete means accepted (即可办理, 二(四)6).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { failures } from '../../policy/finding.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { doneInTime } from '../../policy/rules/deadlines.ts';
import { filingIsComplete } from '../../policy/rules/filings.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { paperInput, reasonInput } from '../act-input.ts';
import { acceptanceOf } from './acceptance.ts';

/** 盖建设单位公章 */
const sealedInput = z.strictObject({ paper: paperInput, sealed: z.boolean() });

export const fileFireAcceptanceInput = z.discriminatedUnion('applies', [
  z.strictObject({
    applies: z.literal(true),
    documents: z
      .strictObject({ K1: paperInput, K2: paperInput, K3: paperInput, K4: sealedInput, K5: sealedInput })
      .partial(),
  }),
  /** Attested that these works need no fire filing, and by what. */
  z.strictObject({ applies: z.literal(false), citation: reasonInput }),
]);

export const fileFireAcceptance = defineAct<
  'file-fire-acceptance',
  z.infer<typeof fileFireAcceptanceInput>,
  undefined,
  Nothing
>({
  name: 'file-fire-acceptance',
  title: { zh: '竣工验收消防备案', en: 'File fire acceptance' },
  step: 7,
  clause: '二(四)6',
  input: fileFireAcceptanceInput,
  decide({ project, input, on, pack, calendar }) {
    if (project.works.fireFiling) {
      return refused('NOT_NOW', { zh: '消防备案已经办结。', en: 'The fire filing is settled already.' });
    }
    if (!input.applies) {
      const says = { zh: '本项目不需要消防备案', en: 'These works need no fire filing' };
      const facts = { citation: input.citation };
      const attested = ruleFinding(pack, 'AP-09', { verdict: 'PASS', code: 'FIRE_FILING_NOT_APPLICABLE', says, facts });
      return granted({ outcome: 'not-applicable', result: NOTHING, findings: [attested] });
    }
    const provided = Object.entries(input.documents).map(([code, document]) => ({
      code,
      sealed: typeof document === 'object' ? document.sealed : undefined,
    }));
    const complete = filingIsComplete({ filing: 'FIRE', provided }, on, pack);
    if (failures(complete).length > 0) {
      return granted({ outcome: 'returned', result: NOTHING, findings: complete });
    }
    const limit = { limit: 'fireFiling', acceptedOn: acceptanceOf(project).acceptedOn, doneOn: on, calendar } as const;
    return granted({ outcome: 'accepted', result: NOTHING, findings: [...complete, ...doneInTime(limit, on, pack)] });
  },
  apply(project, { outcome, on }) {
    if (outcome === 'returned') return project;
    const fireFiling = { status: outcome === 'accepted' ? 'FILED' : 'NOT_APPLICABLE', on } as const;
    return { ...project, works: { ...project.works, fireFiling } };
  },
  // Returned papers keep whoever waits here waiting: they are handed in again.
  outcome({ works: { fireFiling } }) {
    if (fireFiling === undefined) return undefined;
    return fireFiling.status === 'FILED' ? 'accepted' : 'not-applicable';
  },
});
