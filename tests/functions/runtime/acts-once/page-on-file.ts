// A scanned page of the neighbourhood on stage, filed.
import sharp from 'sharp';
import type { Ports } from '../../../../domain/ports.ts';
import { writeOfPage } from '../../../../functions/runtime/scanned-page.ts';
import { PROJECT_ID } from '../../../domain/projects/consent/neighbourhood-on-stage.ts';

/** Its id. */
export async function putPage({ papers, views, clock }: Ports): Promise<string> {
  const blank = { create: { width: 20, height: 10, channels: 3, background: '#fff' } } as const;
  const kept = { mediaType: 'image/jpeg', paperClass: 'VAULT', storedAt: clock.now() } as const;
  const { sha256 } = await papers.put(await sharp(blank).jpeg().toBuffer(), kept);
  await views.write([
    writeOfPage({
      ...{ pageId: 'u-1.0001', uploadId: 'u-1', number: 1, revision: 1, state: 'FILED', checked: true },
      name: { projectNo: PROJECT_ID, kind: 'F2', version: 1, page: 2 },
      ...{ findings: [], code: null, digest: null, pixels: { width: 20, height: 10 }, size: null, dpi: null },
      ...{ photographedAt: null, picture: sha256, resolved: null },
    }),
  ]);
  return 'u-1.0001';
}
