import { defineConfig } from 'vitest/config';

const needsSite = ['test/site/**/*.test.ts', 'test/browser/**/*.test.ts'];

export default defineConfig({
  test: {
    reporters: ['default', './test/support/summary-reporter.ts'],
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: needsSite } },
      {
        test: {
          name: 'site',
          include: needsSite,
          globalSetup: './test/support/build-site.ts',
          testTimeout: 30_000, // a browser on a busy machine
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
