import { defineConfig } from 'vitest/config';

const [site, browser] = [['test/site/**/*.test.ts'], ['test/browser/**/*.test.ts']];
const globalSetup = './test/support/build-site.ts';
/** Both cores: no browser runs beside these. */
const SIDE_BY_SIDE = { maxWorkers: 2, sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    reporters: ['default', './test/support/summary-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...site, ...browser],
          ...SIDE_BY_SIDE,
          testTimeout: 60_000, // some start a process of their own, on a busy machine
        },
      },
      {
        test: {
          name: 'site',
          include: site,
          globalSetup,
          ...SIDE_BY_SIDE,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: browser,
          globalSetup,
          testTimeout: 30_000, // a browser on a busy machine
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
