// Finds an issued paper by its hash, for somebody who may read it.
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { documentKind } from '../../domain/paper/catalogue.ts';
import { districtNo } from '../../domain/paper/district-number.ts';
import type { IssuedPaper } from '../../domain/paper/issue-register.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { listIssuedPapers } from '../runtime/issued-papers.ts';
import { findOwnProject } from '../runtime/own-project.ts';

/** Rooms and signatures are for those who hand the papers out, and for the auditor. */
export const mayReadPaper = ({ role }: Actor, { kind }: IssuedPaper): boolean =>
  documentKind(kind).personalData === 'none' || ['STREET', 'COMMUNITY', 'BODY', 'AUDIT'].includes(role);

export async function findPaper(
  ports: Ports,
  actor: Actor,
  { id, sha256 }: { readonly id: string; readonly sha256: string },
): Promise<Outcome<IssuedPaper>> {
  const project = await findOwnProject(ports, id, actor);
  if (!project.ok) return project;
  const paper = (await listIssuedPapers(ports, id)).find((issued) => issued.sha256 === sha256);
  return paper !== undefined && mayReadPaper(actor, paper) ? granted(paper) : noSuchPaper();
}

/** Circulars and minutes are for everybody who works on cases. */
export async function findDistrictPaper(
  ports: Ports,
  { year, sha256 }: { readonly year: string; readonly sha256: string },
): Promise<Outcome<IssuedPaper>> {
  const paper = (await listIssuedPapers(ports, districtNo(year))).find((issued) => issued.sha256 === sha256);
  return paper === undefined ? noSuchPaper() : granted(paper);
}

export const noSuchPaper = () => refused('NOT_FOUND', { zh: '没有签发过这份文件。', en: 'No such paper was issued.' });
