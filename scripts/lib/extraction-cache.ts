/**
 * What was made of documents, kept between builds: a document is read again when it, what is decided about it, the
 * vocabulary, the code or what npm installed has changed, and duties are compared again when any document is. Lies in
 * node_modules/.cache; `npm run content -- --check` asks nobody.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digestOf, writeWhole } from '../../src/build/files.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'node_modules/.cache/extraction');
const CODE = ['src/extract', 'src/domain', 'src/compare', 'scripts/lib', 'package-lock.json'];

export interface ExtractionCache {
  /** What `make` gave when it was last asked about this path with the same `inputs`, else what it gives now. */
  get<T>(path: string, inputs: readonly (string | Uint8Array)[], make: () => T): T;
}

/** Makes everything anew. */
export const NO_CACHE: ExtractionCache = { get: (_path, _inputs, make) => make() };

/** The cache for the code and the vocabulary as they are now. */
export function openExtractionCache(vocabulary: string): ExtractionCache {
  const common = digestOf([...CODE.map((path) => join(ROOT, path)), vocabulary]);
  return {
    get(path, inputs, make) {
      const file = join(FOLDER, `${digest([resolve(path)])}.json`);
      const key = digest([common, ...inputs]);
      const kept = readKept(file);
      if (kept?.key === key) return kept.value as ReturnType<typeof make>;
      const value = make();
      writeWhole(file, JSON.stringify({ key, value }));
      return value;
    },
  };
}

function readKept(file: string): { key: string; value: unknown } | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // never made, or cut short
  }
}

/** One checksum of several texts; where one ends counts too. */
function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('hex');
}
