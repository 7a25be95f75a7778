// What the disk and SQLite complain of, under the names of our own closed list, with a sentence for whoever waits.
import type { Bilingual } from '../../domain/bilingual.ts';
import { Fault } from '../../domain/errors.ts';

const FULL: Bilingual = {
  zh: '服务器磁盘已满，本次未保存任何内容，此前的记录完好。请系统管理员清理磁盘后重试。',
  en: 'The disk of the server is full: nothing was stored now, and nothing stored before is harmed. Try again when the operator has made room.',
};
const READ_ONLY: Bilingual = {
  zh: '服务器数据目录不可写，本次未保存任何内容，此前的记录完好。请系统管理员恢复写入权限后重试。',
  en: 'The data folder cannot be written: nothing was stored now, and nothing stored before is harmed. Try again when the operator has made it writable.',
};
const FAILING: Bilingual = {
  zh: '服务器磁盘读写出错，本次未保存任何内容。请系统管理员检查磁盘后重试。',
  en: 'The disk of the server fails: nothing was stored now. Try again when the operator has looked at it.',
};
const STOPPING: Bilingual = {
  zh: '服务器正在停止，本次未保存任何内容，此前的记录完好。请稍后重试。',
  en: 'The server is stopping: nothing was stored now, and nothing stored before is harmed. Try again in a moment.',
};
const DAMAGED: Bilingual = {
  zh: '服务器数据文件已损坏，为免出错已拒绝读取。请系统管理员停机并用最近的备份恢复（npm run restore）。',
  en: 'The data file of the server is damaged and was not trusted. The operator should stop the server and restore the last backup (npm run restore).',
};

/** Primary result codes of SQLite (https://sqlite.org/rescode.html): the low byte of an extended one. */
const SQLITE: Readonly<Record<number, readonly ['UNAVAILABLE' | 'CORRUPT', Bilingual]>> = {
  8: ['UNAVAILABLE', READ_ONLY],
  10: ['UNAVAILABLE', FAILING],
  11: ['CORRUPT', DAMAGED],
  13: ['UNAVAILABLE', FULL],
  14: ['UNAVAILABLE', READ_ONLY],
  26: ['CORRUPT', DAMAGED],
};
const FILES: Readonly<Record<string, Bilingual>> = {
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EROFS: READ_ONLY,
  EACCES: READ_ONLY,
  EPERM: READ_ONLY,
  ENOTDIR: READ_ONLY,
  EIO: FAILING,
};

/** The fault that an error of SQLite or of the file system stands for; anything else as it came. */
export function storageFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Fault || !('code' in error)) return error;
  if (error.code === 'ERR_SQLITE_ERROR' && 'errcode' in error) {
    const known = SQLITE[Number(error.errcode) & 0xff];
    return known ? new Fault(known[0], 'the database refused', { cause: error, says: known[1] }) : error;
  }
  // What Node says of a statement whose file was closed while somebody was still at work.
  if (error.code === 'ERR_INVALID_STATE') {
    return new Fault('UNAVAILABLE', 'the database is closed', { cause: error, says: STOPPING });
  }
  const says = FILES[String(error.code)];
  return says ? new Fault('UNAVAILABLE', 'the file system refused', { cause: error, says }) : error;
}
