// Readers of spreadsheets that a roster import is measured beside: those of this machine, one from the npm registry, and the
// least that any of them must do. Each prints a line of JSON with its CPU seconds and its memory.
import { fileURLToPath } from 'node:url';
import { findProgram, findPython, leftOut } from '../peers/find-program.ts';
import { installPackages } from '../peers/install-packages.ts';

export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly install: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
}

const REGISTRY = 'it comes from the npm registry, which has to be reachable once';
const OURS = fileURLToPath(new URL('read-ours.ts', import.meta.url));
const LEAST = fileURLToPath(new URL('read-least.ts', import.meta.url));

const PYTHON_SPENT = `
used = resource.getrusage(resource.RUSAGE_SELF)
print('{"cpu": %f, "megabytes": %d}' % (used.ru_utime + used.ru_stime, used.ru_maxrss // 1024))
`;
const OPENPYXL = `
import sys, resource
from openpyxl import load_workbook
sheet = load_workbook(sys.argv[1], read_only=True).worksheets[1]
cells = sum(len(row) for row in sheet.iter_rows(values_only=True))
${PYTHON_SPENT}`;
const PANDAS = `
import sys, resource, pandas
frame = pandas.read_excel(sys.argv[1], sheet_name=1, dtype=str)
${PYTHON_SPENT}`;
const LIBREOFFICE = `
import sys, resource, subprocess, glob
subprocess.run([sys.argv[2], '-env:UserInstallation=file://' + sys.argv[3] + '/office', '--headless', '--convert-to',
                'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2', '--outdir', sys.argv[3], sys.argv[1]],
               check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
# It ends well without having done anything where its spreadsheets are not installed.
assert glob.glob(sys.argv[3] + '/*.csv')
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print('{"cpu": %f, "megabytes": %d}' % (used.ru_utime + used.ru_stime, used.ru_maxrss // 1024))
`;
const READ_EXCEL_FILE = `
import readXlsxFile from 'read-excel-file/node';
const rows = await readXlsxFile(process.argv[1], { sheet: 2 });
const { user, system } = process.cpuUsage();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ rows: rows.length, cpu: (user + system) / 1e6, megabytes }));
`;

export function findReaders(
  file: string,
  folder: string,
  withPeers: boolean,
): { readonly readers: readonly Reader[]; readonly notes: readonly string[] } {
  const node = process.execPath;
  const own = { program: node, folder, install: '' };
  const readers: Reader[] = [
    { ...own, id: 'ours', name: 'ours, read and checked', args: [OURS, file] },
    { ...own, id: 'least', name: 'the least: unpacked, every tag looked at', args: [LEAST, file] },
  ];
  const notes: string[] = [];
  if (!withPeers) return { readers, notes };
  const offer = (reader: Omit<Reader, 'program'>, program: string | undefined) => {
    if (program) readers.push({ ...reader, program });
    else notes.push(leftOut(reader.name, reader.install));
  };
  const python = (module: string, name: string, script: string) =>
    offer(
      { id: module, name, install: `apt-get install python3-${module}`, args: ['-c', script, file], folder },
      findPython(module),
    );
  python('openpyxl', 'openpyxl, read only, nothing checked', OPENPYXL);
  python('pandas', 'pandas, nothing checked', PANDAS);
  const npm = { id: 'read-excel-file', name: 'read-excel-file 9.3, nothing checked', install: REGISTRY };
  try {
    const installed = installPackages(npm.id, ['read-excel-file@9.3.17'], []);
    offer({ ...npm, args: ['--input-type=module', '-e', READ_EXCEL_FILE, file], folder: installed }, node);
  } catch {
    notes.push(leftOut(npm.name, npm.install));
  }
  const office = findProgram('soffice');
  const install = 'apt-get install libreoffice-calc-nogui python3';
  offer(
    {
      id: 'libreoffice',
      name: 'LibreOffice, to CSV',
      install,
      args: ['-c', LIBREOFFICE, file, office ?? '', folder],
      folder,
    },
    office && findPython('resource'),
  );
  return { readers, notes };
}
