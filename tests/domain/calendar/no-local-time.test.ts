// Nothing in the domain may read a clock or a date in the time zone of the machine.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const LOCAL_TIME =
  /\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\(|toLocale|Date\.now\(|new Date\(\)/;

it('the domain reads neither the local time zone nor the clock', () => {
  const files = globSync('domain/**/*.ts', { cwd: root });
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => LOCAL_TIME.test(readFileSync(root + file, 'utf8')))).toEqual([]);
});
