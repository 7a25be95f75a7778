// One life of the server in a kill drill: when it is called, it serves the folder on the port until it is killed.
// Told: folder and port.
import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { startServer } from '../../local/start-server.ts';

const [folder = '', port = ''] = process.argv.slice(2);
// A process that is killed leaves no cache for the next one.
flushCompileCache();
await once(process, 'message');
const started = await startServer({
  folder,
  clock: { kind: 'REAL' },
  port: Number(port),
  demo: true,
  publicLimit: { capacity: 10_000, perSecond: 10_000 },
  // Lives are short: each must be killed while it tells people something, too.
  tellEvery: 50,
  log: (line) => {
    if (line.level === 'error') process.send?.({ error: `${line.route} ${line.code} ${line.at?.[0] ?? ''}` });
  },
});
if (!started.ok) throw new Error(started.refusal.says.en);
process.send?.('open');
