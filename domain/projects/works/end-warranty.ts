// The warranty of a part is over the day after its last day: the owners maintain it from then on (二(三)8, 二(三)9).
import * as z from 'zod';
import { gateShut, granted, refused } from '../../errors.ts';
import { failures } from '../../policy/finding.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { isManaged } from '../../policy/rules/management.ts';
import { defineAct } from '../act.ts';
import { moveTo } from '../project.ts';
import { acceptanceOf } from './acceptance.ts';
import { termsOver, type WarrantyTerm } from './warranty-terms.ts';

export const endWarrantyInput = z.strictObject({});

export const endWarranty = defineAct<
  'end-warranty',
  z.infer<typeof endWarrantyInput>,
  undefined,
  { readonly parts: readonly WarrantyTerm['part'][] }
>({
  name: 'end-warranty',
  title: { zh: '保修期满', en: 'End warranty' },
  step: 9,
  clause: '二(三)8',
  input: endWarrantyInput,
  decide({ project, on, pack }) {
    const terms = acceptanceOf(project).warranties;
    const over = termsOver(terms, on);
    if (over.length === 0) {
      return refused('NOT_NOW', { zh: '没有保修期满的部位。', en: 'No part is past its warranty.' });
    }
    const ended = over.map(({ part, endsOn }) =>
      ruleFinding(pack, 'H-04', {
        verdict: 'PASS',
        code: 'OWNERS',
        says: {
          zh: `保修至 ${endsOn}，已届满，由业主维护`,
          en: `The warranty ended on ${endsOn}: the owners maintain`,
        },
        facts: { part },
        figures: { endsOn, responsible: 'OWNERS' },
      }),
    );
    const last = over.length === terms.filter(({ endedOn }) => endedOn === undefined).length;
    if (last && project.works.management === undefined) {
      const managed = isManaged({ propertyManagedBefore: false }, on, pack);
      if (failures(managed).length > 0) return gateShut(managed);
    }
    return granted({
      outcome: last ? 'ended' : 'part-ended',
      result: { parts: over.map(({ part }) => part) },
      findings: ended,
    });
  },
  apply(project, { outcome, result, on, at }) {
    const acceptance = acceptanceOf(project);
    const warranties = acceptance.warranties.map((term) =>
      result.parts.includes(term.part) ? { ...term, endedOn: on } : term,
    );
    const works = { ...project.works, acceptance: { ...acceptance, warranties } };
    return outcome === 'ended' ? moveTo({ ...project, works }, 'OWNER_MAINTENANCE', at) : { ...project, works };
  },
});
