// What is open on site, with residents and with the departments.
import { openDefects } from '../projects/programme/defects.ts';
import { openPetitions } from '../projects/programme/petitions.ts';
import { progressDue } from '../projects/programme/publish-progress.ts';
import { countEach, countOf, entryInto, type FigureDefinition, firstEntry, lastOf, problemsRaised } from './figure.ts';
import { isOpenProject } from './milestones.ts';
import { owedDuties } from './open-duties.ts';

export const SUPERVISION_FIGURES = {
  problemsOpen: {
    zh: '现场问题待解决',
    en: 'Problems open on site',
    clause: '二(三)6',
    of: (projects) =>
      countEach(projects, (project) => problemsRaised(project, ({ resolvedOn }) => resolvedOn === undefined)),
  },
  progressLate: {
    zh: '工程进度逾期未通报',
    en: 'Progress reports overdue',
    clause: '三(五)',
    of: (projects, on) =>
      countOf(
        projects.filter((project) => (progressDue(project) ?? on) < on),
        (project) => [...lastOf('publish-progress')(project), ...entryInto('UNDER_CONSTRUCTION')(project)].slice(0, 1),
      ),
  },
  petitionsOpen: {
    zh: '信访待答复',
    en: 'Petitions to answer',
    clause: '三(二)',
    of: (projects) => countEach(projects, ({ programme }) => openPetitions(programme.petitions).map(firstEntry)),
  },
  petitionsOverdue: {
    zh: '信访逾期未答复',
    en: 'Petitions overdue',
    clause: '三(二)',
    of: (projects, on) =>
      countEach(projects, ({ programme }) =>
        openPetitions(programme.petitions)
          .filter(({ dueOn }) => dueOn < on)
          .map(firstEntry),
      ),
  },
  defectsOpen: {
    zh: '报修待修复',
    en: 'Defects open',
    clause: '二(三)8',
    of: (projects) => countEach(projects, ({ programme }) => openDefects(programme.defects)),
  },
  dutiesOwed: {
    zh: '部门职责待履行',
    en: 'Duties owed',
    clause: '三(二)',
    of: (projects) =>
      countEach(projects.filter(isOpenProject), (project) => owedDuties(project).map(({ since }) => since)),
  },
} as const satisfies Record<string, FigureDefinition>;
