// A disk of its own that is as small, as full and as read-only as a drill wants it: memory, mounted where only the drill sees it.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Whether this machine lets somebody without rights mount in a namespace of their own. */
export const canMount = (): boolean =>
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /mnt'], { stdio: 'ignore' }).status === 0;

const BALLAST = 'ballast';
const BLOCK = Buffer.alloc(64 * 1024);

/** To be used by a process that runs in a namespace of its own. */
export class SmallDisk {
  readonly place: string;

  constructor(place: string, megabytes: number) {
    this.place = place;
    mkdirSync(place, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place]);
  }

  /** Not a byte is left. At once: whoever is at work must find no room, not ever less of it. */
  fill(): void {
    const file = openSync(join(this.place, BALLAST), 'a');
    // Smaller and smaller pieces: the last page must be gone as well.
    for (const size of [BLOCK.length, 4096, 1]) {
      try {
        while (writeSync(file, BLOCK, 0, size) > 0);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      }
    }
    closeSync(file);
  }

  free(): void {
    rmSync(join(this.place, BALLAST), { force: true });
  }

  /** The whole disk; refused by the system while anybody holds a file open for writing. */
  setReadOnly(isReadOnly: boolean): void {
    execFileSync('mount', ['-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, this.place]);
  }

  /** A folder of it alone, under a running server that opens its files one by one. */
  setFolderReadOnly(folder: string): () => void {
    execFileSync('mount', ['--bind', folder, folder]);
    execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
    return () => execFileSync('umount', [folder]);
  }
}
