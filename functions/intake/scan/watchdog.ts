// Ends the process it watches as soon as it holds more memory, or has worked longer on one request, than allowed. A thread
// of its own, because what makes a process grow or hang also keeps its main thread busy.
import { workerData } from 'node:worker_threads';

export interface Watched {
  /** Bytes. */
  readonly memory: number;
  /** One number: CPU milliseconds of the process at which the request under way is over; 0 while there is none. */
  readonly deadline: SharedArrayBuffer;
}

const LOOKS_EVERY = 40;

/** CPU time and not the clock: on a busy machine an honest file must not pay for its neighbours. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

// Handed over by reader-process, the only one that starts this thread.
const watched = workerData as Watched | null;
if (watched !== null) {
  const deadline = new Float64Array(watched.deadline);
  setInterval(() => {
    const [until = 0] = deadline;
    const late = until > 0 && cpuMilliseconds() > until;
    if (late || process.memoryUsage.rss() > watched.memory) process.kill(process.pid, 'SIGKILL');
  }, LOOKS_EVERY);
}
