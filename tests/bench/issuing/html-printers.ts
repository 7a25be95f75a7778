// Programs that make a paper from HTML, beside our typesetter: a browser, LibreOffice and WeasyPrint, each kept warm as a server would.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launchChromium } from '../../web/browser/chromium.ts';
import { findProgram, findPython, leftOut } from '../peers/find-program.ts';

/** Milliseconds of each paper. */
type Print = (html: (paper: number) => string) => Promise<readonly number[]>;

export interface HtmlPrinter {
  readonly name: string;
  readonly install: string;
  /** Undefined where the program is not installed. */
  open(): Promise<{ readonly print: Print; close(): Promise<void> } | undefined>;
}

const run = promisify(execFile);
const FONTS = fileURLToPath(new URL('../../../functions/typesetting/fonts/fandol', import.meta.url));
const BROWSER_PAPERS = 30;
const OFFICE_PAPERS = 20;
const WEASYPRINT_PAPERS = 2;

const CHROMIUM: HtmlPrinter = {
  name: 'Chromium, print to PDF',
  install: 'npm ci; it comes as @sparticuz/chromium',
  async open() {
    const browser = await launchChromium();
    const page = await browser.newPage();
    return {
      async print(html) {
        const times: number[] = [];
        for (let paper = 0; paper <= BROWSER_PAPERS; paper++) {
          const started = performance.now();
          await page.setContent(html(paper));
          await page.pdf({ preferCSSPageSize: true });
          if (paper > 0) times.push(performance.now() - started);
        }
        return times;
      },
      async close() {
        await browser.close();
      },
    };
  },
};

const LIBREOFFICE: HtmlPrinter = {
  name: 'LibreOffice, HTML to PDF',
  install: 'apt-get install libreoffice-writer-nogui',
  async open() {
    const soffice = findProgram('soffice');
    if (!soffice) return undefined;
    const folder = mkdtempSync(join(tmpdir(), 'bench-office-'));
    const config = join(folder, 'fonts.conf');
    writeFileSync(config, `<fontconfig><dir>${FONTS}</dir><cachedir>${folder}/fonts</cachedir></fontconfig>`);
    /** Of one start: what many take longer than one is what each of them takes when it is warm. */
    const convert = async (html: (paper: number) => string, first: number, count: number) => {
      const files = Array.from({ length: count }, (_, index) => join(folder, `${first + index}.html`));
      for (const [index, file] of files.entries()) writeFileSync(file, html(first + index));
      const started = performance.now();
      const options = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf'];
      await run(soffice, [...options, '--outdir', folder, ...files], {
        env: { ...process.env, FONTCONFIG_FILE: config },
      });
      return performance.now() - started;
    };
    return {
      async print(html) {
        await convert(html, 0, 1);
        const one = await convert(html, 1, 1);
        const many = await convert(html, 2, OFFICE_PAPERS);
        const made = readdirSync(folder).filter((name) => name.endsWith('.pdf')).length;
        if (made < OFFICE_PAPERS + 2) throw new Error(`it made ${made} papers`);
        return [(many - one) / (OFFICE_PAPERS - 1)];
      },
      async close() {
        rmSync(folder, { recursive: true });
      },
    };
  },
};

const WEASYPRINT_SCRIPT = `
import sys, time, json
from weasyprint import HTML
times = []
for name in sys.argv[1:]:
    started = time.perf_counter()
    HTML(filename=name).write_pdf()
    times.append((time.perf_counter() - started) * 1000)
print(json.dumps(times[1:]))
`;

const WEASYPRINT: HtmlPrinter = {
  name: 'WeasyPrint',
  install: 'apt-get install weasyprint',
  async open() {
    const python = findPython('weasyprint');
    if (!python) return undefined;
    const folder = mkdtempSync(join(tmpdir(), 'bench-weasyprint-'));
    return {
      async print(html) {
        const files = Array.from({ length: WEASYPRINT_PAPERS + 1 }, (_, paper) => {
          const file = join(folder, `${paper}.html`);
          writeFileSync(file, html(paper));
          return file;
        });
        const { stdout } = await run(python, ['-c', WEASYPRINT_SCRIPT, ...files]);
        return JSON.parse(stdout);
      },
      async close() {
        rmSync(folder, { recursive: true });
      },
    };
  },
};

const PRINTERS = [CHROMIUM, LIBREOFFICE, WEASYPRINT] as const;

/** A measurement of each that is here; one that fails is told like one that is not. */
export async function measurePrinters(
  html: (paper: number) => string,
  tell: (text: string) => void,
): Promise<{ readonly times: ReadonlyMap<string, readonly number[]>; readonly notes: readonly string[] }> {
  const times = new Map<string, readonly number[]>();
  const notes: string[] = [];
  for (const { name, install, open } of PRINTERS) {
    tell(name);
    try {
      const printer = await open();
      if (!printer) {
        notes.push(leftOut(name, install));
        continue;
      }
      try {
        times.set(name, await printer.print(html));
      } finally {
        await printer.close();
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
      notes.push(leftOut(name, `${install} (${reason})`));
    }
  }
  return { times, notes };
}
