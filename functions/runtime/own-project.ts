// Finds a project for somebody who asks: it must exist and belong to the asker's area.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { type Actor, belongsTo } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import type { Project } from '../../domain/projects/project.ts';
import { loadProject } from './load-project.ts';

export async function findOwnProject(
  ports: Pick<Ports, 'ledger' | 'views'>,
  projectId: string,
  actor: Actor,
): Promise<Outcome<Project>> {
  const project = await loadProject(ports, projectId);
  if (project === undefined) return noSuchProject();
  return belongsTo(actor, project.neighbourhood) ? granted(project) : notYours();
}

export const noSuchProject = (): Outcome<never> =>
  refused('NOT_FOUND', {
    zh: '没有这个项目编号，请核对后重试。',
    en: 'There is no project of that number; check it and try again.',
  });

export const notYours = (): Outcome<never> =>
  refused('FORBIDDEN_UNIT', {
    zh: '该小区不属于您的辖区，请联系属地街道。',
    en: 'This neighbourhood is not in your area; turn to its own street office.',
  });
