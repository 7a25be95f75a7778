// What a process and all it started have used: its time on the cores, and its memory with shared pages counted once.
import { readdirSync, readFileSync } from 'node:fs';

/** A hundredth of a second, on every Linux. */
const MILLISECONDS_PER_TICK = 10;

interface Spent {
  readonly parent: number;
  /** Of its own and of children that have ended. */
  readonly milliseconds: number;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended between two looks.
    return '';
  }
}

function spentBy(pid: number): Spent {
  // After the name, which may hold anything: state, parent, nine other fields, then user and system time, its own and its children's.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ').map(Number) ?? [];
  const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + (fields[at] ?? 0), 0);
  return { parent: fields[1] ?? 0, milliseconds: ticks * MILLISECONDS_PER_TICK };
}

/** With everything below them. */
function treeOf(roots: readonly number[]): ReadonlyMap<number, Spent> {
  const all = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), spentBy(Number(name))]),
  );
  const tree = new Map<number, Spent>();
  const belongs = (pid: number): boolean => {
    for (let at = pid, steps = 0; at > 1 && steps < 32; at = all.get(at)?.parent ?? 0, steps++) {
      if (roots.includes(at)) return true;
    }
    return false;
  };
  for (const [pid, spent] of all) if (belongs(pid)) tree.set(pid, spent);
  return tree;
}

export function cpuOfTree(roots: readonly number[]): number {
  return [...treeOf(roots).values()].reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

export function megabytesOfTree(roots: readonly number[]): number {
  const kilobytes = [...treeOf(roots).keys()].map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  );
  return Math.round(kilobytes.reduce((sum, held) => sum + held, 0) / 1024);
}
