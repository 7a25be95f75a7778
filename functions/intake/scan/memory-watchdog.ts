// Ends the process it watches as soon as it holds more memory than allowed. A thread of its own, because what makes a
// process grow also keeps its main thread busy.
import { workerData } from 'node:worker_threads';

const LOOKS_EVERY = 40;

setInterval(() => {
  if (process.memoryUsage.rss() > Number(workerData)) process.kill(process.pid, 'SIGKILL');
}, LOOKS_EVERY);
