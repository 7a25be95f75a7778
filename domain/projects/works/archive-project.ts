// The urban construction archives take over whatever papers the project actually made (按实际形成的文件归档, 二(四)7).
import * as z from 'zod';
import { granted, refused } from '../../errors.ts';
import { DOCUMENT_CODES } from '../../paper/catalogue.ts';
import { ruleFinding } from '../../policy/rule-finding.ts';
import { doneInTime } from '../../policy/rules/deadlines.ts';
import { defineAct, NOTHING, type Nothing } from '../act.ts';
import { paperInput } from '../act-input.ts';
import { acceptanceOf } from './acceptance.ts';

export const archiveProjectInput = z.strictObject({
  /** 建设工程档案移交清单 */
  list: paperInput,
  /** Kinds of papers handed over; a kind that never came to be is no defect. */
  kinds: z.array(z.enum(DOCUMENT_CODES)).min(1).max(DOCUMENT_CODES.length),
});

export const archiveProject = defineAct<'archive-project', z.infer<typeof archiveProjectInput>, undefined, Nothing>({
  name: 'archive-project',
  title: { zh: '城建档案归档', en: 'Archive project' },
  step: 7,
  clause: '二(四)7',
  input: archiveProjectInput,
  decide({ project, input, on, pack, calendar }) {
    if (project.works.archive) {
      return refused('NOT_NOW', { zh: '本项目已经归档。', en: 'The project is archived already.' });
    }
    const asCreated = ruleFinding(pack, 'AP-11', {
      verdict: 'PASS',
      code: 'ARCHIVED_AS_CREATED',
      says: { zh: '按实际形成的文件归档', en: 'Archived as actually created' },
      facts: { kinds: input.kinds },
    });
    const collated = ruleFinding(pack, 'AC-03', {
      verdict: 'PASS',
      code: 'ARCHIVED',
      says: { zh: '竣工资料已整理归档', en: 'The papers are collated and archived' },
    });
    const limit = { limit: 'archive', acceptedOn: acceptanceOf(project).acceptedOn, doneOn: on, calendar } as const;
    const findings = [asCreated, collated, ...doneInTime(limit, on, pack)];
    return granted({ outcome: 'archived', result: NOTHING, findings });
  },
  apply: (project, { on }) => ({ ...project, works: { ...project.works, archive: { archivedOn: on } } }),
  outcome: ({ works }) => (works.archive ? 'archived' : undefined),
});
