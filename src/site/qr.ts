/** QR codes for paper, drawn as one SVG path; only where the site's own address is known. */
import encodeQR from 'qr';
import { SITE_ORIGIN } from './config.ts';
import { absolute } from './links.ts';

export interface Qr {
  size: number;
  path: string;
  url: string;
}

/** The code of a page's whole address. */
export function qrCode(path: string): Qr | null {
  if (!SITE_ORIGIN) return null;
  const url = absolute(path);
  const rows = encodeQR(url, 'raw', { ecc: 'low', border: 2 });
  return { size: rows.length, path: rows.map((row, y) => runs(row, y)).join(''), url };
}

/** One row of modules: neighbours are drawn as one bar. */
function runs(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x += 1;
    path += `M${start} ${y}h${x + 1 - start}v1H${start}z`;
  }
  return path;
}
