// The walls between the rooms (design of the map): who may import whom, and what to do instead.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const ROOMS = ['domain', 'functions', 'adapters', 'local', 'infra', 'web', 'statemachines'] as const;

/** Pure packages that also run in a browser. */
const DOMAIN_PACKAGES = ['zod', 'decimal.js', 'canonicalize', '@noble/hashes'];

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sourcesOf(room: string): Source[] {
  const folder = join(ROOT, room);
  try {
    if (!statSync(folder).isDirectory()) return [];
  } catch {
    return [];
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => {
      const path = join(room, name);
      const text = readFileSync(join(ROOT, path), 'utf8');
      const imports = [
        ...text.matchAll(/^\s*(?:import|export)\b[^;'"]*?from\s+'([^']+)'|import\('([^']+)'\)|^import\s+'([^']+)'/gm),
      ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
      return { path, text, imports };
    });
}

/** Where an import leads: a path from the root for our own files, the name for a package. */
function targetOf(source: Source, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return relative(ROOT, resolve(ROOT, dirname(source.path), specifier));
}

function crossings(room: string, may: (target: string, source: Source) => boolean): string[] {
  return sourcesOf(room).flatMap((source) =>
    source.imports
      .map((specifier) => targetOf(source, specifier))
      .filter((target) => !may(target, source))
      .map((target) => `${source.path} imports ${target}`),
  );
}

const isPackage = (target: string, names: readonly string[]): boolean =>
  names.some((name) => target === name || target.startsWith(`${name}/`));
const isOurs = (target: string): boolean => ROOMS.some((room) => target.startsWith(`${room}/`));
const capabilityOf = (path: string): string => path.split('/')[1] ?? '';

describe('the walls between the rooms', () => {
  it('lets domain import itself and small pure libraries only: pass anything else in through a port', () => {
    expect(crossings('domain', (target) => target.startsWith('domain/') || isPackage(target, DOMAIN_PACKAGES))).toEqual(
      [],
    );
  });

  it('keeps domain free of the machine: no process, Buffer, clock, timer or randomness; pass them in', () => {
    const forbidden =
      /\b(?:process\.|Buffer\.|Date\.now\(|new Date\(\)|Math\.random\(|setTimeout\(|fetch\(|localStorage|document\.(?:get|query|create|body))/;
    const found = sourcesOf('domain')
      .filter(({ text }) => forbidden.test(text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')))
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });

  it('lets a capability import domain and functions/runtime only: what two capabilities need belongs in domain or runtime', () => {
    const allowed = (target: string, source: Source): boolean => {
      if (!isOurs(target)) return !target.startsWith('@aws-sdk/');
      if (target.startsWith('domain/') || target.startsWith('functions/runtime/')) return true;
      if (target.startsWith('adapters/aws/')) return source.path.endsWith('/lambda.ts');
      return target.startsWith(`functions/${capabilityOf(source.path)}/`);
    };
    expect(crossings('functions', allowed)).toEqual([]);
  });

  it('lets adapters import domain, and the AWS SDK in adapters/aws only: an adapter that needs a step has the wrong job', () => {
    const allowed = (target: string, source: Source): boolean => {
      if (isOurs(target)) {
        // What both are made of lies beside them.
        const ofBoth = /^adapters\/[^/]+$/.test(target);
        const own = dirname(source.path).split('/').slice(0, 2).join('/');
        return target.startsWith('domain/') || ofBoth || (own !== 'adapters' && target.startsWith(own));
      }
      return source.path.startsWith('adapters/aws/') || !target.startsWith('@aws-sdk/');
    };
    expect(crossings('adapters', allowed)).toEqual([]);
  });

  it('lets local import everything but infra: what deploys is no business of the one-machine system', () => {
    expect(crossings('local', (target) => !target.startsWith('infra/'))).toEqual([]);
  });

  it('lets web import domain only: a page asks the API, never a step or an adapter', () => {
    expect(
      crossings('web', (target) => !isOurs(target) || target.startsWith('domain/') || target.startsWith('web/')),
    ).toEqual([]);
  });

  it('keeps what is tested off the tests: what both need has a room of its own, outside tests/', () => {
    expect(ROOMS.flatMap((room) => crossings(room, (target) => !target.startsWith('tests/')))).toEqual([]);
  });

  it('has no room for things that belong nowhere: name a file after what it does', () => {
    const nameless = /(?:^|\/)(?:utils?|helpers?|common|shared|misc|index)(?:\/|\.tsx?$)/;
    const found = ROOMS.flatMap((room) => sourcesOf(room))
      .map(({ path }) => path)
      .filter((path) => nameless.test(path));
    expect(found).toEqual([]);
  });

  it('hooks tests up in the files that hold them: what they import is run once for many files', () => {
    const hooked = sourcesOf('tests')
      // Every file of browser tests has its modules for itself.
      .filter(({ path }) => !path.endsWith('.test.ts') && !path.startsWith('tests/web/browser/'))
      .filter(({ text }) => /^(?:before|after)(?:Each|All)\(/m.test(text))
      .map(({ path }) => path);
    expect(hooked).toEqual([]);
  });

  it('opens every file with one comment that says what it is for', () => {
    const silent = [...ROOMS, 'tests']
      .flatMap((room) => sourcesOf(room))
      .filter(({ text }) => !/^(?:#!.*\n)?(?:\/\/ \S|\/\*\* ?\S|\/\*\*\n)/.test(text))
      .map(({ path }) => path);
    expect(silent).toEqual([]);
  });
});
