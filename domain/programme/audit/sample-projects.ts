// Draws the projects that an auditor looks at closely: by a seed that stands in the working paper, so that anybody draws the same.
import { sha256Hex } from '../../json.ts';
import type { Project } from '../../projects/project.ts';

export interface SampleRequest {
  readonly seed: string;
  readonly size: number;
}

/** In the order in which they were drawn; a larger size draws the same ones first. */
export function sampleProjects(projects: readonly Project[], { seed, size }: SampleRequest): readonly Project[] {
  return projects
    .map((project) => ({ project, lot: sha256Hex(`${seed}\n${project.projectId}`) }))
    .toSorted((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, size)
    .map(({ project }) => project);
}
