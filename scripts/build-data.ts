/**
 * The open data of a site: content → `dist/data/` and a JSON file a duty beside its page.
 * Run by `npm run build` before Astro, whose pages tell the sizes of the files.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readContent } from '../src/build/content.ts';
import { openKept } from '../src/build/kept.ts';
import type { Content, Facts } from '../src/data/files.ts';
import { publishData } from '../src/data/index.ts';
import { dataSource } from '../src/site/data-source.ts';
import { arrange } from '../src/site/entries.ts';
import { readCategories } from '../src/site/vocabulary.ts';

const { DIST_DIR = 'dist' } = process.env;

const kept = openKept('data', DIST_DIR);
const folders = new Set<string>();
await publishData(dataSource(arrange({ ...readContent(), categories: readCategories() })), {
  async put(paths, input, make) {
    if (kept.has(paths, input)) return;
    const contents = await make();
    paths.forEach((path, at) => {
      write(path, contents[at] ?? '');
    });
  },
  facts,
});
kept.close();

function write(path: string, content: Content) {
  const target = join(DIST_DIR, path);
  const folder = dirname(target);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(target, content);
}

function facts(path: string): Facts {
  const content = readFileSync(join(DIST_DIR, path));
  return { bytes: content.length, sha256: hash('sha256', content) };
}
