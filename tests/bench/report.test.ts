// What the bench writes is what it measured: promises that were not kept come first, and what was left out is told.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { atLeast, atMost, figure } from './figure.ts';
import { findProgram, findPython, leftOut } from './peers/find-program.ts';
import { cpuOfTree, megabytesOfTree } from './peers/process-tree.ts';
import { isSection, SECTIONS } from './sections.ts';
import { reportOf } from './write-report.ts';

const QUARTER_OF_AN_HOUR = 900;

describe('the page of a bench', () => {
  const page = reportOf({
    machine: '2 × a processor, load 0.1',
    after: '2 × a processor, load 2.0',
    rounds: 3,
    seconds: 700,
    sections: [
      {
        section: 'paper',
        title: 'Paper in',
        seconds: 12,
        figures: [
          atLeast('pages filed', 20, 'pages/s', 25),
          atMost('memory', 250, 'MB', 300),
          figure('shell', 1, 'pages/s'),
        ],
        table: {
          head: ['program', 'pages/s'],
          rows: [
            ['ours', '20'],
            ['shell', '1'],
          ],
        },
        notes: [leftOut('zbarimg', 'apt-get install zbar-tools')],
      },
    ],
  });

  it('names the machine, its load before and after, and how many promises were kept', () => {
    expect(page).toContain('2 × a processor, load 0.1');
    expect(page).toContain('2 × a processor, load 2.0');
    expect(page).toContain('1 of 2 promises kept');
  });

  it('tells a promise that was not kept before everything else', () => {
    const broken = page.indexOf('| paper: pages filed | 20 pages/s | ≥ 25 | ✗ |');
    expect(broken).toBeGreaterThan(0);
    expect(broken).toBeLessThan(page.indexOf('## Paper in'));
  });

  it('puts what is compared beside each other', () => {
    expect(page).toContain('| program | pages/s |\n| --- | ---: |\n| ours | 20 |\n| shell | 1 |');
  });

  it('says what was left out, and how to have it', () => {
    expect(page).toContain('- zbarimg is not here and left out: apt-get install zbar-tools');
  });
});

describe('the sections of a bench', () => {
  it('take a quarter of an hour together', () => {
    const seconds = Object.values(SECTIONS).reduce((sum, { roughSeconds }) => sum + roughSeconds, 0);
    expect(seconds).toBeLessThan(QUARTER_OF_AN_HOUR);
  });

  it('are known by name, and nothing else is one', () => {
    expect([isSection('paper'), isSection('toString'), isSection('')]).toEqual([true, false, false]);
  });
});

describe('a peer', () => {
  it('is found on the path, and missed where it is not', () => {
    expect(findProgram('sh')).toMatch(/\/sh$/);
    expect(findProgram('no-such-program-anywhere')).toBeUndefined();
    expect(findPython('no_such_module_anywhere')).toBeUndefined();
  });

  it.runIf(process.platform === 'linux')('is charged with what the processes that it started have used', async () => {
    const child = spawn('sh', ['-c', 'i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; echo done; read wait'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    try {
      await once(child.stdout, 'data');
      expect(cpuOfTree([child.pid ?? 0])).toBeGreaterThan(0);
      expect(cpuOfTree([process.pid])).toBeGreaterThan(cpuOfTree([child.pid ?? 0]));
      expect(megabytesOfTree([process.pid])).toBeGreaterThan(10);
    } finally {
      child.kill();
    }
  });
});
