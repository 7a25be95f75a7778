// `npm start`: the whole system on one port of one machine.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../functions/runtime/config.ts';
import { isWebOutdated } from './build-web.ts';
import { startServer } from './start-server.ts';

function configured() {
  try {
    return readConfig(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

const config = configured();
const isNew = !existsSync(join(config.data, 'jiugai.sqlite'));
const started = await startServer({
  folder: config.data,
  clock: config.clock,
  port: config.port,
  demo: config.demo ?? (isNew ? true : 'AS_BEFORE'),
});
if (!started.ok) {
  console.error(`${started.refusal.says.zh}\n${started.refusal.says.en}`);
  process.exit(2);
}

const { origin, accounts, invitation, close } = started.value;
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
