/**
 * A built site as a zip that is read from a folder: `npm run zip [-- --out FILE]`, after `npm run build`.
 * Links are relative, scripts classic; the search index, which only a server can serve, is replaced by a plain search.
 */
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Zip, ZipDeflate } from 'fflate';
import { pathsIn, writeAside } from '../src/build/files.ts';
import type { DutyRecord, TownshipRecord } from '../src/data/records.ts';
import { clauseLine } from '../src/data/text.ts';
import { LISTS } from '../src/domain/lists.ts';
import type { FileDuty } from '../src/offline/file-search.ts';
import { relativePage, type Scripts } from '../src/offline/relative.ts';
import { bundleScript } from './lib/bundle-script.ts';

const { DIST_DIR = 'dist' } = process.env;
const { values: options } = parseArgs({ options: { out: { type: 'string', default: 'handbook.zip' } } });

const SERVED_ONLY =
  /^(pagefind|offline)\/|^search\/.*(js|json)$|^(sw\.js|manifest\.webmanifest|robots\.txt|sitemap.*)$/;
const SEARCH = 'search/page.js';
/** Neither the day nor the time zone may show in the bytes. */
const NO_DATE = new Date(1980, 0, 1);

// A build writes it last.
if (!existsSync(join(DIST_DIR, 'sw.js'))) {
  console.error(`${DIST_DIR} 里没有建好的网站，请先运行 npm run build`);
  process.exit(1);
}
/** The base path that the site was built with. */
const { scope: base }: { scope: string } = readBuilt('manifest.webmanifest');
const paths = pathsIn(DIST_DIR).filter((path) => !SERVED_ONLY.test(path));
const added = new Map([
  ...(await classicScripts()),
  ['search/duties.js', `window.DUTIES=${JSON.stringify(duties())}`],
  ['search/file-search.js', await bundleScript('src/offline/file-search.ts')],
]);
writeAside(options.out, writeZip);
console.log(`${options.out}：解压后打开 handbook/index.html`);

function readBuilt(path: string) {
  return JSON.parse(readFileSync(join(DIST_DIR, path), 'utf8'));
}

/** The modules of pages, each bundled with what it imports. */
async function classicScripts(): Promise<[string, string][]> {
  const modules = paths.filter((path) => /^_astro\/.*\.js$/.test(path));
  return Promise.all(
    modules.map(async (path): Promise<[string, string]> => [path, await bundleScript(join(DIST_DIR, path))]),
  );
}

function duties(): FileDuty[] {
  const townships: TownshipRecord[] = readBuilt('data/townships.json');
  const names = new Map(townships.map(({ code, county, name }) => [code, county + name]));
  return (readBuilt('data/duties.json') as DutyRecord[]).map((duty) => ({
    id: duty.id,
    name: duty.name,
    place: `${names.get(duty.township)} · ${LISTS[duty.list].short} ${duty.number}`,
    cells: [
      duty.departmentsText,
      ...[duty.superiorDuties, duty.townshipDuties, duty.takeover].map((clauses) =>
        (clauses ?? []).map(clauseLine).join(''),
      ),
    ].filter(Boolean),
  }));
}

/** Scripts of the copy by the addresses of the modules whose place they take. */
function scripts(): Scripts {
  const own = [...added.keys()].map((path): [string, string[]] => [base + path, [base + path]]);
  return new Map([...own, [base + SEARCH, [`${base}search/duties.js`, `${base}search/file-search.js`]]]);
}

function writeZip(path: string) {
  const file = openSync(path, 'w');
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    writeSync(file, chunk);
  });
  const classic = scripts();
  for (const path of new Set([...paths, ...added.keys()])) {
    const entry = new ZipDeflate(`handbook/${path}`, { level: 6 });
    entry.mtime = NO_DATE;
    zip.add(entry);
    entry.push(content(path, classic), true);
  }
  zip.end();
  closeSync(file);
}

function content(path: string, classic: Scripts): Uint8Array {
  const script = added.get(path);
  if (script !== undefined) return Buffer.from(script);
  const bytes = readFileSync(join(DIST_DIR, path));
  return path.endsWith('.html')
    ? Buffer.from(relativePage(bytes.toString(), { path, base }, classic))
    : bytes;
}
