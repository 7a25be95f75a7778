// Says whether a backup is whole: nothing changed, no chain broken, no paper missing.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Bilingual } from '../../domain/bilingual.ts';
import { type Entry, findChainBreak, type LedgerRef } from '../../domain/ledger.ts';
import { DATABASE, hashOf, MANIFEST, type Manifest, pathOfPaper } from './take-backup.ts';

export interface Verified {
  readonly manifest?: Manifest;
  /** Nothing: the backup is sound. */
  readonly problems: readonly Bilingual[];
}

export async function verifyBackup(folder: string): Promise<Verified> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
  if (text === undefined) {
    return {
      problems: [
        {
          zh: `${folder} 不是完整的备份（缺 ${MANIFEST}）`,
          en: `${folder} is no whole backup: ${MANIFEST} is missing`,
        },
      ],
    };
  }
  // Written by `takeBackup`.
  const manifest = JSON.parse(text) as Manifest;
  const path = join(folder, DATABASE);
  if ((await hashOf(path).catch(() => '')) !== manifest.database) {
    return {
      manifest,
      problems: [{ zh: '数据库文件缺失或被改动', en: 'the database is missing or has been changed' }],
    };
  }
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return {
      manifest,
      problems: [
        ...integrityProblems(database),
        ...chainProblems(database),
        ...(await paperProblems(database, folder)),
        ...(await keyProblems(folder)),
      ],
    };
  } finally {
    database.close();
  }
}

function integrityProblems(database: DatabaseSync): readonly Bilingual[] {
  const said = String(database.prepare('PRAGMA integrity_check').get()?.integrity_check);
  return said === 'ok' ? [] : [{ zh: `数据库校验未通过：${said}`, en: `the check of the database failed: ${said}` }];
}

function chainProblems(database: DatabaseSync): readonly Bilingual[] {
  const read = database.prepare('SELECT entry FROM entries WHERE kind = ? AND id = ? ORDER BY seq');
  return database
    .prepare('SELECT kind, id FROM entries WHERE seq = 1 ORDER BY kind, id')
    .all()
    .flatMap(({ kind, id }) => {
      // Written by the ledger, whose kinds are these.
      const ref = { kind, id } as LedgerRef;
      const entries = read.all(String(kind), String(id)).map(({ entry }) => JSON.parse(String(entry)) as Entry);
      return findChainBreak(ref, entries) === undefined
        ? []
        : [{ zh: `台账 ${id} 的账链断裂`, en: `the chain of ledger ${id} is broken` }];
    });
}

async function paperProblems(database: DatabaseSync, folder: string): Promise<readonly Bilingual[]> {
  const problems: Bilingual[] = [];
  for (const row of database.prepare('SELECT sha256 FROM papers WHERE erased_at IS NULL').all()) {
    const sha256 = String(row.sha256);
    if ((await hashOf(join(folder, pathOfPaper(sha256))).catch(() => '')) === sha256) continue;
    problems.push({ zh: `文件 ${sha256} 缺失或被改动`, en: `paper ${sha256} is missing or has been changed` });
  }
  return problems;
}

async function keyProblems(folder: string): Promise<readonly Bilingual[]> {
  const secret = await readFile(join(folder, 'keys', 'seal-secret')).catch(() => undefined);
  return secret === undefined ? [{ zh: '缺印章密钥（keys）', en: 'the keys of the seal are missing' }] : [];
}
