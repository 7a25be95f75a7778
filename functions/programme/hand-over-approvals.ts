// GET /api/projects/{id}/approval-package: what goes to the provincial approval platform, with its JSON Schema and our signature.
import * as z from 'zod';
import { projectIdSchema } from '../../domain/api.ts';
import { granted, refused } from '../../domain/errors.ts';
import { canonicalJson } from '../../domain/json.ts';
import type { Ports } from '../../domain/ports.ts';
import {
  type ApprovalPackage,
  approvalPackage,
  approvalPackageSchema,
  type NamedPaper,
  papersToHandOver,
} from '../../domain/programme/approval-package.ts';
import { findOwnProject } from '../runtime/own-project.ts';
import { type Route, route } from '../runtime/route.ts';
import { zipArchive } from '../runtime/zip-archive.ts';

const downloadApprovalPackage = route({
  name: 'downloadApprovalPackage',
  summary: { zh: '下载审批平台移交包', en: 'Download the package for the approval platform' },
  method: 'GET',
  path: '/api/projects/{id}/approval-package',
  access: ['STREET', 'RENOVATION_OFFICE', 'DRB', 'SERVICE_HALL', 'AUDIT'],
  input: { params: z.strictObject({ id: projectIdSchema }) },
  output: 'FILE',
  async handle({ params: { id }, actor }, ports) {
    const project = await findOwnProject(ports, id, actor);
    if (!project.ok) return project;
    const entries = await ports.ledger.read({ kind: 'PROJECT', id });
    const documents = await describe(ports, papersToHandOver(entries));
    const handedOver = approvalPackage(project.value, entries, documents);
    if (handedOver === undefined) {
      return refused(
        'GATE_SHUT',
        { zh: '尚未取得投资在线平台项目代码。', en: 'The project has no code of the approval platform yet.' },
        { clause: '二(四)1' },
      );
    }
    const text = new TextEncoder().encode(canonicalJson(handedOver));
    const files = [
      { path: 'package.json', bytes: text },
      { path: 'package.schema.json', bytes: encode(z.toJSONSchema(approvalPackageSchema)) },
      { path: 'signature.json', bytes: encode(await ports.seal.sign(text)) },
    ];
    return granted({
      bytes: await zipArchive(files, ''),
      mediaType: 'application/zip',
      fileName: `${handedOver.projectCode}.zip`,
    });
  },
});

const encode = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value, null, 2));

/** Papers of the vault are named by no act of the approvals, and would not be described if they were. */
async function describe(
  { papers }: Pick<Ports, 'papers'>,
  named: readonly NamedPaper[],
): Promise<ApprovalPackage['documents']> {
  const described = await Promise.all(
    named.map(async (paper) => {
      const meta = await papers.describe(paper.sha256);
      return meta === undefined || meta.paperClass === 'VAULT'
        ? []
        : [{ ...paper, bytes: meta.bytes, mediaType: meta.mediaType }];
    }),
  );
  return described.flat();
}

export const APPROVAL_PACKAGE_ROUTES: readonly Route[] = [downloadApprovalPackage];
