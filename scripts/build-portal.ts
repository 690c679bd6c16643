/**
 * A portal that joins sites built alone, one a prefecture: `node scripts/build-portal.ts --sites portal.yaml --out DIR`.
 * The file lists name and address of each site, and the folder where it was built (without one, its data is fetched).
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { z } from 'zod';
import type { TownshipRecord } from '../src/data/records.ts';
import { portalPage } from '../src/portal/page.ts';
import { portalOf } from '../src/portal/sites.ts';

const listSchema = z.array(
  z.strictObject({ name: z.string(), url: z.string().endsWith('/'), folder: z.string().optional() }),
);

const { values: options } = parseArgs({
  options: {
    sites: { type: 'string', default: 'portal.yaml' },
    out: { type: 'string', default: 'dist-portal' },
    pagefind: { type: 'string', default: 'dist/pagefind/pagefind.js' },
  },
});

const listed = listSchema.parse(parse(readFileSync(options.sites, 'utf8')));
const built = await Promise.all(
  listed.map(async ({ name, url, folder }) => ({ name, url, townships: await townshipsOf(url, folder) })),
);
const { sites, townships } = portalOf(built);

mkdirSync(options.out, { recursive: true });
write('index.html', portalPage(sites));
write('sites.json', JSON.stringify(sites));
write('townships.json', JSON.stringify(townships));
copyFileSync(options.pagefind, join(options.out, 'pagefind.js'));
await build({
  entryPoints: ['src/portal/portal.ts', 'src/portal/portal.css'],
  outdir: options.out,
  bundle: true,
  format: 'esm',
  minify: true,
  target: 'es2022',
});

async function townshipsOf(url: string, folder: string | undefined): Promise<TownshipRecord[]> {
  if (folder) return JSON.parse(readFileSync(join(folder, 'data/townships.json'), 'utf8'));
  const response = await fetch(`${url}data/townships.json`);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as TownshipRecord[];
}

function write(file: string, content: string) {
  writeFileSync(join(options.out, file), content);
}
