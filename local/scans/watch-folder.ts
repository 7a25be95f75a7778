// Takes in what an office scanner drops into a folder: waits until a file has stopped growing, hands it to intake, and puts
// it aside under done/ or refused/. Folders inside that are named by the code of a street, a community or a body are theirs.
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refusal } from '../../domain/errors.ts';
import type { Actor } from '../../domain/parties.ts';
import type { Ports } from '../../domain/ports.ts';
import { scannerOf, takeScan } from '../../functions/intake/scan/take-scan.ts';

const DONE = 'done';
const REFUSED = 'refused';
/** Written by scanners and browsers while a file is under way. */
const UNDER_WAY = /^[.~]|\.(?:tmp|part|crdownload|filepart)$/i;

export interface FolderWatch {
  /** Looks once; a file is taken at the second look at which it is as it was. */
  look(): Promise<void>;
}

interface Seen {
  readonly size: number;
  readonly changed: number;
  /** Place on the disk and last change of any kind: it is the same file, put here once. */
  readonly drop: string;
}

/**
 * A file stays where it is until intake has it: after a kill it is found again, and known as the same drop. Its name,
 * which may be a person's, is kept nowhere but in the folder.
 */
export function watchFolder(ports: Ports, root: string): FolderWatch {
  let before = new Map<string, Seen>();

  async function look(): Promise<void> {
    await mkdir(root, { recursive: true });
    const now = new Map<string, Seen>();
    for (const { folder, owner } of await listFolders(root)) {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        if (!entry.isFile() || UNDER_WAY.test(entry.name)) continue;
        const path = join(folder, entry.name);
        const found = await stat(path).catch(() => undefined);
        if (found === undefined) continue;
        const seen = { size: found.size, changed: found.mtimeMs, drop: `${path} ${found.ino} ${found.ctimeMs}` };
        const last = before.get(path);
        if (last?.size === seen.size && last.changed === seen.changed)
          await takeIn(folder, entry.name, owner, seen.drop);
        else now.set(path, seen);
      }
    }
    before = now;
  }

  async function takeIn(folder: string, name: string, owner: Actor, drop: string): Promise<void> {
    const bytes = await readFile(join(folder, name));
    const { uploadId, waiting } = await takeScan(ports, { owner, bytes, name, drop });
    await putAside(folder, name, uploadId, waiting.ok ? undefined : waiting.refusal);
  }

  return { look };
}

interface ScanFolder {
  readonly folder: string;
  /** In whose name the files are handed in. */
  readonly owner: Actor;
}

async function listFolders(root: string): Promise<readonly ScanFolder[]> {
  const inside = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return ['', ...inside.map(({ name }) => name)].flatMap((name) => {
    const owner = scannerOf(name);
    return owner === undefined ? [] : [{ folder: join(root, name), owner }];
  });
}

/** Under a name that is free: scanners begin again at scan0001 every day. */
async function putAside(folder: string, name: string, uploadId: string, refusal: Refusal | undefined): Promise<void> {
  const place = join(folder, refusal === undefined ? DONE : REFUSED);
  await mkdir(place, { recursive: true });
  const aside = join(place, `${uploadId}-${name}`);
  if (refusal !== undefined) {
    const { code, says } = refusal;
    await writeFile(`${aside}.txt`, `${code}\n${says.zh}\n${says.en}\n`);
  }
  await rename(join(folder, name), aside);
}
