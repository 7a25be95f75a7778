// The employer sets up the platform on site where problems are raised, discussed and resolved (二(三)6).
import * as z from 'zod';
import { granted } from '../../errors.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { dayInput, notAhead } from '../act-input.ts';
import { hasReached } from '../states.ts';

export const establishSitePlatformInput = z.strictObject({
  establishedOn: dayInput,
  /** Where in the neighbourhood. */
  place: z.string().trim().min(2).max(60),
});

export const establishSitePlatform = defineAct<
  'establish-site-platform',
  z.infer<typeof establishSitePlatformInput>,
  undefined,
  Nothing
>({
  name: 'establish-site-platform',
  title: { zh: '建立现场沟通协调平台', en: 'Establish site platform' },
  step: 6,
  clause: '二(三)6',
  input: establishSitePlatformInput,
  decide({ input, on, pack }) {
    const past = notAhead(on, [['/establishedOn', input.establishedOn]]);
    if (!past.ok) return past;
    const there = ruleFinding(pack, 'SU-02', {
      verdict: 'PASS',
      code: 'SITE_PLATFORM_THERE',
      says: { zh: '已建立现场沟通协调平台', en: 'The platform on site is there' },
      facts: { establishedOn: input.establishedOn, place: input.place },
    });
    return granted({ outcome: 'established', result: NOTHING, findings: [there] });
  },
  apply: (project, { input: { establishedOn } }) => ({
    ...project,
    works: { ...project.works, sitePlatform: { establishedOn } },
  }),
  // Recommended only: works that were completed without it are not waited for.
  outcome: ({ works, state }) => (works.sitePlatform || hasReached(state, 'COMPLETED') ? 'established' : undefined),
});
