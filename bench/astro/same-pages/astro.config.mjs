import { defineConfig, logHandlers } from 'astro/config';

export default defineConfig({
  build: { concurrency: 8 },
  logger: logHandlers.node({ level: 'warn' }),
});
