/** Serves a built site below a sub-path, from a host that can lose its network and put up a new edition. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'";
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

export interface FlakySite {
  /** Address of the site's root, with a trailing slash. */
  url: string;
  /** The folder served: another one is another edition. */
  folder: string;
  /** Without a network no request is answered. */
  online: boolean;
  /** Addresses below the root that are not answered even with one. */
  lost: Set<string>;
  /** No request is answered, nor refused. */
  silent: boolean;
  /** Every answer is an error of the host's own. */
  broken: boolean;
  stop(): Promise<void>;
}

/** Serves a folder below a base path, for which it was built or placed. */
export async function serveFlaky(folder: string, base: string): Promise<FlakySite> {
  const server = createServer(async ({ url, socket }, response) => {
    const path = decodeURIComponent(new URL(url ?? '/', 'http://localhost').pathname);
    if (!site.online || site.lost.has(path.slice(base.length))) {
      socket.destroy();
      return;
    }
    if (site.silent) return;
    if (site.broken) {
      response.writeHead(503).end('503');
      return;
    }
    const file = join(
      site.folder,
      normalize(`/${path.slice(base.length)}`),
      path.endsWith('/') ? 'index.html' : '',
    );
    const body = path.startsWith(base) ? await readFile(file).catch(() => null) : null;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const headers = {
      'Content-Type': type,
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'max-age=600',
    };
    response.writeHead(body ? 200 : 404, headers).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const site: FlakySite = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    folder,
    online: true,
    lost: new Set(),
    silent: false,
    broken: false,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return site;
}

/** Puts `base` before every address of the pages in a folder, as if the site had been built for it. */
export function place(folder: string, base: string): void {
  for (const path of globSync('**/*.html', { cwd: folder })) {
    const file = join(folder, path);
    const placed = readFileSync(file, 'utf8').replace(/( (?:href|src|action|data-styles)=")\//g, `$1${base}`);
    writeFileSync(file, placed);
  }
}
