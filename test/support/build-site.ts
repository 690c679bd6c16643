import { execFileSync } from 'node:child_process';
import { preview } from 'astro';
import type { TestProject } from 'vitest/node';
import { browserPath } from './browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string;
  }
}

/** Builds the site once for all tests that read `dist/`, and serves it at `inject('siteUrl')`. */
export default async function setup(project: TestProject) {
  execFileSync('npm', ['run', 'content', '--', '--check'], { stdio: 'inherit' });
  execFileSync('npm', ['run', 'build'], { stdio: 'inherit' });
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  await browserPath(); // unpacked here, before the tests could do it side by side

  const server = await preview({ logLevel: 'error', server: { port: 0 } });
  project.provide('siteUrl', `http://localhost:${server.port}${process.env.BASE_PATH ?? '/'}`);
  return () => server.stop();
}
