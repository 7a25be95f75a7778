// Who may see and settle a page: the party that scanned it, and the parties of the neighbourhood it belongs to.
import { granted, type Outcome, refused } from '../../../domain/errors.ts';
import type { StackPageRecord } from '../../../domain/paper/filing/filed-page.ts';
import { type Actor, belongsTo, type Role } from '../../../domain/parties.ts';
import type { Ports } from '../../../domain/ports.ts';
import { loadProject } from '../../runtime/load-project.ts';
import { findPage } from '../../runtime/scanned-page.ts';
import { findUpload } from '../upload-record.ts';

/** Sheets bear names and signatures: only those who collect them, and audit, look at what others scanned. */
const OF_THE_NEIGHBOURHOOD: readonly Role[] = ['STREET', 'COMMUNITY', 'BODY'];

export interface PageRequest {
  readonly actor: Actor;
  readonly pageId: string;
}

export async function findOwnPage(
  ports: Pick<Ports, 'ledger' | 'views'>,
  { actor, pageId }: PageRequest,
): Promise<Outcome<StackPageRecord>> {
  const page = await findPage(ports, pageId);
  if (page === undefined || !(await mayHandle(ports, actor, page))) return noSuchPage();
  return granted(page);
}

/** For reading only: audit sees what everybody sees. */
export async function findVisiblePage(
  ports: Pick<Ports, 'ledger' | 'views'>,
  request: PageRequest,
): Promise<Outcome<StackPageRecord>> {
  if (request.actor.role !== 'AUDIT') return findOwnPage(ports, request);
  const page = await findPage(ports, request.pageId);
  return page === undefined ? noSuchPage() : granted(page);
}

async function mayHandle(
  ports: Pick<Ports, 'ledger' | 'views'>,
  actor: Actor,
  page: StackPageRecord,
): Promise<boolean> {
  const upload = await findUpload(ports, page.uploadId);
  if (upload?.uploader.role === actor.role && upload.uploader.unit === actor.unit) return true;
  if (page.name === null || !OF_THE_NEIGHBOURHOOD.includes(actor.role)) return false;
  const project = await loadProject(ports, page.name.projectNo);
  return project !== undefined && belongsTo(actor, project.neighbourhood);
}

/** One answer for both: whether there are pages of others is nobody's business. */
export const noSuchPage = () =>
  refused('NOT_FOUND', {
    zh: '没有这一页，或不是您单位的',
    en: 'There is no such page, or it is not one of your party',
  });
