// Confirms one posting place with a photo; the last one starts the count. A photo that was filed by the code of the poster
// proves what hangs there.
import { granted, type Outcome } from '../../domain/errors.ts';
import type { Ports } from '../../domain/ports.ts';
import { fieldsRefused } from '../../domain/projects/act-input.ts';
import { confirmPosting as act, type PosterPhoto } from '../../domain/projects/publicity/confirm-posting.ts';
import { humanAct } from '../runtime/human-act.ts';
import { papersOnFile } from '../runtime/papers-on-file.ts';
import { findPage } from '../runtime/scanned-page.ts';

export const confirmPosting = humanAct(act, async (ports, { project, input }) => {
  const onFile = await papersOnFile(ports, [['/photo', input.photo]]);
  if (!onFile.ok) return onFile;
  if (input.photoPage === undefined) return granted(undefined);
  return findPosterPhoto(ports, project.projectId, { photo: input.photo, photoPage: input.photoPage });
});

const PUBLICITY_KINDS = ['F3', 'F4', 'P2'] as const;

/** A filed photo of a poster stays filed: what is read here is read again years later. */
async function findPosterPhoto(
  ports: Ports,
  projectId: string,
  { photo, photoPage }: { readonly photo: string; readonly photoPage: string },
): Promise<Outcome<PosterPhoto>> {
  const page = await findPage(ports, photoPage);
  const name = page?.name ?? undefined;
  const kind = PUBLICITY_KINDS.find((poster) => poster === name?.kind);
  if (page?.state !== 'FILED' || page.digest !== photo || name?.projectNo !== projectId || kind === undefined) {
    const says = {
      zh: '这一页不是本项目公示件的照片；请拍清公示件右上角的二维码，原图上传并归档',
      en: 'The page is no photo of a notice of this project: photograph the code of the poster, upload the original and file it',
    };
    return fieldsRefused([{ path: '/photoPage', says }]);
  }
  const { version, printing, page: number, serial } = name;
  return granted({
    poster: {
      ...{ kind, version, ...(printing !== undefined && { printing }) },
      ...{ page: number, ...(serial !== undefined && { serial }) },
    },
    photographedAt: page.photographedAt,
  });
}
