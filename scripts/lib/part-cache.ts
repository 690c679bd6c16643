/**
 * Parts of the search index, kept between builds: a part is indexed again when its records, the code that indexes or
 * Pagefind has changed. Lies in node_modules/.cache and serves every folder of seeds; what was longest out of use goes.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digestOf, writeWhole } from '../../src/build/files.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CODE = ['src/search/build', 'src/search/fold.ts', 'src/search/layout.ts', 'src/search/cbor.ts'];
const PAGEFIND = 'node_modules/pagefind/package.json';

/** Bytes: a township takes some 0.4 MB. */
const LIMIT = 500_000_000;

export interface PartCache {
  /** What `make` gave when it was last asked for this input, else what it gives now. */
  get<T>(input: string, make: () => Promise<T>): Promise<T>;
  /** Removes what was longest out of use, down to so many bytes; what this run has asked for stays. */
  prune(limit?: number): void;
}

export function openPartCache(folder = join(ROOT, 'node_modules/.cache/search')): PartCache {
  const common = digestOf([...CODE, PAGEFIND].map((path) => join(ROOT, path)));
  const used = new Set<string>();
  mkdirSync(folder, { recursive: true });
  return {
    async get<T>(input: string, make: () => Promise<T>) {
      const name = hash('sha256', common + input);
      const file = join(folder, name);
      used.add(name);
      const kept = read<T>(file);
      if (kept) return kept.value;
      const value = await make();
      writeWhole(file, serialize({ value }));
      return value;
    },
    prune(limit = LIMIT) {
      const files = readdirSync(folder)
        .filter((name) => !name.includes('.')) // those that another build is writing
        .flatMap((name) => {
          const stat = statSync(join(folder, name), { throwIfNoEntry: false });
          return stat ? [{ name, stat }] : [];
        })
        .sort(
          (a, b) => Number(used.has(b.name)) - Number(used.has(a.name)) || b.stat.mtimeMs - a.stat.mtimeMs,
        );
      let bytes = 0;
      for (const { name, stat } of files) {
        bytes += stat.size;
        if (bytes > limit && !used.has(name)) rmSync(join(folder, name), { force: true });
      }
    },
  };
}

/** A kept value, marked as used now; null where there is none, or where it was cut short. */
function read<T>(file: string): { value: T } | null {
  try {
    const kept = deserialize(readFileSync(file));
    utimesSync(file, new Date(), new Date());
    return kept;
  } catch {
    return null;
  }
}
