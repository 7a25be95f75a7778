// The server that the bench measures, in a process of its own: says when it is open, and how much memory it holds.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../local/start-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'jiugai-bench-'));
const generous = { capacity: 1_000_000, perSecond: 1_000_000 };
const started = await startServer({
  folder,
  clock: { kind: 'REAL' },
  port: 0,
  demo: true,
  publicLimit: generous,
  guessLimit: generous,
  log: () => {},
});
if (!started.ok) throw new Error(started.refusal.says.en);
process.send?.({ origin: started.value.origin });
process.once('disconnect', () => process.exit(1));
process.on('message', async (message) => {
  if (message === 'memory') process.send?.({ megabytes: process.memoryUsage.rss() / 2 ** 20 });
  else {
    await started.value.close();
    rmSync(folder, { recursive: true });
    process.exit(0);
  }
});
