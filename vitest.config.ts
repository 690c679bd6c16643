import { defineConfig } from 'vitest/config';

const needsSite = ['test/site/**/*.test.ts', 'test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default', './test/support/summary-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: needsSite,
          maxWorkers: 2, // both cores: no browser runs beside these
          sequence: { groupOrder: 1 },
          testTimeout: 60_000, // some start a process of their own, on a busy machine
        },
      },
      {
        test: {
          name: 'site',
          include: needsSite,
          globalSetup: './test/support/build-site.ts',
          testTimeout: 30_000, // a browser on a busy machine
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
