// Restate 1.7.12 on one partition, doing the nine functions and the answer from outside: run by the bench in the folder where
// the packages of Restate were installed. Every step is a `ctx.run`, the answer an awakeable.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as restate from '@restatedev/restate-sdk';
import { answerBench, bytesUnder } from './peer-work.mjs';

const folder = process.argv[2];
const base = 20_000 + Math.floor(Math.random() * 20_000);
const [ingress, admin, node, service] = [base, base + 1, base + 2, base + 3];
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

function post(port, path, body) {
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, port, path, method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () =>
          response.statusCode < 300 ? resolve(text) : reject(new Error(`${path}: ${response.statusCode} ${text}`)),
        );
      },
    );
    sent.on('error', reject).end(JSON.stringify(body));
  });
}

const nine = restate.service({
  name: 'nine',
  handlers: {
    run: async (ctx, input) => {
      let value = input;
      for (let state = 1; state <= 9; state++) {
        const given = value;
        value = await ctx.run(`S${state}`, () => ({ ...given, n: given.n + 1 }));
      }
      const { id, promise } = ctx.awakeable();
      await ctx.run('Ask', () => {
        setImmediate(() => post(ingress, `/restate/awakeables/${id}/resolve`, { ok: true }).catch(() => {}));
      });
      return { ...value, ...(await promise) };
    },
  },
});
await restate.serve({ services: [nine], port: service });

const require = createRequire(import.meta.url);
const architecture = process.arch === 'arm64' ? 'arm64' : 'x64';
const manifest = require.resolve(`@restatedev/restate-server-linux-${architecture}/package.json`);
const server = spawn(join(dirname(manifest), 'bin', 'restate-server'), ['--base-dir', folder], {
  stdio: 'ignore',
  env: {
    ...process.env,
    RESTATE_DEFAULT_NUM_PARTITIONS: '1',
    RESTATE_AUTO_PROVISION: 'true',
    RESTATE_DISABLE_TELEMETRY: 'true',
    RESTATE_BIND_ADDRESS: `127.0.0.1:${node}`,
    RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${node}`,
    RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`,
    RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
    RESTATE_LOG_FILTER: 'error',
  },
});
server.on('exit', (code) => process.exit(code ?? 1));

for (let attempt = 0; ; attempt++) {
  try {
    await post(admin, '/deployments', { uri: `http://127.0.0.1:${service}` });
    break;
  } catch (error) {
    if (attempt === 100) throw error;
    await sleep(200);
  }
}

await answerBench({
  run: async (input) => JSON.parse(await post(ingress, '/nine/run', input)),
  stored: () => bytesUnder(folder),
  async close() {
    server.removeAllListeners('exit');
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  },
});
