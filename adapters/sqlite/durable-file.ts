// Writes a file that is either there whole or not there at all, whatever happens while it is written.
import { existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** `temporary` is a free path in the same folder; what a kill leaves there is of no meaning. */
export async function writeFileDurably(path: string, content: Uint8Array | string, temporary: string): Promise<void> {
  const folder = resolve(dirname(path));
  const created = await makeFolder(folder);
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(folder);
  if (created === undefined) return;
  for (let made = folder; made.length >= created.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** The first folder that was made, if any was. */
async function makeFolder(folder: string): Promise<string | undefined> {
  try {
    return await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    // Of a disk that can only be read Node says that the folder is not there; made by itself it says why it cannot be.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      let missing = folder;
      while (!existsSync(dirname(missing))) missing = dirname(missing);
      await mkdir(missing, { mode: 0o700 });
    }
    throw error;
  }
}

/** Makes names in a folder outlive a power cut: on Linux a rename is durable only after an fsync of its folder. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows has no handle for a folder, and no need of one.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
