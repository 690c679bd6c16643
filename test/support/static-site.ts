/** Serves a built site as a careful host would: gzip, a strict policy, under a sub-path; and counts what it sends. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'";
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface StaticSite {
  /** Address of the site's root, with a trailing slash. */
  url: string;
  /** Milliseconds before any answer: a poor line. */
  delay: number;
  /** What was sent since the last call: bytes of bodies as transferred, by path. */
  sent(): Map<string, number>;
  stop(): Promise<void>;
}

/** `base` is put before every address of the pages, as if the site had been built for it. */
export async function serveSite(folder: string, base = '/'): Promise<StaticSite> {
  let sent = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    await setTimeout(site.delay);
    const path = decodeURIComponent(pathname);
    const file = path.startsWith(base) ? join(folder, normalize(`/${path.slice(base.length)}`)) : null;
    const found = file && (await read(file.endsWith('/') ? `${file}index.html` : file, base));
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    const headers = {
      'Content-Type': found.type,
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'max-age=600',
    };
    const body = found.zip ? gzipSync(found.body) : found.body;
    sent.set(path, (sent.get(path) ?? 0) + body.length);
    response.writeHead(200, { ...headers, ...(found.zip && { 'Content-Encoding': 'gzip' }) }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const site: StaticSite = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    sent: () => {
      const before = sent;
      sent = new Map();
      return before;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
    delay: 0,
  };
  return site;
}

async function read(file: string, base: string) {
  const type = TYPES[extname(file)];
  const body = await readFile(file).catch(() => null);
  if (!body) return null;
  const html = type?.startsWith('text/html') && base !== '/';
  return {
    body: html
      ? Buffer.from(body.toString().replace(/( (?:href|src|action|data-styles)=")\//g, `$1${base}`))
      : body,
    type: type ?? 'application/octet-stream',
    zip: type !== undefined,
  };
}
