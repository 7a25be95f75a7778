// `npm run verify -- BUNDLE.zip`: checks an evidence bundle offline and says in one line what was changed, added or missing.
import { readFile } from 'node:fs/promises';
import { verifyEvidenceBundle } from '../functions/portal/verify-evidence-bundle.ts';

const [path, expectedKey] = process.argv.slice(2);
if (path === undefined) {
  console.error('用法 Usage: npm run verify -- BUNDLE.zip [KEY_ID]');
  process.exit(2);
}

const bundle = await readFile(path).catch(() => undefined);
if (bundle === undefined) {
  console.error(`无法打开 ${path}。Cannot open it.`);
  process.exit(2);
}

const { problems, projectId, entries, papers, keyId } = await verifyEvidenceBundle(bundle);
const strange = expectedKey !== undefined && keyId !== expectedKey;
if (problems.length === 0 && !strange) {
  console.log(
    `完好 Sound: ${projectId}，台账 ${entries} 条 entries，材料 ${papers} 份 papers，公钥 key ${keyId}` +
      (expectedKey === undefined ? '（请与公布的公钥编号核对 / compare it with the published key id）' : ''),
  );
} else {
  const all = strange
    ? [
        ...problems.map(({ says }) => says),
        { zh: `公钥编号为 ${keyId}，不是 ${expectedKey}`, en: `sealed by ${keyId}, not ${expectedKey}` },
      ]
    : problems.map(({ says }) => says);
  console.error(`不完好 Not sound: ${all.map(({ zh, en }) => `${zh} / ${en}`).join('; ')}`);
  process.exit(1);
}
