// A roster of 10,000 rows, from the file to checked rows, in a process of its own; and the same file read by openpyxl, where
// a Python on this machine has it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRoster } from '../../functions/intake/read-roster.ts';
import { writeRosterTemplate } from '../../functions/intake/write-roster-template.ts';
import { atMost, type Figure, figure, median } from './figure.ts';

const ROWS = 10_000;
const ROUNDS = 5;
const ROUGHLY = { openpyxlSeconds: 0.79, limitSeconds: 0.11 } as const;

const OPENPYXL = `
import sys, resource
from openpyxl import load_workbook
sheet = load_workbook(sys.argv[1], read_only=True).worksheets[1]
cells = sum(len(row) for row in sheet.iter_rows(values_only=True))
used = resource.getrusage(resource.RUSAGE_SELF)
print('{"cpu": %f, "megabytes": %d}' % (used.ru_utime + used.ru_stime, used.ru_maxrss // 1024))
`;

interface Reading {
  readonly seconds: number;
  /** Of all its threads, whatever else the machine does. */
  readonly cpu: number;
  readonly megabytes: number;
}

/** Of the whole process, as an office would feel it: start, imports, reading. */
function timed(program: string, args: readonly string[], cache = ''): Reading {
  const started = performance.now();
  const printed = execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    // Python keeps what it compiled beside its sources; ours is kept like that by the server.
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  const { cpu, megabytes } = JSON.parse(printed.trim().split('\n').at(-1) ?? '{}');
  return { seconds: (performance.now() - started) / 1000, cpu, megabytes };
}

function pythonWithOpenpyxl(): string | undefined {
  return ['python3', '/usr/bin/python3'].find((python) => {
    try {
      execFileSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
}

function rosterRows() {
  return Array.from({ length: ROWS }, (_, i) => ({
    building: String(1 + Math.floor(i / 120)),
    stairwell: String(1 + (Math.floor(i / 24) % 5)),
    room: `${1 + (Math.floor(i / 4) % 6)}0${1 + (i % 4)}`,
    unit: String(i),
    area: `${60 + (i % 80)}.${String(i % 100).padStart(2, '0')}`,
    titleArea: `${60 + (i % 80)}.${String(i % 100).padStart(2, '0')}`,
    kind: 'RESIDENTIAL' as const,
    owners: [
      { name: `业主${i}`, idNumber: `3303021970${String(i).padStart(8, '0')}`, phone: `1380000${i % 10_000}` },
    ] as const,
  }));
}

export async function measureRoster(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-'));
  const file = join(folder, 'roster.xlsx');
  writeFileSync(file, await writeRosterTemplate(rosterRows()));
  const python = pythonWithOpenpyxl();
  const ours: Reading[] = [];
  const theirs: Reading[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(timed(process.execPath, [import.meta.filename, file], join(folder, 'compiled')));
    if (python) theirs.push(timed(python, ['-c', OPENPYXL, file]));
  }
  rmSync(folder, { recursive: true });
  const seconds = (of: readonly Reading[]) => median(of.map((one) => one.seconds));
  const cpu = (of: readonly Reading[]) => median(of.map((one) => one.cpu));
  const megabytes = (of: readonly Reading[]) => median(of.map((one) => one.megabytes));
  const mine = `${ROWS} rows read and checked, whole process`;
  if (theirs.length === 0) {
    return [
      figure(`${mine} (openpyxl is not here; ${ROUGHLY.openpyxlSeconds} s on the first machine)`, seconds(ours), 's'),
      figure('CPU', cpu(ours), 's'),
      figure('memory', megabytes(ours), 'MB'),
    ];
  }
  return [
    atMost(mine, seconds(ours), 's', seconds(theirs)),
    figure('memory', megabytes(ours), 'MB'),
    figure('CPU', cpu(ours), 's'),
    figure('openpyxl, read only, nothing checked', seconds(theirs), 's'),
    figure('CPU of openpyxl', cpu(theirs), 's'),
    figure('memory of openpyxl', megabytes(theirs), 'MB'),
  ];
}

const [, script, given] = process.argv;
if (script === import.meta.filename && given) {
  const read = await readRoster(readFileSync(given));
  if (!read.ok) throw new Error(read.refusal.says.en);
  const { user, system } = process.cpuUsage();
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ rows: read.value.length, cpu: (user + system) / 1e6, megabytes }));
}
