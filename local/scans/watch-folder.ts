// Takes in what an office scanner drops into a folder: waits until a file has stopped growing, hands it to intake, and puts
// it aside under done/ or refused/.
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refusal } from '../../domain/errors.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { receiveUpload } from '../../functions/intake/receive-upload.ts';
import { requestUpload } from '../../functions/intake/request-upload.ts';
import { requestFiling } from '../../functions/intake/scan/request-filing.ts';

const DONE = 'done';
const REFUSED = 'refused';
/** Written by scanners and browsers while a file is under way. */
const UNDER_WAY = /^[.~]|\.(?:tmp|part|crdownload|filepart)$/i;

export interface ScanFolder {
  readonly folder: string;
  /** In whose name the files are handed in: the party that the scanner belongs to. */
  readonly owner: Actor;
  /** Called when stacks wait to be filed. */
  readonly onStacks: () => void;
}

export interface FolderWatch {
  /** Looks once; a file is taken at the second look at which it is as it was. */
  look(): Promise<void>;
}

interface Seen {
  readonly size: number;
  readonly changed: number;
}

/**
 * A file stays where it is until intake has it: after a kill it is found again, and the same bytes are known by their
 * hash. Its name, which may be a person's, is kept nowhere but in the folder.
 */
export function watchFolder(ports: Ports, { folder, owner, onStacks }: ScanFolder): FolderWatch {
  let before = new Map<string, Seen>();

  async function look(): Promise<void> {
    await mkdir(join(folder, DONE), { recursive: true });
    await mkdir(join(folder, REFUSED), { recursive: true });
    const now = new Map<string, Seen>();
    let taken = 0;
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isFile() || UNDER_WAY.test(entry.name)) continue;
      const found = await stat(join(folder, entry.name)).catch(() => undefined);
      if (found === undefined) continue;
      const seen = { size: found.size, changed: found.mtimeMs };
      const last = before.get(entry.name);
      if (last?.size === seen.size && last.changed === seen.changed) taken += await takeIn(entry.name);
      else now.set(entry.name, seen);
    }
    before = now;
    if (taken > 0) onStacks();
  }

  async function takeIn(name: string): Promise<1 | 0> {
    const bytes = await readFile(join(folder, name));
    const { uploadId } = await requestUpload(ports, { actor: owner, name });
    const received = await receiveUpload(ports, { uploadId, bytes, name });
    const waiting = received.ok ? await requestFiling(ports, { actor: owner, uploadId }) : received;
    await putAside(name, uploadId, waiting.ok ? undefined : waiting.refusal);
    return waiting.ok ? 1 : 0;
  }

  /** Under a name that is free: scanners begin again at scan0001 every day. */
  async function putAside(name: string, uploadId: string, refusal: Refusal | undefined): Promise<void> {
    const aside = join(folder, refusal === undefined ? DONE : REFUSED, `${uploadId}-${name}`);
    if (refusal !== undefined) {
      const { code, says } = refusal;
      await writeFile(`${aside}.txt`, `${code}\n${says.zh}\n${says.en}\n`);
    }
    await rename(join(folder, name), aside);
  }

  return { look };
}
