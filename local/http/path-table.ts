// Which route a path belongs to: templates as API Gateway writes them, fixed words before parameters.
import { PATH_PARAMETER } from '../../functions/runtime/http-event.ts';

interface Placed<R> {
  readonly template: string;
  readonly pattern: RegExp;
  readonly methods: Map<string, R>;
}

export type Match<R> =
  | { readonly found: 'ROUTE'; readonly route: R; readonly parameters: Readonly<Record<string, string>> }
  | { readonly found: 'OTHER_METHODS'; readonly methods: readonly string[] }
  | { readonly found: 'NOTHING' };

export class PathTable<R> {
  readonly #placed = new Map<string, Placed<R>>();
  #ordered: readonly Placed<R>[] = [];

  add(method: string, template: string, route: R): void {
    const placed = this.#placed.get(template) ?? {
      template,
      pattern: patternOf(template),
      methods: new Map<string, R>(),
    };
    if (placed.methods.has(method)) throw new Error(`two routes for ${method} ${template}`);
    placed.methods.set(method, route);
    this.#placed.set(template, placed);
    // `{` sorts after every letter: /projects/new is tried before /projects/{id}.
    this.#ordered = [...this.#placed.values()].sort((a, b) => (a.template < b.template ? -1 : 1));
  }

  match(method: string, path: string): Match<R> {
    for (const { pattern, methods } of this.#ordered) {
      const matched = pattern.exec(path);
      const parameters = matched && decodeAll(matched.groups ?? {});
      if (!parameters) continue;
      const route = methods.get(method);
      if (route === undefined) return { found: 'OTHER_METHODS', methods: [...methods.keys()] };
      return { found: 'ROUTE', route, parameters };
    }
    return { found: 'NOTHING' };
  }
}

function patternOf(template: string): RegExp {
  const fixed = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`^${fixed.replace(PATH_PARAMETER, '(?<$1>[^/]+)')}$`);
}

/** Undefined if a part is not valid percent-encoding: no template has such a path. */
function decodeAll(parameters: Readonly<Record<string, string>>): Record<string, string> | undefined {
  try {
    return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    return undefined;
  }
}
