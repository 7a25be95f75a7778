// A street's desk for tests of filing: projects that exist, stacks that are uploaded and filed.

import type { StackPageRecord } from '../../../domain/paper/filing/filed-page.ts';
import type { Actor, Neighbourhood } from '../../../domain/parties.ts';
import type { Ports } from '../../../domain/ports.ts';
import { newProject, type Project } from '../../../domain/projects/project.ts';
import { receiveUpload } from '../../../functions/intake/receive-upload.ts';
import { requestUpload } from '../../../functions/intake/request-upload.ts';
import { fileStack } from '../../../functions/intake/scan/file-stack.ts';
import { listPages, type StackRecord } from '../../../functions/intake/scan/stack-records.ts';

export const OUYUAN: Neighbourhood = {
  name: '瓯园小区',
  code: '330302005001-01',
  community: '330302005001',
  street: '330302005',
};
export const STREET: Actor = { role: 'STREET', id: 'street-clerk', unit: OUYUAN.street };
export const SECOND_CLERK: Actor = { ...STREET, id: 'second-clerk' };
export const PROJECT = '330302-2026-0017';

/** Stores a project as its snapshot, without the acts that led there. */
export async function putProject(
  ports: Ports,
  projectId: string,
  neighbourhood: Neighbourhood,
  more: Partial<Project> = {},
) {
  const identity = {
    projectId,
    neighbourhood,
    pack: 'lucheng-2020-21',
    openedAt: ports.clock.now(),
    head: { seq: 1, hash: '0' },
  };
  const value = JSON.parse(JSON.stringify({ ...newProject(identity), ...more }));
  await ports.views.write([
    { view: 'project', partition: projectId, sort: '', value, watermark: { ledger: `PROJECT/${projectId}`, seq: 1 } },
  ]);
}

export async function uploadStack(ports: Ports, actor: Actor, bytes: Uint8Array): Promise<string> {
  const { uploadId } = await requestUpload(ports, { actor });
  const received = await receiveUpload(ports, { uploadId, bytes });
  if (!received.ok) throw new Error(received.refusal.says.en);
  return uploadId;
}

export interface FiledStack {
  readonly uploadId: string;
  readonly stack: StackRecord;
  readonly pages: readonly StackPageRecord[];
}

export async function fileNow(ports: Ports, bytes: Uint8Array, actor: Actor = STREET): Promise<FiledStack> {
  const uploadId = await uploadStack(ports, actor, bytes);
  const stack = await fileStack(ports, uploadId);
  return { uploadId, stack, pages: await listPages(ports, uploadId) };
}
