// Builds the pages when they are missing or older than their sources, and packs them for the wire: `node local/build-web.ts`.
import { readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { WEB_DIST } from './web/office-pages.ts';
import { RESIDENT_SHEETS, RESIDENT_SOURCES } from './web/resident-files.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The pages are made of these; anything newer in them than the last build means another build. */
const SOURCES = ['web', 'domain', 'package-lock.json', ...RESIDENT_SHEETS];
const MANIFEST = join(WEB_DIST, '.vite/manifest.json');
const PACKED = new Set(['.html', '.js', '.css', '.svg', '.json', '.wasm']);
/** Below, the envelope is larger than what it saves. */
const WORTH_PACKING = 1_000;

export function isWebOutdated(): boolean {
  const built = modifiedAt(MANIFEST);
  return SOURCES.some((source) => newest(join(ROOT, source)) > built);
}

export async function buildWeb(): Promise<void> {
  const { build } = await import('vite');
  // Made aside and put in place when it is whole: two builds at once, or one that fails, leave the old pages as they are.
  const made = join(ROOT, 'node_modules/.cache', `jiugai-web-${process.pid}`);
  await build({
    configFile: join(ROOT, 'web/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: made, emptyOutDir: true },
  });
  await writeResidentFiles(made);
  await pack(made);
  await rm(WEB_DIST, { recursive: true, force: true });
  await rename(made, WEB_DIST);
}

/** For the bucket on AWS: one machine reads them from their sources. */
async function writeResidentFiles(folder: string): Promise<void> {
  for (const [path, { read }] of Object.entries(RESIDENT_SOURCES)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, read());
  }
}

async function pack(folder: string): Promise<void> {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const bytes = entry.isFile() && PACKED.has(extname(file)) ? await readFile(file) : undefined;
    if (bytes === undefined || bytes.byteLength < WORTH_PACKING) continue;
    await writeFile(`${file}.br`, await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    await writeFile(`${file}.gz`, await zip(bytes, { level: 9 }));
  }
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newest(path: string): number {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return modifiedAt(path);
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'dist')
    .reduce((latest, { name }) => Math.max(latest, newest(join(path, name))), 0);
}

if (import.meta.main && isWebOutdated()) await buildWeb();
