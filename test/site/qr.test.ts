/** The code on paper, read back as a camera would. */
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

const PIXELS = 6;

beforeAll(() => vi.stubEnv('SITE_URL', 'https://handbook.example'));
afterAll(() => vi.unstubAllEnvs());

it.each(['/townships/654026101/', '/departments/nongye-nongcun-ju/652327/'])('leads to %s', async (path) => {
  const { qrCode } = await import('../../src/site/qr.ts');
  const code = qrCode(path);
  if (!code) throw new Error('no code');
  const width = code.size * PIXELS;
  const image = { width, height: width, data: drawn(code.path, width) };
  expect(decodeQR(image)).toBe(`https://handbook.example${path}`);
});

/** Black bars (M3 0h2v1H3z) on white, as RGBA. */
function drawn(path: string, width: number): Uint8Array {
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g))
    for (let row = 0; row < PIXELS; row += 1) {
      const from = ((Number(y) * PIXELS + row) * width + Number(x) * PIXELS) * 4;
      for (let at = from; at < from + Number(length) * PIXELS * 4; at += 4) data.fill(0, at, at + 3);
    }
  return data;
}
