// How the tests run: threads on two cores, no wall-clock dependence, one retry never.
import { defineConfig } from 'vitest/config';
import { RunOrder } from './tests/support/run-order.ts';

const BROWSER = ['tests/web/browser/**/*.test.ts'];
const ENTRY_POINTS = ['tests/functions/lambda/**/*.test.ts', 'tests/journeys/both-roots.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'code', include: ['tests/**/*.test.ts'], exclude: [...BROWSER, ...ENTRY_POINTS] },
      },
      // Functions of AWS read their settings once, when they start: no second file may find them started.
      { extends: true, test: { name: 'entry points', include: ENTRY_POINTS, isolate: true } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER,
          globalSetup: ['tests/web/browser/prepare-browsers.ts'],
          setupFiles: ['tests/web/browser/close-windows.ts'],
        },
      },
    ],
    pool: 'threads',
    // Files of one worker share what they import: each by itself, they take three times as long where rules are tested. What a
    // file replaces (clock, environment, fetch) it puts back.
    isolate: false,
    // One more than cores: files wait for a browser, a disk or a child as long as they work.
    maxWorkers: 3,
    sequence: { sequencer: RunOrder },
    retry: 0,
    // Limits end what hangs, and nothing else: on a machine that others use too, a test takes ten times as long as here. How
    // fast things are is measured side by side (`npm run bench`), never by a test that runs out of time.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 50 } },
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'out/tests.json' }]] : ['default'],
  },
});
