// Puts a sound backup in the place of a data folder that is not there.
import { cp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { granted, type Outcome, refused } from '../../domain/errors.ts';
import { MANIFEST, type Manifest } from './take-backup.ts';
import { verifyBackup } from './verify-backup.ts';

/** Lies in a folder that was restored and not opened since. */
export const RESTORED = 'restored';

export async function restoreBackup(backup: string, folder: string): Promise<Outcome<Manifest>> {
  if ((await readdir(folder).catch(() => [])).length > 0) {
    return refused('NOT_NOW', {
      zh: `${folder} 中已有数据，不会覆盖。请先停止服务并将其移走，再恢复。`,
      en: `${folder} holds data and is not overwritten: stop the server and move it away first.`,
    });
  }
  const { manifest, problems } = await verifyBackup(backup);
  if (manifest === undefined || problems.length > 0) {
    return refused('GATE_SHUT', {
      zh: `备份不完好，未恢复：${problems.map(({ zh }) => zh).join('；')}`,
      en: `The backup is not sound and was not restored: ${problems.map(({ en }) => en).join('; ')}`,
    });
  }
  // Under another name until it is whole: half a data folder must never be started.
  const arriving = `${folder}.arriving`;
  await rm(arriving, { recursive: true, force: true });
  await cp(backup, arriving, { recursive: true });
  await rm(join(arriving, MANIFEST));
  // What was erased since it was taken is here again: whoever opens the folder erases it before anybody is shown anything.
  await writeFile(join(arriving, RESTORED), manifest.takenAt, { mode: 0o600 });
  await rm(folder, { recursive: true, force: true });
  await rename(arriving, folder);
  return granted(manifest);
}
