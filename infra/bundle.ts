// Bundles every entry point by itself: one ES module, minified, with the SDK and everything else that it imports, and
// nothing of what its neighbours in the same file need.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { credentialsOfLambda } from './credentials-of-lambda.ts';
import { type EntryPoint, readEntryPoints } from './entry-points/read-entry-points.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const OUT = fileURLToPath(new URL('../out/lambda/', import.meta.url));

/** Some packages still call `require`, which a module does not have. The minifier gives out short names: these are none. */
const REQUIRE = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/** Where a handler is exported, and under what name. */
export type Bundled = Pick<EntryPoint, 'name' | 'file'>;

/** Folder of the code of an entry point: `index.mjs` with a `handler`. */
export const folderOf = (name: string, out = OUT): string => `${out}${name}`;

/** Bytes of the code of each entry point, by name. All at once, so that what they share is read once. */
export async function bundle(
  entryPoints: readonly Bundled[] = readEntryPoints(),
  out = OUT,
): Promise<ReadonlyMap<string, number>> {
  const built = await build({
    entryPoints: entryPoints.map(({ name }) => ({ in: `handler:${name}`, out: `${name}/index` })),
    plugins: [oneHandlerOf(entryPoints), pureMakers, pureModules, credentialsOfLambda],
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    metafile: true,
    logLevel: 'silent',
  });
  return new Map(
    Object.entries(built.metafile.outputs).map(([path, { bytes }]) => [path.split('/').at(-2) ?? path, bytes]),
  );
}

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
