// Holds what a project has on file, and what somebody is about to hand in, against the checklist of an act.
import { granted, type Outcome } from '../../../domain/errors.ts';
import {
  type CheckedMaterials,
  type ChecklistName,
  checkMaterials,
  MATERIAL_CHECKLISTS,
  type Material,
} from '../../../domain/paper/filing/material-checklist.ts';
import type { Actor } from '../../../domain/parties.ts';
import type { Ports } from '../../../domain/ports.ts';
import { findOwnProject } from '../../runtime/own-project.ts';
import { filedPapers } from './filed-papers.ts';

export interface ChecklistRequest {
  readonly actor: Actor;
  readonly projectId: string;
  readonly name: ChecklistName;
  /** Codes of papers beside those on file, codes of those with the employer's seal, titles of M5 that are asked for. */
  readonly provided: readonly string[];
  readonly sealed: readonly string[];
  readonly others: readonly string[];
}

export interface Checklist extends CheckedMaterials {
  readonly materials: readonly (Material & { readonly onFile: boolean })[];
}

export async function checkList(ports: Ports, request: ChecklistRequest): Promise<Outcome<Checklist>> {
  const { actor, projectId, name, provided, sealed, others } = request;
  const project = await findOwnProject(ports, projectId, actor);
  if (!project.ok) return project;
  const onFile: readonly string[] = (await filedPapers(ports, projectId)).map(({ kind }) => kind);
  const there = [...onFile, ...provided];
  const checked = checkMaterials(name, {
    provided: there,
    sealed,
    others: others.map((title) => ({ title, provided: there.includes(title) })),
  });
  const materials: readonly Material[] = MATERIAL_CHECKLISTS[name].materials;
  return granted({
    ...checked,
    materials: materials.map((material) => ({
      ...material,
      onFile: material.accepted.some((code) => onFile.includes(code)),
    })),
  });
}
