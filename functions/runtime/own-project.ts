// Finds a project for somebody who asks: it must exist, belong to the asker's area, and concern the asker's department.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { type Actor, belongsTo } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { concerns } from '../../domain/projects/concerned.ts';
import type { Project } from '../../domain/projects/project.ts';
import { loadProject } from './load-project.ts';

export async function findOwnProject(
  ports: Pick<Ports, 'ledger' | 'views'>,
  projectId: string,
  actor: Actor,
): Promise<Outcome<Project>> {
  const project = await loadProject(ports, projectId);
  if (project === undefined) return noSuchProject();
  if (!belongsTo(actor, project.neighbourhood)) return notYours();
  return concerns(actor, project) ? granted(project) : notConcerned();
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

const notConcerned = (): Outcome<never> =>
  refused('FORBIDDEN_UNIT', {
    zh: '该项目目前没有贵单位的事项。改造内容申报、联审邀请或审批到达贵单位后即可查看（三(二)）。',
    en: 'So far nothing in this project is up to your department. It opens once declared contents, a joint review or an approval calls for it (三(二)).',
  });
