// How the tests run: threads on two cores, no wall-clock dependence, one retry never.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'threads',
    retry: 0,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'out/tests.json' }]] : ['default'],
  },
});
