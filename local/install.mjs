// Installs what package-lock.json names, when it is not there or is another version; runs on any Node from 20 on, before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const lock = readFileSync(new URL('package-lock.json', root), 'utf8');
const mark = new URL('node_modules/.jiugai-lock', root);

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== lock) {
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
  writeFileSync(mark, lock);
}
