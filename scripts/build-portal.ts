/**
 * A portal that joins sites built alone, one a prefecture: `node scripts/build-portal.ts --sites portal.yaml --out DIR`.
 * The file lists name and address of each site, and the folder where it was built (without one, its data is fetched).
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { z } from 'zod';
import { writeWhole } from '../src/build/files.ts';
import type { TownshipRecord } from '../src/data/records.ts';
import { portalPage } from '../src/portal/page.ts';
import { portalOf } from '../src/portal/sites.ts';
import { printFindings } from './lib/print-findings.ts';
import { readYaml } from './lib/read-yaml.ts';

const TOWNSHIPS = 'data/townships.json';

const siteSchema = z
  .strictObject({
    name: z.string(),
    url: z
      .string()
      .endsWith('/', '要以 / 结尾')
      .refine((url) => URL.canParse(url, 'https://example.org'), '不是网址'),
    folder: z
      .string()
      .refine((folder) => existsSync(join(folder, TOWNSHIPS)), `其中没有 ${TOWNSHIPS}`)
      .optional(),
  })
  .refine(({ url, folder }) => folder || /^https?:/.test(url), '没有 folder 时，url 要以 https:// 开头');

const { values: options } = parseArgs({
  options: {
    sites: { type: 'string', default: 'portal.yaml' },
    out: { type: 'string', default: 'dist-portal' },
    pagefind: { type: 'string', default: 'dist/pagefind/pagefind.js' },
  },
});

const built = await Promise.all(
  readList().map(async (site) => ({ ...site, townships: await townshipsOf(site) })),
);
if (!existsSync(options.pagefind))
  refuse(`${options.pagefind}：没有这个文件，请用 --pagefind 指明一个网站的 pagefind/pagefind.js`);
if (process.exitCode) process.exit(); // nothing is written unless all can be

const { sites, townships } = portalOf(built);
const { outputFiles } = await build({
  entryPoints: ['src/portal/portal.ts', 'src/portal/portal.css'],
  outdir: options.out,
  bundle: true,
  format: 'esm',
  minify: true,
  target: 'es2022',
  write: false,
});
write('index.html', portalPage(sites));
write('sites.json', JSON.stringify(sites));
write('townships.json', JSON.stringify(townships));
write('pagefind.js', readFileSync(options.pagefind));
for (const { path, contents } of outputFiles) write(basename(path), contents);

/** The sites listed; none where the list cannot be used, which is said. */
function readList(): z.infer<typeof siteSchema>[] {
  if (!existsSync(options.sites)) refuse(`${options.sites}：没有这个文件，请用 --sites 指明`);
  const { value, findings } = readYaml(
    options.sites,
    options.sites,
    z.array(siteSchema).min(1, '没有列出网站'),
    [],
  );
  printFindings(findings, console);
  if (findings.length > 0) process.exitCode = 1;
  return value;
}

/** A site's own list of its townships; none where it cannot be had, which is said. */
async function townshipsOf({ url, folder }: z.infer<typeof siteSchema>): Promise<TownshipRecord[]> {
  const place = folder ? join(folder, TOWNSHIPS) : url + TOWNSHIPS;
  try {
    const read = folder ? JSON.parse(readFileSync(place, 'utf8')) : await fetched(place);
    if (!Array.isArray(read)) throw new Error('not a list');
    return read;
  } catch (error) {
    refuse(`${place}：读不到（${error}）`);
    return [];
  }
}

async function fetched(url: string) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

function refuse(words: string) {
  console.error(words);
  process.exitCode = 1;
}

function write(file: string, content: string | Uint8Array) {
  writeWhole(join(options.out, file), content);
}
