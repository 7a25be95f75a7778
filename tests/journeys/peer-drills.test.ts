// Holds the list of the peers' breaks against the tests: a drill without a test of its name is no drill.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PEER_DRILLS } from './peer-drills.ts';

const TESTS = join(import.meta.dirname, '..');
const TITLE = /\b(?:it|describe)(?:\.\w+(?:\([^()]*\))?)*\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g;

const titlesOf = (text: string): readonly string[] =>
  [...text.matchAll(TITLE)].map(([, , title = '']) => title.replaceAll(/\\(.)/g, '$1'));

const TITLES: readonly string[] = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .flatMap((path) => titlesOf(readFileSync(join(TESTS, path), 'utf8')));

describe('the drills of the peers', () => {
  it('are read from the tests as they stand', () => {
    expect(titlesOf(`it.skipIf(x)('a "b"', () => {}); describe("c's", f); it(\n  \`d\`, g)`)).toEqual([
      'a "b"',
      "c's",
      'd',
    ]);
    expect(TITLES.length).toBeGreaterThan(1_000);
    expect(new Set(PEER_DRILLS).size).toBe(31);
  });

  it.each(PEER_DRILLS)('have a test of the name: %s', (drill) => {
    expect(TITLES.filter((title) => title.startsWith(drill)).length).toBeGreaterThan(0);
  });
});
