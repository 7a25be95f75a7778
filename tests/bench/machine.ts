// What the figures were measured on, and what else it was doing then: without that they say nothing.
import { cpus, loadavg, totalmem } from 'node:os';

export function describeMachine(): string {
  const [minute = 0, , quarter = 0] = loadavg();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model}, ${gigabytes} GB, Node ${process.version}, synchronous=FULL, load ${minute.toFixed(1)} (15 min: ${quarter.toFixed(1)})`;
}
