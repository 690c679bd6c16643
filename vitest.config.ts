import { defineConfig } from 'vitest/config';

const [site, browser] = [['test/site/**/*.test.ts'], ['test/browser/**/*.test.ts']];
const globalSetup = './test/support/build-site.ts';
/** Both cores, for tests with a browser after all others. */
const sideBySide = (groupOrder: number) => ({ maxWorkers: 2, sequence: { groupOrder } });

export default defineConfig({
  test: {
    reporters: ['default', './test/support/summary-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...site, ...browser],
          ...sideBySide(1),
          testTimeout: 60_000, // some start a process of their own, on a busy machine
        },
      },
      {
        test: {
          name: 'site',
          include: site,
          globalSetup,
          ...sideBySide(1),
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: browser,
          globalSetup,
          ...sideBySide(2),
          testTimeout: 30_000, // a browser on a busy machine
          expect: { poll: { timeout: 15_000 } },
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
