// Which functions there are: every `export const … = on…(…)` of a `lambda.ts` is one, and its name is the function's.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface EntryPoint {
  /** `tallyPlanBallot` */
  readonly name: string;
  /** Capability that it belongs to, `consent`; `entry-points` for those that span several. */
  readonly capability: string;
  /** What it is made by, `onWait`: says what it is given and may do. */
  readonly maker: string;
  readonly file: string;
}

const ROOT = new URL('../../', import.meta.url);
/** What entry points are made of is none. */
const COMPOSITION_ROOT = 'runtime';
const EXPORTED = /^export const (\w+) = (on[A-Z]\w*)\(/gm;

export function readEntryPoints(): readonly EntryPoint[] {
  const functions = readdirSync(new URL('functions/', ROOT))
    .filter((capability) => capability !== COMPOSITION_ROOT)
    .toSorted()
    .map((capability) => ({ capability, url: new URL(`functions/${capability}/lambda.ts`, ROOT) }));
  return [...functions, { capability: 'entry-points', url: new URL('lambda.ts', import.meta.url) }]
    .filter(({ url }) => existsSync(url))
    .flatMap(({ capability, url }) =>
      [...readFileSync(url, 'utf8').matchAll(EXPORTED)].map(([, name = '', maker = '']) => ({
        name,
        capability,
        maker,
        file: fileURLToPath(url),
      })),
    );
}
