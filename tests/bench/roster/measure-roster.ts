// A roster of 10,000 rows, from the file to checked rows, in a process of its own; beside it readers of others over the same
// file, which check nothing, in alternating rounds.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRosterTemplate } from '../../../functions/intake/write-roster-template.ts';
import { atMost, type Figure, figure, type Measured, median } from '../figure.ts';
import { leftOut } from '../peers/find-program.ts';
import type { Asked } from '../sections.ts';
import { findReaders, type Reader } from './readers.ts';

const ROWS = 10_000;
/** Each takes a second: one round of the others is three of these. */
const ROUNDS_OF_A_ROUND = 2;

interface Reading {
  readonly seconds: number;
  /** Of all its threads, whatever else the machine does. */
  readonly cpu: number;
  readonly megabytes: number;
}

/** Of the whole process, as an office would feel it: start, imports, reading. */
function read({ program, args, folder }: Reader, cache: string): Reading {
  const started = performance.now();
  const printed = execFileSync(program, [...args], {
    encoding: 'utf8',
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 2 ** 26,
    // Python keeps what it compiled beside its sources; ours is kept like that by the server.
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  const seconds = (performance.now() - started) / 1000;
  const { cpu, megabytes } = JSON.parse(printed.trim().split('\n').at(-1) ?? '{}');
  return { seconds, cpu, megabytes };
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

export async function measureRoster({ rounds, withPeers, tell }: Asked): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'roster-'));
  try {
    const file = join(folder, 'roster.xlsx');
    writeFileSync(file, await writeRosterTemplate(rosterRows()));
    const { readers, notes } = findReaders(file, folder, withPeers);
    const readings = new Map<Reader, Reading[]>(readers.map((reader) => [reader, []]));
    const failed: string[] = [];
    for (let round = 1; round <= rounds * ROUNDS_OF_A_ROUND; round++) {
      for (const [reader, measured] of readings) {
        tell(`round ${round} of ${rounds * ROUNDS_OF_A_ROUND}: ${reader.name}`);
        try {
          measured.push(read(reader, join(folder, 'compiled')));
        } catch (error) {
          if (reader.id === 'ours') throw error;
          readings.delete(reader);
          failed.push(leftOut(`${reader.name}, which could not read it,`, reader.install));
        }
      }
    }
    return { figures: figuresOf(readings), notes: [...notes, ...failed] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function figuresOf(readings: ReadonlyMap<Reader, readonly Reading[]>): readonly Figure[] {
  const middle = (of: readonly Reading[], pick: (one: Reading) => number) => median(of.map(pick));
  const seconds = (of: readonly Reading[]) => middle(of, (one) => one.seconds);
  const openpyxl = [...readings].find(([{ id }]) => id === 'openpyxl')?.[1];
  return [...readings].flatMap(([{ id, name }, measured]) => {
    const what = `${ROWS.toLocaleString('en')} rows: ${name}`;
    return [
      id === 'ours' && openpyxl
        ? atMost(what, seconds(measured), 's', seconds(openpyxl))
        : figure(what, seconds(measured), 's'),
      figure(
        `${name}, CPU`,
        middle(measured, (one) => one.cpu),
        's',
      ),
      figure(
        `${name}, memory`,
        middle(measured, (one) => one.megabytes),
        'MB',
      ),
    ];
  });
}
