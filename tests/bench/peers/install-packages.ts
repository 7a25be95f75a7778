// Installs the packages of a peer from the npm registry into a folder of the bench, once: they are no part of the project.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PEERS = fileURLToPath(new URL('../../../out/peers/', import.meta.url));
const INSTALL_MILLISECONDS = 120_000;

/** `packages` with their exact versions; `scripts` are copied beside them, so that their imports are found. */
export function installPackages(name: string, packages: readonly string[], scripts: readonly URL[]): string {
  const folder = join(PEERS, name);
  const marker = join(folder, 'installed.json');
  const wanted = JSON.stringify(packages);
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    execFileSync('npm', ['install', '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', ...packages], {
      cwd: folder,
      stdio: 'ignore',
      timeout: INSTALL_MILLISECONDS,
    });
    writeFileSync(marker, wanted);
  }
  for (const script of scripts) {
    const path = fileURLToPath(script);
    copyFileSync(path, join(folder, basename(path)));
  }
  return folder;
}
