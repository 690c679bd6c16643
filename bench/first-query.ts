/** What a reader loads for the first search of a visit, in a browser with an empty cache. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../test/support/browser.ts';

export interface FirstQuery {
  term: string;
  /** As a host that compresses text sends them; the page itself and its styles left out. */
  bytes: number;
  requests: number;
}

const TERM = '宅基地';
const RESULT = '#search a:is([href*="/basic/"], [href*="/cooperative/"], [href*="/reclaimed/"])';

/** The bytes of one search on a built site; null where the search page finds nothing. */
export async function firstQuery(dist: string): Promise<FirstQuery | null> {
  const sent: { path: string; bytes: number }[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    const body = readFileSync(file);
    sent.push({ path, bytes: Math.min(body.length, gzipSync(body).length) });
    return response
      .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://localhost:${port}/search/?q=${encodeURIComponent(TERM)}`, {
      waitUntil: 'networkidle',
    });
    if ((await page.locator(RESULT).count()) === 0) return null;
    const loaded = sent.filter(({ path }) => !/\/$|\.css$|\.svg$/.test(path));
    return { term: TERM, bytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0), requests: loaded.length };
  } finally {
    await browser.close();
    server.close();
  }
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
