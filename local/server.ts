// `npm start`: the whole system on one port of one machine.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dateInShanghai } from '../domain/calendar/plain-date.ts';
import { readConfig } from '../functions/runtime/config.ts';
import { type Log, writeLogLine } from '../functions/runtime/log.ts';
import { isWebOutdated } from './build-web.ts';
import { seedDistrict } from './seed/seed-district.ts';
import { startServer } from './start-server.ts';

function configured() {
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

/** That a step is done stands in the history of its execution; the console says only what somebody must look at. */
const log: Log = (line) => {
  if (line.level === 'error') writeLogLine(line);
};

const config = configured();
const isNew = !existsSync(join(config.data, 'jiugai.sqlite'));
const started = await startServer({
  folder: config.data,
  clock: config.clock,
  port: config.port,
  host: config.host,
  publicOrigin: config.origin,
  fonts: config.fonts,
  scans: config.scans,
  demo: config.demo ?? (isNew ? true : 'AS_BEFORE'),
  log,
});
if (!started.ok) {
  console.error(`${started.refusal.says.zh}\n${started.refusal.says.en}`);
  process.exit(2);
}

// Now, not at the end: a server may be killed.
flushCompileCache();

const { origin, accounts, invitation, system, close } = started.value;
console.log(`\n旧改 Jiugai 已启动 is running: ${origin}\n`);
if (accounts.length > 0) {
  const [{ password } = { password: '' }] = accounts;
  console.log(`演示账号 Demo accounts（密码 password: ${password}）`);
  for (const id of [
    'street-01',
    'community-01',
    'body-01-1',
    'renovation-office',
    'drb',
    'finance',
    'housing',
    'audit',
    'principal-leader',
    'operator',
  ]) {
    const account = accounts.find((each) => each.id === id);
    if (account) console.log(`  ${id.padEnd(18)} ${account.name}`);
  }
  console.log('  …… 全部账号见登录页 all accounts are on the sign-in page\n');
}
if (invitation)
  console.log(
    `首个管理员账号 operator 的一次性设置链接（三日内有效） One-time link for the first operator:\n  ${invitation}\n`,
  );

if (isWebOutdated()) {
  console.log('界面有更新，正在后台生成（接口已可使用） The pages are being built; the API is up\n');
  // In a process of its own: a build would keep everybody waiting.
  spawn(process.execPath, [fileURLToPath(new URL('./build-web.ts', import.meta.url))], { stdio: 'inherit' });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await close();
    process.exit(0);
  });
}

// The server is up already: the district fills while people look at it. A rehearsal begins empty, at its own time.
if (isNew && accounts.length > 0 && config.clock.kind === 'REAL') {
  const begun = performance.now();
  const today = dateInShanghai(system.ports.clock.now());
  const bar = (done: number, of: number) =>
    `演示小区 Demo neighbourhoods ${'█'.repeat(Math.round((done / of) * 24)).padEnd(24, '░')} ${done}/${of}`;
  const { projects } = await seedDistrict(system.ports, today, (done, of) => {
    if (process.stdout.isTTY) process.stdout.write(`\r${bar(done, of)}`);
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${process.stdout.isTTY ? '\n' : ''}演示区已就绪 The demo district is ready: ${projects} 个小区 neighbourhoods, ${seconds} s`,
  );
}
