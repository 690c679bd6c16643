/** Serves the files of a folder as they are, and tells what was asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface Served {
  /** Without a slash at the end. */
  url: string;
  /** Every file sent so far. */
  sent: { path: string; body: Buffer }[];
  /** From now on no request is answered. */
  stop(): void;
}

export async function serveFolder(folder: string): Promise<Served> {
  const sent: Served['sent'] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    const body = readFileSync(file);
    sent.push({ path, body });
    return response
      .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, sent, stop };

  function stop() {
    server.close();
    server.closeAllConnections();
  }
}
