// `npm run replay`: recomputes every stored decision of every project and reports each that comes out differently.

import { replayDecisions } from '../functions/portal/replay-decisions.ts';
import { readConfig } from '../functions/runtime/config.ts';
import { acts } from './acts.ts';
import { openStored } from './open-stored.ts';

const { data } = readConfig(process.env);
const stored = await openStored(data);
if (stored === undefined) {
  console.error(`${data} 中没有数据。There are no data in ${data}.`);
  process.exit(2);
}

let decisions = 0;
let differing = 0;
let erased = 0;
const projects = await stored.ports.ledger.list('PROJECT');
for (const projectId of projects) {
  const replayed = await replayDecisions(stored.ports, acts, projectId);
  decisions += replayed.decisions;
  erased += replayed.erased.length;
  for (const { seq, act, reason } of replayed.differences) {
    differing += 1;
    console.error(`${projectId} 第 ${seq} 条 entry ${act}: ${reason}`);
  }
}
stored.close();
if (erased > 0)
  console.log(
    `${erased} 项的依据已按保存期限销毁，照原决定 decisions stand on facts whose time was over and that were erased`,
  );
console.log(`${projects.length} 个项目 projects，${decisions} 项决定 decisions，${differing} 项不同 differ`);
process.exitCode = differing === 0 ? 0 : 1;
