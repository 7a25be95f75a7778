// Paper intake, as its own bench measures it, beside the pipeline of Debian's tools where they are installed.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { atLeast, atMost, type Figure, figure } from './figure.ts';

const BENCH = new URL('../functions/intake/scan/bench.ts', import.meta.url).pathname;
const RESULT = 'out/bench-paper.json';

/** What is taken over of it. */
const measured = z.object({
  normal: z.object({ counts: z.object({ pages: z.number(), filedRight: z.number(), filedWrongly: z.number() }) }),
  harsh: z.object({ counts: z.object({ pages: z.number(), filedRight: z.number(), filedWrongly: z.number() }) }),
  speed: z.object({
    filedPerSecond: z.number(),
    filingCpuPerPage: z.number(),
    checkedPerSecond: z.number(),
    filingMegabytes: z.number(),
    checkingMegabytes: z.number(),
  }),
  shell: z.object({ codesRead: z.number(), filedPerSecond: z.number(), filingCpuPerPage: z.number() }).optional(),
});

export async function measurePaper(): Promise<readonly Figure[]> {
  try {
    execFileSync(process.execPath, [BENCH, '--pages', '60', '--stack', '60', '--shell'], { stdio: 'ignore' });
  } catch {
    // It ends with 1 when something was read wrongly: the figures say so.
  }
  const { normal, harsh, speed, shell } = measured.parse(JSON.parse(readFileSync(RESULT, 'utf8')));
  return [
    atLeast('pages filed', speed.filedPerSecond, 'pages/s', 25),
    atMost('CPU to file a page', speed.filingCpuPerPage, 'ms', 60),
    atLeast('pages fully checked, in the background', speed.checkedPerSecond, 'pages/s', 2),
    atMost('memory while filing', speed.filingMegabytes, 'MB', 300),
    atMost('memory while checking, with OCR', speed.checkingMegabytes, 'MB', 700),
    figure('normal scans filed', (100 * normal.counts.filedRight) / normal.counts.pages, '%'),
    figure('harsh scans filed', (100 * harsh.counts.filedRight) / harsh.counts.pages, '%'),
    atMost('pages filed wrongly', normal.counts.filedWrongly + harsh.counts.filedWrongly, 'pages', 0),
    ...(shell
      ? [
          figure('qpdf, pdfinfo, pdftoppm, zbarimg: pages', shell.filedPerSecond, 'pages/s'),
          figure('qpdf, pdfinfo, pdftoppm, zbarimg: CPU of a page', shell.filingCpuPerPage, 'ms'),
        ]
      : []),
  ];
}
