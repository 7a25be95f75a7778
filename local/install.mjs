// Installs what package-lock.json names, where it is not there or in another version; runs on any Node from 20 on, before anything is installed.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** Packages of a lock file by their place; npm keeps one of what it really installed inside node_modules. */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, root), 'utf8')).packages;
  } catch {
    return {};
  }
}

const wanted = packagesOf('package-lock.json');
const there = packagesOf('node_modules/.package-lock.json');
const missing = Object.entries(wanted).some(
  ([place, { version, optional }]) => place !== '' && !optional && there[place]?.version !== version,
);

if (missing) {
  console.log('正在安装依赖（首次约一分钟）… Installing dependencies (about a minute the first time) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: npm.endsWith('.cmd'),
  });
  if (status !== 0) {
    console.error('安装失败，请检查网络后重试。Installation failed; check the network and try again.');
    process.exit(status ?? 1);
  }
}
