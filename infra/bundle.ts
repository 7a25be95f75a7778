// Bundles every entry point by itself: one ES module, minified, with the SDK and everything else that it imports, and
// nothing of what its neighbours in the same file need.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { credentialsOfLambda } from './credentials-of-lambda.ts';
import { type EntryPoint, readEntryPoints } from './entry-points/read-entry-points.ts';
import { addNativeParts, NATIVE_PARTS, nativePackageNames } from './native-packages.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const OUT = fileURLToPath(new URL('../out/lambda/', import.meta.url));

/** Some packages still call `require`, which a module does not have. The minifier gives out short names: these are none. */
const REQUIRE = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/** Where a handler is exported, and under what name. */
export type Bundled = Pick<EntryPoint, 'name' | 'file'> & Partial<Pick<EntryPoint, 'maker'>>;

/** Folder of the code of an entry point: `index.mjs` with a `handler`. */
export const folderOf = (name: string, out = OUT): string => `${out}${name}`;

export interface BundleSize {
  /** Bytes that are loaded before the first call. */
  readonly atStart: number;
  /** Bytes that a call may load when it needs them. */
  readonly onDemand: number;
  /** Of the whole folder, where more than code of ours lies in it. */
  readonly folder?: number;
}

/** Sizes of the code of each entry point, by name. All at once, so that what they share is read once. */
export async function bundle(
  entryPoints: readonly Bundled[] = readEntryPoints(),
  out = OUT,
): Promise<ReadonlyMap<string, BundleSize>> {
  const apart = entryPoints.filter((each) => startsSmall(each) || hasNativeParts(each));
  const built = [await build(optionsFor({ entryPoints: entryPoints.filter((each) => !apart.includes(each)), out }))];
  // Each by itself: a part of it that is loaded on demand lies in its own folder.
  for (const each of apart) {
    built.push(await build(optionsFor({ entryPoints: [each], out, splitting: startsSmall(each) })));
  }
  const sizes = built.flatMap(({ metafile: { outputs } }) => sizesIn(outputs));
  return new Map(
    sizes.map(([name, size]) => [
      name,
      hasNativeParts({ name }) ? { ...size, folder: addNativeParts(name, folderOf(name, out)) } : size,
    ]),
  );
}

const hasNativeParts = ({ name }: Pick<Bundled, 'name'>): boolean => Object.hasOwn(NATIVE_PARTS, name);

function sizesIn(outputs: Metafile['outputs']): readonly (readonly [string, BundleSize])[] {
  const bytesOf = (paths: readonly string[]) => paths.reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
  const chunks = Object.keys(outputs).filter((path) => !path.endsWith('/index.mjs'));
  return Object.keys(outputs)
    .filter((path) => path.endsWith('/index.mjs'))
    .map((path) => {
      const atStart = [path, ...importedBy(path, outputs)];
      const onDemand = chunks.filter((chunk) => !atStart.includes(chunk));
      return [path.split('/').at(-2) ?? path, { atStart: bytesOf(atStart), onDemand: bytesOf(onDemand) }];
    });
}

/** Chunks that are loaded along with a file, and those along with them. */
function importedBy(path: string, outputs: Metafile['outputs'], seen = new Set<string>()): ReadonlySet<string> {
  for (const { path: next, kind, external } of outputs[path]?.imports ?? []) {
    if (kind !== 'import-statement' || external === true || seen.has(next)) continue;
    seen.add(next);
    importedBy(next, outputs, seen);
  }
  return seen;
}

/** Steps of the machines that act by themselves, seldom, know every act and rule: those parts are loaded when they act. */
const startsSmall = ({ maker }: Bundled): boolean => maker === 'onStep';

interface Build {
  readonly entryPoints: readonly Bundled[];
  readonly out: string;
  readonly splitting?: boolean;
}

const optionsFor = ({ entryPoints, out, splitting = false }: Build) =>
  ({
    entryPoints: [
      ...entryPoints.map(({ name }) => ({ in: `handler:${name}`, out: `${name}/index` })),
      ...entryPoints.flatMap(({ name }) => workersOf(name)),
    ],
    plugins: [
      oneHandlerOf(entryPoints),
      pureMakers,
      pureModules,
      workerFiles,
      credentialsOfLambda,
      ...(splitting ? [schemasOnDemand] : []),
    ],
    external: entryPoints.flatMap(({ name }) => nativePackageNames(name)),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    ...(splitting && { splitting, chunkNames: `${entryPoints[0]?.name}/[hash]` }),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    metafile: true,
    logLevel: 'silent',
  }) satisfies BuildOptions;

/** `handler:tallyPlanBallot` is a module that exports that one handler. */
const oneHandlerOf = (entryPoints: readonly Bundled[]): Plugin => ({
  name: 'one-handler',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^handler:/ }, ({ path }) => ({ path: path.slice('handler:'.length), namespace: 'handler' }));
    onLoad({ filter: /./, namespace: 'handler' }, ({ path }) => {
      const found = entryPoints.find(({ name }) => name === path);
      return { contents: `export { ${path} as handler } from '${found?.file}';`, resolveDir: ROOT };
    });
  },
});

/**
 * The small form of the schema library and the whole one rest on the same modules. What only the parts on demand use of those would
 * be loaded at start along with the rest: the whole form gets a copy of its own.
 */
const ON_DEMAND = 'schemas-on-demand';
const schemasOnDemand: Plugin = {
  name: ON_DEMAND,
  setup({ onResolve, onLoad, resolve }) {
    const pure = { namespace: ON_DEMAND, sideEffects: false } as const;
    onResolve({ filter: /^zod$/, namespace: 'file' }, async ({ path, pluginData, ...from }) => {
      if (pluginData === schemasOnDemand) return undefined;
      const resolved = await resolve(path, { ...from, pluginData: schemasOnDemand });
      return { ...pure, path: resolved.path };
    });
    onResolve({ filter: /^\./, namespace: ON_DEMAND }, ({ path, importer }) => ({
      ...pure,
      path: join(dirname(importer), path),
    }));
    onLoad({ filter: /./, namespace: ON_DEMAND }, async ({ path }) => ({ contents: await readFile(path, 'utf8') }));
  },
};

/** Making a handler does nothing yet: one that is not exported is left out, with all that it would have called. */
const pureMakers: Plugin = {
  name: 'pure-makers',
  setup({ onLoad }) {
    onLoad({ filter: /\/lambda\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll(MADE, '$1/* @__PURE__ */ '),
      loader: 'ts',
    }));
  },
};
const MADE = /^((?:export )?const \w+ = )(?=on[A-Z]\w*\(|once\()/gm;

/** Code that runs in a process or thread of its own lies beside the handler, under the name that it is called by. */
const workersOf = (name: string) =>
  (NATIVE_PARTS[name]?.workers ?? []).map((file) => ({
    in: `${ROOT}${file}`,
    out: `${name}/${file.split('/').at(-1)?.replace('.ts', '')}`,
  }));
const WORKER = /(new URL\('[^']*)\.ts', import\.meta\.url/g;
const workerFiles: Plugin = {
  name: 'worker-files',
  setup({ onLoad }) {
    onLoad({ filter: /\/(?:reader|reader-process|threaded-typesetter)\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(WORKER, "$1.mjs', import.meta.url"),
      loader: 'ts',
    }));
  },
};

/** Our modules do nothing when they are imported, so that one of which nothing is used can be left out whole. */
const pureModules: Plugin = {
  name: 'pure-modules',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.|^\// }, async ({ path, pluginData, ...from }) => {
      if (pluginData === pureModules || from.importer.includes('/node_modules/')) return undefined;
      const resolved = await resolve(path, { ...from, pluginData: pureModules });
      return { ...resolved, sideEffects: false };
    });
  },
};
