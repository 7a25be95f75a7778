// The package for the approval platform, over HTTP on real ledgers.
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashOf } from '../../../domain/json.ts';
import { approvalPackageSchema } from '../../../domain/programme/approval-package.ts';
import { neighbourhoodIn } from '../../domain/programme/neighbourhoods.ts';
import { inApprovals } from '../../domain/projects/works/building-site.ts';
import { putInLedger } from '../funding/project-in-ledger.ts';
import { OFFICE, openProgrammeDesk, type ProgrammeDesk, STREET } from './programme-desk.ts';

let desk: ProgrammeDesk;
beforeEach(async () => {
  desk = await openProgrammeDesk();
});
afterEach(() => desk.close());

describe('the package for the approval platform', () => {
  it('has the project under its code, its documents by hash, and the schema that it follows', async () => {
    const project = await putInLedger(desk.ports, inApprovals());
    await desk.perform(project, STREET, 'file-feasibility-study', { study: desk.paper, estimate: '5775000' });
    const path = { id: project.projectId };
    const { status, bytes } = await desk.ask('downloadApprovalPackage', { by: OFFICE, path });
    expect(status).toBe(200);
    const files = unzipSync(bytes);
    const read = (name: string) => JSON.parse(new TextDecoder().decode(files[name]));
    expect(read('package.json')).toMatchObject({
      projectCode: '2020-330302-78-01-123456',
      employer: { name: '五马街道' },
      documents: [{ act: 'file-feasibility-study', field: '/study', sha256: desk.paper, mediaType: 'application/pdf' }],
      ledger: { seq: 2 },
    });
    expect(read('package.schema.json').required).toContain('projectCode');
    const { hash, ...unhashed } = approvalPackageSchema.parse(read('package.json'));
    expect(hash).toBe(hashOf(unhashed));
    expect(approvalPackageSchema.safeParse({ ...unhashed, hash, projectCode: 7 }).success).toBe(false);
    expect(read('signature.json')).toHaveProperty('signature');
  });

  it('waits for the code of the platform', async () => {
    const { projectId } = await putInLedger(desk.ports, neighbourhoodIn('CONFIRMED'));
    expect((await desk.ask('downloadApprovalPackage', { by: OFFICE, path: { id: projectId } })).status).toBe(409);
  });
});
