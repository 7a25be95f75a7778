// `npm run backup -- FOLDER`: copies the data folder while the server is at work, and checks the copy.
import { join } from 'node:path';
import { instantOf } from '../domain/calendar/plain-date.ts';
import { readConfig } from '../functions/runtime/config.ts';
import { takeBackup } from './backup/take-backup.ts';
import { verifyBackup } from './backup/verify-backup.ts';

const [target] = process.argv.slice(2);
if (target === undefined) {
  console.error('用法 Usage: npm run backup -- FOLDER');
  process.exit(2);
}
const now = instantOf(Date.now());
const to = join(target, `jiugai-${now.slice(0, 19).replaceAll(/\D/g, '')}`);
const taken = await takeBackup(readConfig(process.env).data, to, now);
if (!taken.ok) {
  console.error(`${taken.refusal.says.zh}\n${taken.refusal.says.en}`);
  process.exit(1);
}
const { problems } = await verifyBackup(to);
for (const { zh, en } of problems) console.error(`${zh} / ${en}`);
if (problems.length > 0) process.exit(1);
const { entries, papers } = taken.value;
console.log(`备份完好 Sound: ${to}，台账 ${entries} 条 entries，文件 ${papers} 份 papers`);
console.log('备份含密钥和个人信息，请加密存放。It holds keys and personal data: keep it encrypted.');
