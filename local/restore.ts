// `npm run restore -- BACKUP`: puts a backup in the place of the data folder, which must be empty or absent.
import { readConfig } from '../functions/runtime/config.ts';
import { restoreBackup } from './backup/restore-backup.ts';

const [backup] = process.argv.slice(2);
if (backup === undefined) {
  console.error('用法 Usage: npm run restore -- BACKUP');
  process.exit(2);
}
const folder = readConfig(process.env).data;
const restored = await restoreBackup(backup, folder);
if (!restored.ok) {
  console.error(`${restored.refusal.says.zh}\n${restored.refusal.says.en}`);
  process.exit(1);
}
const { takenAt, entries, papers } = restored.value;
console.log(`已恢复到 Restored into ${folder}: ${takenAt}，台账 ${entries} 条 entries，文件 ${papers} 份 papers`);
